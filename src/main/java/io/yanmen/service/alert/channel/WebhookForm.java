package io.yanmen.service.alert.channel;

import io.yanmen.service.alert.AlertMessage;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * How a message is written for those who take it at a web address. One class a form, listed in
 * {@link WebhookForms}; see {@code docs/add-a-channel.md}.
 */
public interface WebhookForm {
  /** What the settings call it, in lower case. */
  String name();

  /** Where to send to; with a signature where it belongs into the address. */
  default URI address(URI url, Optional<String> secret, Instant now) {
    return url;
  }

  /**
   * What to send: JSON.
   *
   * @param secret signs the message where the form knows signatures
   */
  String body(AlertMessage message, Optional<String> secret, Instant now);

  /**
   * Whether an answer with a good status is one indeed: robots refuse with HTTP 200.
   *
   * @return what they say instead; empty if all is well
   */
  default Optional<String> refusal(String answer) {
    return Optional.empty();
  }
}
