package io.yanmen.model.table;

/**
 * Where a cell stands in a file.
 *
 * @param sheet name of the sheet; empty for a file that has none (csv)
 * @param row from 0
 * @param column from 0
 */
public record CellAddress(String sheet, int row, int column) {
  /** As spreadsheet programs write it: {@code Sheet1!D7}, or {@code D7} where there is no sheet. */
  @Override
  public String toString() {
    String cell = columnName(column) + (row + 1);
    return sheet.isEmpty() ? cell : sheet + "!" + cell;
  }

  /** The address that {@link #toString} wrote so. */
  public static CellAddress parse(String text) {
    int sheetEnd = text.lastIndexOf('!');
    String sheet = sheetEnd < 0 ? "" : text.substring(0, sheetEnd);
    String cell = text.substring(sheetEnd + 1);
    int letters = 0;
    int column = 0;
    while (letters < cell.length() && Character.isLetter(cell.charAt(letters))) {
      column = column * 26 + (cell.charAt(letters) - 'A' + 1);
      letters++;
    }
    return new CellAddress(sheet, Integer.parseInt(cell.substring(letters)) - 1, column - 1);
  }

  /** {@code A} for 0, {@code AA} for 26. */
  public static String columnName(int column) {
    if (column >= 0 && column < 26) {
      return String.valueOf((char) ('A' + column));
    }
    StringBuilder name = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      name.insert(0, (char) ('A' + rest % 26));
    }
    return name.toString();
  }
}
