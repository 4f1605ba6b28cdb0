package io.yanmen.reading.format.text;

import io.yanmen.model.table.Cell;
import io.yanmen.reading.format.value.ContentCells;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes the cells of a text. Labels come again and again: a text that was met is not made a second
 * time, and stays the same object, by which later stages know it fast. Figures seldom come again;
 * where a column shows that, none of its cells is kept.
 */
final class RepeatedCells {
  private static final int SLOTS = 1 << 13;
  private static final int LONGEST = 60;
  // Beyond so many columns nothing is kept: tables of figures are as wide, tables of labels are
  // not.
  private static final int COLUMNS = 256;
  // After so many texts of which most were new a column is one of figures, or of words without end.
  private static final int NEW_NUMBERS = 256;
  private static final int NEW_WORDS = 4 * SLOTS;

  /** A cell with its characters, which are compared several at a time. */
  private static final class Known {
    private final Cell cell;
    private final char[] text;

    Known(Cell cell, char[] text) {
      this.cell = cell;
      this.text = text;
    }

    boolean is(char[] buffer, int from, int to) {
      return Arrays.equals(text, 0, text.length, buffer, from, to);
    }
  }

  private final @Nullable Known[] kept = new Known[SLOTS];
  private final @Nullable Known[] last = new Known[COLUMNS];
  private final int[] met = new int[COLUMNS];
  private final int[] metAgain = new int[COLUMNS];

  /** The cell of a part of the buffer. */
  Cell cell(int column, char[] buffer, int from, int to) {
    if (from == to) {
      return Cell.EMPTY;
    }
    if (column >= COLUMNS) {
      return made(buffer, from, to);
    }
    Known above = last[column];
    if (above != null && above.is(buffer, from, to)) {
      return above.cell;
    }
    if (!comesAgain(column, buffer, from, to)) {
      last[column] = null;
      return made(buffer, from, to);
    }
    Known known = kept(column, buffer, from, to);
    last[column] = known;
    return known.cell;
  }

  private boolean comesAgain(int column, char[] buffer, int from, int to) {
    int enough = buffer[from] <= '9' ? NEW_NUMBERS : NEW_WORDS;
    return to - from <= LONGEST && (met[column] < enough || metAgain[column] > met[column] / 2);
  }

  private Known kept(int column, char[] buffer, int from, int to) {
    int hash = column;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + buffer[i];
    }
    int slot = (hash ^ hash >>> 13 ^ hash >>> 26) & (SLOTS - 1);
    met[column]++;
    Known known = kept[slot];
    if (known != null && known.is(buffer, from, to)) {
      metAgain[column]++;
      return known;
    }
    known = new Known(made(buffer, from, to), Arrays.copyOfRange(buffer, from, to));
    kept[slot] = known;
    return known;
  }

  private static Cell made(char[] buffer, int from, int to) {
    return ContentCells.text(new String(buffer, from, to - from));
  }
}
