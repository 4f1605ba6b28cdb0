package io.yanmen.reading.format.xlsx;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.format.limit.Refusal;
import io.yanmen.reading.format.value.BuiltInFormats;
import io.yanmen.reading.format.value.NumberFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Reads the number format of each cell style of a workbook. */
final class StylesPart {
  private static final int MOST_STYLES = 1 << 20;
  private static final int MOST_FORMATS = 10_000;
  private static final long MOST_CHARACTERS = 5_000_000;

  private StylesPart() {}

  static NumberFormat[] read(XmlPart part) throws XMLStreamException, UnreadableFileException {
    Map<Integer, NumberFormat> own = new HashMap<>();
    List<NumberFormat> byStyle = new ArrayList<>();
    long characters = 0;
    while (part.nextElement()) {
      if (part.is("numFmt")) {
        String code = part.attribute("formatCode", "General");
        characters += code.length();
        own.put(number(part.attribute("numFmtId")), NumberFormat.parse(code));
      } else if (part.is("cellXfs")) {
        int parent = part.depth();
        while (part.nextWithin(parent)) {
          if (byStyle.size() == MOST_STYLES) {
            throw Refusal.tooLarge("样式数 (styles)", byStyle.size() + 1L, MOST_STYLES);
          }
          if (part.is("xf")) {
            int id = number(part.attribute("numFmtId"));
            byStyle.add(own.getOrDefault(id, BuiltInFormats.of(id)));
          }
        }
      }
      if (own.size() > MOST_FORMATS) {
        throw Refusal.tooLarge("数字格式数 (number formats)", own.size(), MOST_FORMATS);
      }
      if (characters > MOST_CHARACTERS) {
        throw Refusal.tooLarge("数字格式总字数 (characters of formats)", characters, MOST_CHARACTERS);
      }
    }
    return byStyle.toArray(NumberFormat[]::new);
  }

  private static int number(@Nullable String text) throws UnreadableFileException {
    try {
      return text == null ? 0 : Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw Refusal.damaged("样式编号 " + text, "number of a style: " + text);
    }
  }
}
