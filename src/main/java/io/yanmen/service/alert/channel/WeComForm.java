package io.yanmen.service.alert.channel;

import io.yanmen.service.alert.AlertMessage;
import java.time.Instant;
import java.util.Optional;

/** WeCom (企业微信群机器人): at most 2,048 bytes of text, and no signature. */
public record WeComForm() implements WebhookForm {
  private static final int MOST_BYTES = 2048;

  @Override
  public String name() {
    return "wecom";
  }

  @Override
  public String body(AlertMessage message, Optional<String> secret, Instant now) {
    return Robot.text(message, MOST_BYTES);
  }

  @Override
  public Optional<String> refusal(String answer) {
    return Robot.refusal(answer, "errcode", "errcode", "errmsg");
  }
}
