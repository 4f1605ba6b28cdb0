package io.yanmen.reading.format.xlsx;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.Style;
import io.yanmen.reading.format.limit.Refusal;
import io.yanmen.reading.format.value.BuiltInFormats;
import io.yanmen.reading.format.value.NumberFormat;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Reads of each cell style of a workbook its number format, and whether what stands in such cells
 * is struck out or as white as the paper.
 */
final class StylesPart {
  private static final int MOST_STYLES = 1 << 20;
  private static final int MOST_FORMATS = 10_000;
  private static final long MOST_CHARACTERS = 5_000_000;
  private static final int RGB = 6;
  private static final String THEME_PAPER = "0";
  private static final Set<String> PALETTE_WHITE = Set.of("1", "9");

  private final List<Style.Look> fonts = new ArrayList<>();
  // Whether a fill shows another colour than the paper's.
  private final BitSet coloured = new BitSet();
  private int fills;

  private StylesPart() {}

  static NumberFormat[] read(XmlPart part) throws XMLStreamException, UnreadableFileException {
    return new StylesPart().readAll(part);
  }

  private NumberFormat[] readAll(XmlPart part) throws XMLStreamException, UnreadableFileException {
    Map<Integer, NumberFormat> own = new HashMap<>();
    List<NumberFormat> byStyle = new ArrayList<>();
    long characters = 0;
    while (part.nextElement()) {
      if (part.is("fonts")) {
        readFonts(part);
      } else if (part.is("fills")) {
        readFills(part);
      }
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
            NumberFormat format = own.getOrDefault(id, BuiltInFormats.of(id));
            byStyle.add(written(part, format));
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

  private NumberFormat written(XmlPart part, NumberFormat format) throws UnreadableFileException {
    int font = number(part.attribute("fontId"));
    Style.Look look = font >= 0 && font < fonts.size() ? fonts.get(font) : Style.Look.AS_STORED;
    boolean seen =
        look == Style.Look.WHITE && coloured.get(Math.max(0, number(part.attribute("fillId"))));
    return look == Style.Look.AS_STORED || seen ? format : format.looking(look);
  }

  private void readFonts(XmlPart part) throws XMLStreamException, UnreadableFileException {
    int parent = part.depth();
    while (part.nextWithin(parent)) {
      if (part.is("font")) {
        refuseTooMany(fonts.size());
        fonts.add(Style.Look.AS_STORED);
      } else if (part.is("strike") && !fonts.isEmpty() && !XlsxText.isOff(part)) {
        fonts.set(fonts.size() - 1, Style.Look.STRUCK_OUT);
      } else if (part.is("color")
          && !fonts.isEmpty()
          && fonts.get(fonts.size() - 1) == Style.Look.AS_STORED
          && isWhite(part)) {
        fonts.set(fonts.size() - 1, Style.Look.WHITE);
      }
    }
  }

  private void readFills(XmlPart part) throws XMLStreamException, UnreadableFileException {
    int parent = part.depth();
    boolean pattern = false;
    while (part.nextWithin(parent)) {
      if (part.is("fill")) {
        refuseTooMany(fills);
        fills++;
      } else if (part.is("patternFill")) {
        pattern = !part.attribute("patternType", "none").equals("none");
        coloured.set(fills - 1, pattern);
      } else if (part.is("gradientFill")) {
        coloured.set(fills - 1);
      } else if (part.is("fgColor") && pattern && isWhite(part)) {
        coloured.clear(fills - 1);
      }
    }
  }

  private static void refuseTooMany(int count) throws UnreadableFileException {
    if (count >= MOST_STYLES) {
      throw Refusal.tooLarge("样式数 (styles)", count + 1L, MOST_STYLES);
    }
  }

  /** White by its code, by the workbook's theme, or by the palette. */
  private static boolean isWhite(XmlPart part) throws UnreadableFileException {
    String rgb = part.attribute("rgb", "");
    boolean tinted = !part.attribute("tint", "0").matches("-?0*\\.?0*");
    return rgb.toUpperCase(Locale.ROOT).endsWith("FFFFFF") && rgb.length() >= RGB
        || (part.attribute("theme", "").equals(THEME_PAPER) && !tinted)
        || PALETTE_WHITE.contains(part.attribute("indexed", ""));
  }

  private static int number(@Nullable String text) throws UnreadableFileException {
    try {
      return text == null ? 0 : Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw Refusal.damaged("样式编号 " + text, "number of a style: " + text);
    }
  }
}
