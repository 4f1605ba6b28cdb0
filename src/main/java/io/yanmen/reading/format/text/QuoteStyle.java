package io.yanmen.reading.format.text;

/**
 * How a text puts its fields into quotes, as far as its beginning shows it.
 *
 * @param quote the sign
 * @param blanksBefore whether blanks stand between a delimiter and an opening quote
 */
record QuoteStyle(char quote, boolean blanksBefore) {
  static final QuoteStyle USUAL = new QuoteStyle('"', false);

  private static final char SINGLE = '\'';
  // One word between apostrophes is a word; a text that quotes its fields has more.
  private static final int LEAST_SINGLE = 2;

  /**
   * The style of a text. Anything but a double quote right behind the delimiter is taken for a
   * quote only where each of its kind at the beginning of a field has its counterpart at the end of
   * that field.
   */
  static QuoteStyle find(CharSequence sample, char delimiter) {
    Count usual = Count.of(sample, delimiter, '"');
    if (usual.atOnce + usual.behindBlanks == 0) {
      Count single = Count.of(sample, delimiter, SINGLE);
      boolean quoted = single.open == 0 && single.atOnce + single.behindBlanks >= LEAST_SINGLE;
      return quoted ? new QuoteStyle(SINGLE, single.behindBlanks > 0) : USUAL;
    }
    return new QuoteStyle('"', usual.behindBlanks > 0 && usual.open == 0);
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\u00a0' || c == '\u3000';
  }

  /** Fields that begin with a quote: those that end with one, and those that do not. */
  private static final class Count {
    private int atOnce;
    private int behindBlanks;
    private int open;

    static Count of(CharSequence text, char delimiter, char quote) {
      Count count = new Count();
      int i = 0;
      while (i < text.length()) {
        int first = i;
        while (first < text.length()
            && isBlank(text.charAt(first))
            && text.charAt(first) != delimiter) {
          first++;
        }
        if (first < text.length() && text.charAt(first) == quote) {
          i = count.quoted(text, first, first > i, delimiter, quote);
        }
        while (i < text.length() && !endsField(text.charAt(i), delimiter)) {
          i++;
        }
        i++;
      }
      return count;
    }

    /** Counts a field whose quote opens at a place; where it ends. */
    private int quoted(CharSequence text, int opening, boolean blanks, char delimiter, char quote) {
      int i = opening + 1;
      while (i < text.length()) {
        if (text.charAt(i) != quote) {
          i++;
        } else if (i + 1 < text.length() && text.charAt(i + 1) == quote) {
          i += 2;
        } else {
          break;
        }
      }
      if (i == text.length()) {
        // The sample may end within a field; then nothing is known of it.
        return i;
      }
      int behind = i + 1;
      while (behind < text.length()
          && isBlank(text.charAt(behind))
          && text.charAt(behind) != delimiter) {
        behind++;
      }
      if (behind < text.length() && !endsField(text.charAt(behind), delimiter)) {
        open++;
        return opening + 1;
      }
      if (blanks) {
        behindBlanks++;
      } else {
        atOnce++;
      }
      return behind;
    }

    private static boolean endsField(char c, char delimiter) {
      return c == delimiter || c == '\n' || c == '\r';
    }
  }
}
