package io.yanmen.service.alert.channel;

/** A way to people. Its text never shows a secret. */
public sealed interface Channel permits MailChannel, WebhookChannel {
  /** What operators call it: {@code mail}, {@code webhook}, {@code webhook.2}. */
  String name();
}
