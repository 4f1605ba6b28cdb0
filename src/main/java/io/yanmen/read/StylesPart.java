package io.yanmen.read;

import io.yanmen.model.UnreadableFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Reads the number format of each cell style of a workbook. */
final class StylesPart {
  private static final int MOST = 1 << 20;

  private StylesPart() {}

  static NumberFormat[] read(XmlPart part) throws XMLStreamException, UnreadableFileException {
    Map<Integer, NumberFormat> own = new HashMap<>();
    List<NumberFormat> byStyle = new ArrayList<>();
    while (part.nextElement()) {
      if (part.is("numFmt")) {
        own.put(
            number(part.attribute("numFmtId")),
            NumberFormat.parse(part.attribute("formatCode", "General")));
      } else if (part.is("cellXfs")) {
        int parent = part.depth();
        while (part.nextWithin(parent)) {
          if (part.is("xf")) {
            int id = number(part.attribute("numFmtId"));
            byStyle.add(own.getOrDefault(id, BuiltInFormats.of(id)));
          }
        }
      }
      if (byStyle.size() > MOST || own.size() > MOST) {
        throw Refusal.tooLarge("样式数 (styles)", Math.max(byStyle.size(), own.size()), MOST);
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
