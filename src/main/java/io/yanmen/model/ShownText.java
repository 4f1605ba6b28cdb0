package io.yanmen.model;

/**
 * Makes text from files and file names safe to show: it can change neither layout nor direction.
 */
public final class ShownText {
  private static final char REPLACEMENT = '\uFFFD';
  private static final int LOOKED_AT = 10;

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
    return result.toString().replaceAll(" {2,}", " ").strip();
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

  private static int shown(int c) {
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      // An ideographic space is a way of writing names; the others only differ in width.
      return c == '\u3000' ? c : ' ';
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE ->
          REPLACEMENT;
      case Character.FORMAT -> c == 0x200D ? c : REPLACEMENT;
      default -> c;
    };
  }
}
