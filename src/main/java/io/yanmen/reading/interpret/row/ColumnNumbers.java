package io.yanmen.reading.interpret.row;

import io.yanmen.catalog.NameNormalForm;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.SheetRow;

/** The numbers that forms give their columns: 甲 乙 1 2 3 4 below the heads. */
public final class ColumnNumbers {
  private static final int LONGEST = 6;
  private static final String STEMS = "甲乙丙丁戊";

  private ColumnNumbers() {}

  public static boolean are(SheetRow row) {
    for (Cell cell : row.cells()) {
      if (cell.text().length() > LONGEST) {
        return false;
      }
    }
    int expected = -1;
    int count = 0;
    boolean stems = false;
    for (Cell cell : row.cells()) {
      String text = NameNormalForm.of(cell.text());
      if (text.isEmpty() || isStem(text)) {
        stems |= !text.isEmpty();
        continue;
      }
      int number = columnNumber(text);
      if (number < 0) {
        return false;
      }
      if (expected >= 0 && number != expected) {
        return false;
      }
      if (expected < 0 && number > 2) {
        return false;
      }
      expected = number + 1;
      count++;
    }
    return count >= (stems ? 1 : 3);
  }

  private static boolean isStem(String text) {
    return text.length() == 1 && STEMS.indexOf(text.charAt(0)) >= 0;
  }

  /** The number of one or two digits, in brackets or not; -1 if the text is none. */
  private static int columnNumber(String text) {
    int from = text.startsWith("(") ? 1 : 0;
    int to = text.endsWith(")") ? text.length() - 1 : text.length();
    if (to - from < 1 || to - from > 2) {
      return -1;
    }
    int number = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = 10 * number + c - '0';
    }
    return number;
  }
}
