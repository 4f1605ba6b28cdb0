package io.yanmen.reading.format.xlsx;

import io.yanmen.model.table.CellRange;
import java.util.Optional;

/** Cell references as workbooks write them: B7, $B$7, A1:B2. */
final class CellReference {
  private static final int MOST = 1 << 24;

  private CellReference() {}

  /** The column of a reference, from 0; -1 where the text is none. */
  static int column(CharSequence text, int from, int to) {
    int column = 0;
    for (int i = from; i < to; i++) {
      char written = text.charAt(i);
      int c = written >= 'a' && written <= 'z' ? written - 'a' + 'A' : written;
      if (c < 'A' || c > 'Z') {
        return c == '$' || (c >= '0' && c <= '9') ? column - 1 : -1;
      }
      column = column * 26 + c - 'A' + 1;
      if (column > MOST) {
        return -1;
      }
    }
    return -1;
  }

  /** A whole number from 1 as written; -1 where the text is none, or beyond any row. */
  static int positive(CharSequence text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + c - '0';
      if (number > MOST) {
        return -1;
      }
    }
    return number == 0 ? -1 : number;
  }

  /** The rectangle of a reference like A1:B2; empty where the text is none. */
  static Optional<CellRange> range(String reference) {
    String text = reference.replace("$", "");
    int colon = text.indexOf(':');
    int end = colon < 0 ? text.length() : colon;
    int second = colon < 0 ? 0 : colon + 1;
    int[] one = cell(text, 0, end);
    int[] two = cell(text, second, text.length());
    if (one[0] < 0 || one[1] < 0 || two[0] < 0 || two[1] < 0) {
      return Optional.empty();
    }
    return Optional.of(
        new CellRange(
            Math.min(one[0], two[0]),
            Math.min(one[1], two[1]),
            Math.max(one[0], two[0]),
            Math.max(one[1], two[1])));
  }

  private static int[] cell(String text, int from, int to) {
    int digits = from;
    while (digits < to && Character.isLetter(text.charAt(digits))) {
      digits++;
    }
    int row = positive(text, digits, to);
    return new int[] {row < 0 ? -1 : row - 1, column(text, from, to)};
  }
}
