package io.yanmen.service.alert.channel;

import java.net.URI;
import java.util.Optional;

/**
 * A web address that takes messages by POST. The address itself is a secret: whoever knows it can
 * write to the group.
 *
 * @param secret signs the messages where the form knows signatures
 */
public record WebhookChannel(String name, URI url, WebhookForm form, Optional<String> secret)
    implements Channel {
  @Override
  public String toString() {
    return name + " (" + form.name() + ")";
  }
}
