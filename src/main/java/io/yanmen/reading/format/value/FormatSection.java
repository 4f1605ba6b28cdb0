package io.yanmen.reading.format.value;

import io.yanmen.model.table.Style;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;

/**
 * What one section of a number format's code ({@code positive;negative;zero;text}) makes of a
 * number beside its digits: words before and behind it, a scale, a colour, a condition.
 */
final class FormatSection {
  private static final Set<String> DASHES = Set.of("-", "--", "—", "——", "–");
  private static final int THOUSAND = 3;

  private final StringBuilder before = new StringBuilder();
  private final StringBuilder after = new StringBuilder();
  private boolean digits;
  private boolean general;
  private boolean point;
  private boolean cut;
  private int pendingCommas;
  private int scale;
  private String colour = "";
  private String condition = "";

  private FormatSection() {}

  /** The section that begins at a place of the code; it ends at {@link #end}. */
  static FormatSection parse(String code, int from) {
    FormatSection section = new FormatSection();
    int i = from;
    while (i < code.length() && code.charAt(i) != ';') {
      i = section.token(code, i);
    }
    section.scale += section.pendingCommas;
    return section;
  }

  /** Where the section that begins at a place ends. */
  static int end(String code, int from) {
    int i = from;
    FormatSection skipped = new FormatSection();
    while (i < code.length() && code.charAt(i) != ';') {
      i = skipped.token(code, i);
    }
    return Math.min(i, code.length());
  }

  private int token(String code, int i) {
    char c = code.charAt(i);
    switch (c) {
      case '"' -> {
        int end = code.indexOf('"', i + 1);
        literal(code.substring(i + 1, end < 0 ? code.length() : end));
        return end < 0 ? code.length() : end + 1;
      }
      case '\\', '!' -> {
        literal(code.substring(Math.min(code.length(), i + 1), Math.min(code.length(), i + 2)));
        return i + 2;
      }
      case '_', '*' -> {
        return i + 2;
      }
      case '[' -> {
        int end = code.indexOf(']', i);
        bracket(code.substring(i + 1, end < 0 ? code.length() : end));
        return end < 0 ? code.length() : end + 1;
      }
      case '0', '#', '?' -> digit();
      case '.' -> {
        point = true;
        scale += pendingCommas;
        pendingCommas = 0;
      }
      case ',' -> pendingCommas += digits ? 1 : 0;
      case '%' -> {}
      case '@' -> general = true;
      case 'E', 'e' -> {
        boolean exponent = digits && i + 1 < code.length() && "+-".indexOf(code.charAt(i + 1)) >= 0;
        if (exponent) {
          return i + 2;
        }
        literal(String.valueOf(c));
      }
      default -> {
        return other(code, i);
      }
    }
    return i + 1;
  }

  private int other(String code, int i) {
    for (String name : new String[] {"general", "g/通用格式"}) {
      if (code.toLowerCase(Locale.ROOT).startsWith(name, i)) {
        general = true;
        digit();
        return i + name.length();
      }
    }
    char c = code.charAt(i);
    if (c == '/' && digits) {
      // A fraction: what stands behind the stroke are digits too.
      return i + 1;
    }
    literal(String.valueOf(c));
    return i + 1;
  }

  private void digit() {
    if (!after.isEmpty()) {
      // Words or a point between the digits: 0!.0 shows a tenth.
      cut = true;
    }
    digits = true;
    if (!point) {
      pendingCommas = 0;
    }
  }

  private void literal(String text) {
    if (!text.isBlank()) {
      (digits ? after : before).append(text.strip());
    }
  }

  private void bracket(String inside) {
    if (inside.startsWith("$")) {
      int language = inside.lastIndexOf('-');
      literal(language < 0 ? inside.substring(1) : inside.substring(1, Math.max(1, language)));
    } else if (!inside.isEmpty() && "<>=".indexOf(inside.charAt(0)) >= 0) {
      condition = inside;
    } else if (!inside.startsWith("DBNum")) {
      colour = inside.toLowerCase(Locale.ROOT);
    }
  }

  boolean hasCondition() {
    return !condition.isEmpty();
  }

  /** Whether the section's condition is met; it is where there is none. */
  boolean takes(BigDecimal value) {
    int signs = 0;
    while (signs < condition.length() && "<>=".indexOf(condition.charAt(signs)) >= 0) {
      signs++;
    }
    int compared;
    try {
      compared =
          signs == 0 ? 0 : value.compareTo(new BigDecimal(condition.substring(signs).strip()));
    } catch (NumberFormatException e) {
      return true;
    }
    return switch (condition.substring(0, signs)) {
      case "<" -> compared < 0;
      case "<=" -> compared <= 0;
      case ">" -> compared > 0;
      case ">=" -> compared >= 0;
      case "=" -> compared == 0;
      case "<>" -> compared != 0;
      default -> true;
    };
  }

  String colour() {
    return colour;
  }

  /** The style of numbers that the section shows with their sign. */
  Style style(String code) {
    if (!digits && !general) {
      return new Style(code, "", "", isEmpty() ? Style.Look.NOTHING : Style.Look.OTHER_NUMBER);
    }
    Style.Look look = scale > 0 || cut ? Style.Look.OTHER_NUMBER : Style.Look.AS_STORED;
    return new Style(code, before.toString(), after.toString(), look);
  }

  /** The style of zeros: a dash alone stands for nought. */
  Style zeroStyle(String code) {
    return DASHES.contains(before.toString()) ? Style.of(code) : style(code);
  }

  /**
   * The style of numbers below zero, whose minus the section itself writes: as a sign, as brackets,
   * as a colour, or as a word (下降).
   *
   * @param positiveColour the colour of numbers above zero
   */
  Style negativeStyle(String code, String positiveColour) {
    Style style = style(code);
    if (style.look() != Style.Look.AS_STORED) {
      return style;
    }
    boolean minus = before.indexOf("-") >= 0;
    boolean brackets = before.indexOf("(") >= 0 && after.indexOf(")") >= 0;
    if (minus || brackets) {
      String left = before.toString().replace("-", "");
      String right = after.toString();
      return new Style(
          code,
          brackets ? left.replace("(", "") : left,
          brackets ? right.replace(")", "") : right,
          Style.Look.AS_STORED);
    }
    if (!before.isEmpty()) {
      return style.looking(Style.Look.WITHOUT_SIGN);
    }
    boolean coloured = !colour.isEmpty() && !colour.equals(positiveColour);
    return coloured ? style : style.looking(Style.Look.OTHER_NUMBER);
  }

  boolean isEmpty() {
    return !digits && !general && before.isEmpty() && after.isEmpty();
  }

  /** By what power of ten the number is divided before it is shown. */
  int powerOfTen() {
    return scale * THOUSAND;
  }
}
