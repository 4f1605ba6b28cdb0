package io.yanmen.catalog;

/**
 * Marks that lead to a footnote: ①, ❷, and raised or lowered digits. Unicode's compatibility forms
 * turn them into plain digits, which would make 1201 of 120①.
 */
final class FootnoteMarks {
  private static final String RAISED =
      "\u00B9\u00B2\u00B3\u2070\u2074\u2075\u2076\u2077\u2078\u2079";

  private static final char LOWERED_FIRST = '\u2080';
  private static final char LOWERED_LAST = '\u2089';

  /** What a raised or lowered digit behind a figure gets: 10⁸ is a power, 120₁ perhaps a mark. */
  private static final char POWER = '^';

  private FootnoteMarks() {}

  /**
   * The text without circled digits, and without raised or lowered ones behind a Chinese word. They
   * stay behind a letter (m²) and a unit of length (米³), where they belong to the unit; behind a
   * figure a sign is put before them, so that they are never taken for the figure's last digits.
   */
  static String removed(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isCircled(c)) {
        continue;
      }
      if (RAISED.indexOf(c) < 0 && !isLowered(c)) {
        plain.append(c);
        continue;
      }
      char before = i == 0 ? ' ' : text.charAt(i - 1);
      if (Character.isDigit(before)) {
        plain.append(POWER).append(c);
      } else if (before == '米' || before == '里' || before < '\u2E80') {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private static boolean isLowered(char c) {
    return c >= LOWERED_FIRST && c <= LOWERED_LAST;
  }

  /** Circled, bracketed and dotted digits, and circled letters. */
  private static boolean isCircled(char c) {
    return (c >= '\u2460' && c <= '\u249B')
        || (c >= '\u24EA' && c <= '\u24FF')
        || (c >= '\u2776' && c <= '\u2793');
  }
}
