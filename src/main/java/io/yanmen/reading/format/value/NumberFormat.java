package io.yanmen.reading.format.value;

import io.yanmen.model.table.Style;
import java.util.Locale;

/**
 * What a number format's code makes of a number: a plain number, a percentage, a date with the
 * parts that it shows, or a time of day, which its first section decides; and what people see of
 * it.
 *
 * @param style of numbers above zero, dates and times
 * @param text of texts
 */
public record NumberFormat(
    Style style,
    FormatSections sections,
    Style text,
    Shows shows,
    boolean year,
    boolean month,
    boolean day,
    boolean clock,
    boolean seconds,
    boolean elapsed) {
  /** The style that a number, in plain decimals, is shown in. */
  Style styleOf(String number) {
    return sections.of(number);
  }

  /** The same format of cells that are written otherwise (struck out, white). */
  public NumberFormat looking(Style.Look look) {
    return new NumberFormat(
        FormatSections.looking(style, look),
        sections.looking(look),
        text.looking(look),
        shows,
        year,
        month,
        day,
        clock,
        seconds,
        elapsed);
  }

  /** The code as the workbook has it. */
  public String code() {
    return style.format();
  }

  enum Shows {
    NUMBER,
    PERCENT,
    DATE,
    TIME
  }

  public static final NumberFormat GENERAL = parse("General");

  public static NumberFormat parse(String code) {
    return new Parser(code).parse();
  }

  private static final class Parser {
    // How Chinese editions write the code of the general format.
    private static final String GENERAL_ZH = "G/通用格式";
    private static final String GENERAL_EN = "general";

    private final String code;
    private final String lower;
    private final StringBuilder parts = new StringBuilder();
    private boolean percent;
    private boolean digits;
    private boolean weekday;
    private boolean elapsed;

    Parser(String code) {
      this.code = code;
      this.lower = code.toLowerCase(Locale.ROOT);
    }

    NumberFormat parse() {
      int i = 0;
      while (i < code.length() && code.charAt(i) != ';') {
        i = token(i);
      }
      boolean calendar = (parts.length() > 0 || weekday) && !digits;
      if (!calendar) {
        return plain(percent ? Shows.PERCENT : Shows.NUMBER);
      }
      boolean year = parts.indexOf("y") >= 0;
      boolean day = parts.indexOf("d") >= 0;
      boolean month = showsMonth();
      boolean date = year || month || day || weekday;
      return new NumberFormat(
          Style.of(code),
          FormatSections.GENERAL,
          Style.PLAIN,
          date ? Shows.DATE : Shows.TIME,
          year,
          month,
          day,
          parts.indexOf("h") >= 0 || parts.indexOf("s") >= 0,
          parts.indexOf("s") >= 0,
          elapsed);
    }

    private NumberFormat plain(Shows shows) {
      FormatSections sections = FormatSections.parse(code);
      Style text = sections.hidesText() ? Style.PLAIN.looking(Style.Look.NOTHING) : Style.PLAIN;
      return new NumberFormat(
          sections.positive(), sections, text, shows, false, false, false, false, false, false);
    }

    /** Takes the token at i and returns where the next one begins. */
    private int token(int i) {
      char c = lower.charAt(i);
      return switch (c) {
        case '"' -> past(code.indexOf('"', i + 1));
        case '[' -> bracket(i);
        case '\\', '_', '*', '!' -> i + 2;
        case '%' -> {
          percent = true;
          yield i + 1;
        }
        case '0', '#', '?' -> {
          // Fractions of a second are the only digits that a time shows.
          digits |= parts.length() == 0 || parts.charAt(parts.length() - 1) != 's';
          yield i + 1;
        }
        case 'g' -> general(i);
        case 'e' -> exponentOrYear(i);
        case 'y', 'b' -> run(i, 'y');
        case 'm', 'h', 's' -> run(i, c);
        case 'd', 'a' -> dayOrHalfOfDay(i, c);
        default -> i + 1;
      };
    }

    private int past(int end) {
      return end < 0 ? code.length() : end + 1;
    }

    private int bracket(int i) {
      int end = past(lower.indexOf(']', i));
      char first = i + 1 < lower.length() ? lower.charAt(i + 1) : ']';
      boolean unit = first == 'h' || first == 'm' || first == 's';
      for (int k = i + 1; unit && k < end - 1; k++) {
        unit = lower.charAt(k) == first;
      }
      if (unit) {
        // Elapsed minutes stand for hours here: they may not be taken for a month.
        elapsed = true;
        parts.append(first == 'm' ? 'h' : first);
      }
      return end;
    }

    private int general(int i) {
      if (lower.startsWith(GENERAL_EN, i)) {
        return i + GENERAL_EN.length();
      }
      return code.startsWith(GENERAL_ZH, i) ? i + GENERAL_ZH.length() : i + 1;
    }

    private int exponentOrYear(int i) {
      if (i + 1 < lower.length() && (lower.charAt(i + 1) == '+' || lower.charAt(i + 1) == '-')) {
        return i + 2;
      }
      return run(i, 'y');
    }

    private int dayOrHalfOfDay(int i, char c) {
      if (c == 'a' && (lower.startsWith("am/pm", i) || lower.startsWith("a/p", i))) {
        return lower.indexOf('p', i) + (lower.startsWith("am/pm", i) ? 2 : 1);
      }
      int end = i;
      while (end < lower.length() && lower.charAt(end) == c) {
        end++;
      }
      if (c == 'd' && end - i <= 2) {
        parts.append('d');
      } else if (end - i >= 3) {
        weekday = true;
      }
      return end;
    }

    private int run(int i, char part) {
      char c = lower.charAt(i);
      int end = i;
      while (end < lower.length() && lower.charAt(end) == c) {
        end++;
      }
      parts.append(part);
      return end;
    }

    /** An m is minutes after hours and before seconds, else a month. */
    private boolean showsMonth() {
      for (int i = 0; i < parts.length(); i++) {
        if (parts.charAt(i) == 'm'
            && !(i > 0 && parts.charAt(i - 1) == 'h')
            && !(i + 1 < parts.length() && parts.charAt(i + 1) == 's')) {
          return true;
        }
      }
      return false;
    }
  }
}
