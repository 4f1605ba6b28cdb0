package io.yanmen.model.text;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes text from files and file names safe to show: it can change neither layout nor direction.
 */
public final class ShownText {
  private static final char REPLACEMENT = '\uFFFD';
  private static final int LOOKED_AT = 10;
  private static final Pattern SPACES = Pattern.compile(" {2,}");

  /** Joins the parts of an emoji, and letters of Indian scripts. */
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private ShownText() {}

  /** The text with each half of a surrogate pair that stands alone replaced by U+FFFD. */
  public static String wellFormed(String text) {
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c)
        .forEach(result::appendCodePoint);
    return result.toString();
  }

  /** One line: well-formed, control and direction characters replaced, runs of space made one. */
  public static String line(String text) {
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints().map(ShownText::shown).forEach(result::appendCodePoint);
    return SPACES.matcher(result).replaceAll(" ").strip();
  }

  /** {@link #line}, cut to a number of characters. */
  public static String line(String text, int limit) {
    // Of a text without bounds no more is looked at than may be shown, runs of space counted in.
    boolean cut = text.length() > LOOKED_AT * limit;
    String line = line(cut ? text.substring(0, LOOKED_AT * limit) : text);
    boolean tooLong = line.codePointCount(0, line.length()) > limit;
    return tooLong
        ? line.substring(0, line.offsetByCodePoints(0, limit)) + "…"
        : cut ? line + "…" : line;
  }

  /** The beginning of a text that is longer than so many characters, with a mark that it is cut. */
  public static String beginning(String text, int limit) {
    return text.length() <= limit ? text : text.substring(0, limit) + "…";
  }

  /**
   * The text as it is but for what could change layout or direction, which is written as an escape:
   * {@code \n}, {@code \u202e}. For logs and listings, where nothing may be lost.
   */
  public static String escaped(String text) {
    if (text.codePoints().noneMatch(ShownText::changesLayout)) {
      return text;
    }
    StringBuilder result = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              if (changesLayout(c)) {
                result.append(escape(c));
              } else {
                result.appendCodePoint(c);
              }
            });
    return result.toString();
  }

  /** Whether a character is more than a sign or a blank: a line end, a control, a direction. */
  public static boolean changesLayout(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      case Character.FORMAT -> c != ZERO_WIDTH_JOINER;
      default -> false;
    };
  }

  private static String escape(int c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format(Locale.ROOT, c > 0xFFFF ? "\\U%08x" : "\\u%04x", c);
    };
  }

  private static int shown(int c) {
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      // An ideographic space is a way of writing names; the others only differ in width.
      return c == '\u3000' ? c : ' ';
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE ->
          REPLACEMENT;
      case Character.FORMAT -> c == ZERO_WIDTH_JOINER ? c : REPLACEMENT;
      default -> c;
    };
  }
}
