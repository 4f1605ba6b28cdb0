package io.yanmen.service.alert.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yanmen.service.alert.AlertMessage;
import java.io.IOException;
import java.util.Optional;

/**
 * What the group robots have in common. To them a message goes as text, not as Markdown, so that no
 * file name can become a link or call upon people.
 */
final class Robot {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Robot() {}

  static ObjectNode body() {
    return MAPPER.createObjectNode();
  }

  /** The text of DingTalk and WeCom. */
  static String text(AlertMessage message, int mostBytes) {
    ObjectNode body = body().put("msgtype", "text");
    body.putObject("text").put("content", harmless(message.fitting(mostBytes)));
    return body.toString();
  }

  /**
   * WeCom and Feishu call upon people by tags in the text, and Feishu makes a link of brackets,
   * which a name might hold.
   */
  static String harmless(String text) {
    return text.replace('<', '(').replace('>', ')').replace("](", "］(");
  }

  /**
   * What an answer says against the message, where 0 is fine.
   *
   * @param code member of the answer that holds the number
   * @param formerCode another name of it, where the first is not there
   * @param words member that says more
   */
  static Optional<String> refusal(String answer, String code, String formerCode, String words) {
    try {
      JsonNode said = MAPPER.readTree(answer);
      if (said == null) {
        return Optional.of(code + " ?");
      }
      JsonNode number = said.has(code) ? said.path(code) : said.path(formerCode);
      return number.isNumber() && number.asInt() == 0
          ? Optional.empty()
          : Optional.of(code + " " + number.asText("?") + " " + said.path(words).asText(""));
    } catch (IOException e) {
      return Optional.of("no JSON");
    }
  }
}
