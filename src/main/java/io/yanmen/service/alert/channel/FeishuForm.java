package io.yanmen.service.alert.channel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yanmen.service.alert.AlertMessage;
import java.time.Instant;
import java.util.Optional;

/** Feishu (飞书自定义机器人): at most 20 KB a request; its signature stands in the body. */
public record FeishuForm() implements WebhookForm {
  private static final int MOST_BYTES = 16_000;

  @Override
  public String name() {
    return "feishu";
  }

  @Override
  public String body(AlertMessage message, Optional<String> secret, Instant now) {
    ObjectNode body = Robot.body();
    secret.ifPresent(
        it -> {
          long time = now.getEpochSecond();
          body.put("timestamp", Long.toString(time)).put("sign", Signature.feishu(time, it));
        });
    body.put("msg_type", "text")
        .putObject("content")
        .put("text", Robot.harmless(message.fitting(MOST_BYTES)));
    return body.toString();
  }

  @Override
  public Optional<String> refusal(String answer) {
    return Robot.refusal(answer, "code", "StatusCode", "msg");
  }
}
