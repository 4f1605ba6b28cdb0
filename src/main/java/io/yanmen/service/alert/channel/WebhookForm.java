package io.yanmen.service.alert.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yanmen.service.alert.AlertMessage;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How a message is written for those who take it: plain JSON, or what the group robots of DingTalk,
 * WeCom and Feishu document. To robots it goes as text, not as Markdown, so that no file name can
 * become a link or call upon people.
 */
public enum WebhookForm {
  /** Plain JSON for programs of one's own. */
  JSON,
  /** DingTalk (钉钉自定义机器人): at most 20,000 bytes. */
  DINGTALK,
  /** WeCom (企业微信群机器人): at most 2,048 bytes of text. */
  WECOM,
  /** Feishu (飞书自定义机器人): at most 20 KB a request. */
  FEISHU;

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int DINGTALK_LIMIT = 16_000;
  private static final int WECOM_LIMIT = 2048;
  private static final int FEISHU_LIMIT = 16_000;

  /** The form of that name, as written in the settings. */
  public static Optional<WebhookForm> of(String name) {
    String wanted = name.toUpperCase(Locale.ROOT);
    for (WebhookForm form : values()) {
      if (form.name().equals(wanted)) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }

  /** Where to send to: DingTalk wants its signature in the address. */
  URI address(URI url, Optional<String> secret, Instant now) {
    if (this != DINGTALK || secret.isEmpty()) {
      return url;
    }
    long time = now.toEpochMilli();
    String sign = URLEncoder.encode(Signature.dingTalk(time, secret.get()), StandardCharsets.UTF_8);
    String written = url.toString();
    String joint = url.getRawQuery() == null ? "?" : "&";
    return URI.create(written + joint + "timestamp=" + time + "&sign=" + sign);
  }

  /** What to send. */
  String body(AlertMessage message, Optional<String> secret, Instant now) {
    ObjectNode body = MAPPER.createObjectNode();
    switch (this) {
      case JSON -> JsonForm.write(message, body);
      case DINGTALK ->
          body.put("msgtype", "text")
              .putObject("text")
              .put("content", harmless(message.fitting(DINGTALK_LIMIT)));
      case WECOM ->
          body.put("msgtype", "text")
              .putObject("text")
              .put("content", harmless(message.fitting(WECOM_LIMIT)));
      case FEISHU -> {
        secret.ifPresent(
            it -> {
              long time = now.getEpochSecond();
              body.put("timestamp", Long.toString(time)).put("sign", Signature.feishu(time, it));
            });
        body.put("msg_type", "text")
            .putObject("content")
            .put("text", harmless(message.fitting(FEISHU_LIMIT)));
      }
    }
    return body.toString();
  }

  /**
   * WeCom and Feishu call upon people by tags in the text, and Feishu makes a link of brackets,
   * which a name might hold.
   */
  private static String harmless(String text) {
    return text.replace('<', '(').replace('>', ')').replace("](", "］(");
  }

  /**
   * Whether an answer with a good status is one indeed: robots refuse with HTTP 200.
   *
   * @return what they say instead; empty if all is well
   */
  Optional<String> refusal(String answer) {
    if (this == JSON) {
      return Optional.empty();
    }
    String code = this == FEISHU ? "code" : "errcode";
    String words = this == FEISHU ? "msg" : "errmsg";
    try {
      JsonNode said = MAPPER.readTree(answer);
      JsonNode number = said == null ? MAPPER.missingNode() : said.path(code);
      if (this == FEISHU && said != null && number.isMissingNode()) {
        number = said.path("StatusCode");
      }
      return number.isNumber() && number.asInt() == 0
          ? Optional.empty()
          : Optional.of(
              code
                  + " "
                  + number.asText("?")
                  + (said == null ? "" : " " + said.path(words).asText("")));
    } catch (IOException e) {
      return Optional.of("no JSON");
    }
  }
}
