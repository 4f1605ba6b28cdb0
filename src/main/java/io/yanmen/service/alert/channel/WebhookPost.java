package io.yanmen.service.alert.channel;

import io.yanmen.service.alert.AlertMessage;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A message as it is posted to a webhook.
 *
 * @param address with everything that is secret in it
 */
public record WebhookPost(URI address, String body) {
  /** The message in the form of its channel, signed now. */
  public static WebhookPost of(AlertMessage message, WebhookChannel channel, Instant now) {
    return new WebhookPost(
        channel.form().address(channel.url(), channel.secret(), now),
        channel.form().body(message, channel.secret(), now));
  }

  /**
   * What the answer says against it; empty if the message was taken.
   *
   * @param status of HTTP
   */
  public static Optional<String> refusal(WebhookChannel channel, int status, String answer) {
    return status / 100 == 2 ? channel.form().refusal(answer) : Optional.of("HTTP " + status);
  }

  @Override
  public String toString() {
    return "WebhookPost[" + body.length() + "]";
  }
}
