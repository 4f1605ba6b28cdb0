package io.yanmen.service.alert.event;

import io.yanmen.service.alert.channel.AlertMail;
import io.yanmen.service.alert.channel.MailChannel;
import io.yanmen.service.alert.channel.WebhookChannel;
import io.yanmen.service.alert.channel.WebhookPost;
import io.yanmen.service.alert.outbox.AlertDelivery;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.component.mail.MailConstants;

/** The steps of the route {@code deliver-alert}: the message in the form of its channel. */
public final class AlertDeliverySteps {
  private final Clock clock;

  public AlertDeliverySteps(Clock clock) {
    this.clock = clock;
  }

  /** Makes the message an e-mail, as plain text and as HTML. */
  public void mail(@ExchangeProperty("delivery") AlertDelivery delivery, Exchange exchange) {
    MailChannel channel = (MailChannel) delivery.channel();
    Map<String, Object> headers = emptied(exchange);
    headers.put(MailConstants.MAIL_FROM, channel.from());
    headers.put(MailConstants.MAIL_TO, channel.to());
    headers.put(MailConstants.MAIL_SUBJECT, delivery.message().subject());
    // So that no holiday answer comes back (RFC 3834).
    headers.put("Auto-Submitted", "auto-generated");
    headers.put(MailConstants.MAIL_ALTERNATIVE_BODY, delivery.message().text());
    exchange.getMessage().setBody(AlertMail.html(delivery.message()));
  }

  /** Without the headers of an earlier try, but for the count of tries, which is a header too. */
  private static Map<String, Object> emptied(Exchange exchange) {
    Map<String, Object> headers = exchange.getMessage().getHeaders();
    headers.keySet().removeIf(it -> !it.startsWith("CamelRedeliver"));
    return headers;
  }

  /** Makes the message a request. */
  public void request(@ExchangeProperty("delivery") AlertDelivery delivery, Exchange exchange) {
    WebhookPost post =
        WebhookPost.of(delivery.message(), (WebhookChannel) delivery.channel(), clock.instant());
    Map<String, Object> headers = emptied(exchange);
    headers.put(Exchange.HTTP_METHOD, "POST");
    headers.put(Exchange.HTTP_URI, post.address().toString().split("\\?", 2)[0]);
    if (post.address().getRawQuery() != null) {
      headers.put(Exchange.HTTP_RAW_QUERY, post.address().getRawQuery());
    }
    headers.put(Exchange.CONTENT_TYPE, "application/json; charset=utf-8");
    exchange.getMessage().setBody(post.body());
  }

  /**
   * @throws IOException if the message was not taken; it names the answer, not the address
   */
  public void check(@ExchangeProperty("delivery") AlertDelivery delivery, Exchange exchange)
      throws IOException {
    int status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
    String answer = Objects.requireNonNullElse(exchange.getMessage().getBody(String.class), "");
    Optional<String> refusal =
        WebhookPost.refusal((WebhookChannel) delivery.channel(), status, answer);
    if (refusal.isPresent()) {
      throw new IOException(refusal.get());
    }
  }
}
