package io.yanmen.docs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.yanmen.service.alert.AlertMessage;
import io.yanmen.service.alert.channel.WebhookForm;
import java.time.Instant;
import java.util.Optional;

/** The channel that {@code docs/add-a-channel.md} adds: an ntfy server, which notifies phones. */
record NtfyForm() implements WebhookForm {
  private static final int MOST_BYTES = 4096;

  @Override
  public String name() {
    return "ntfy";
  }

  @Override
  public String body(AlertMessage message, Optional<String> secret, Instant now) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("topic", secret.orElse("yanmen"))
        .put("title", message.subject())
        .put("message", message.fitting(MOST_BYTES))
        .toString();
  }
}
