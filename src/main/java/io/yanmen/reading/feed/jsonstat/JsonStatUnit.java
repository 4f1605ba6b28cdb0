package io.yanmen.reading.feed.jsonstat;

import com.fasterxml.jackson.core.JsonParser;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.feed.message.ComponentValue;
import io.yanmen.reading.feed.message.FeedLimits;
import io.yanmen.reading.feed.message.JsonText;
import java.io.IOException;
import java.util.List;

/**
 * The unit of a JSON-stat category.
 *
 * @param words {@code label}, or {@code symbol} where there is none
 * @param multiplied whether a power of ten is named besides. Publishers differ in whether the label
 *     has it already ("thousands of persons", 3), so such a unit is left to the source file.
 */
record JsonStatUnit(String words, boolean multiplied) {
  static JsonStatUnit read(JsonParser json) throws IOException, UnreadableFileException {
    String label = "";
    String symbol = "";
    boolean multiplied = false;
    while (JsonText.nextMember(json)) {
      switch (json.currentName()) {
        case "label" -> label = JsonText.scalar(json);
        case "symbol" -> symbol = JsonText.scalar(json);
        case "multiplier" -> multiplied = !JsonText.scalar(json).matches("0*");
        default -> json.skipChildren();
      }
    }
    String words = label.isBlank() ? symbol : label;
    return new JsonStatUnit(
        words.length() > FeedLimits.LABEL ? words.substring(0, FeedLimits.LABEL) : words,
        multiplied);
  }

  List<ComponentValue> codings() {
    return words.isBlank() || multiplied
        ? List.of()
        : List.of(new ComponentValue("unit", ComponentValue.ComponentRole.UNIT, "", words));
  }
}
