package io.yanmen.service.alert.channel;

import io.yanmen.service.alert.AlertMessage;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** DingTalk (钉钉自定义机器人): at most 20,000 bytes; its signature stands in the address. */
public record DingTalkForm() implements WebhookForm {
  private static final int MOST_BYTES = 16_000;

  @Override
  public String name() {
    return "dingtalk";
  }

  @Override
  public URI address(URI url, Optional<String> secret, Instant now) {
    if (secret.isEmpty()) {
      return url;
    }
    long time = now.toEpochMilli();
    String sign = URLEncoder.encode(Signature.dingTalk(time, secret.get()), StandardCharsets.UTF_8);
    String joint = url.getRawQuery() == null ? "?" : "&";
    return URI.create(url + joint + "timestamp=" + time + "&sign=" + sign);
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
