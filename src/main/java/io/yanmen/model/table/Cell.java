package io.yanmen.model.table;

/**
 * A cell as read.
 *
 * @param text the value as stored: text as it is, numbers in plain decimal notation with all digits
 *     that count (a double of the file that says 0.1 is "0.1"), never null
 * @param format how the cell shows numbers (the number format's code); empty for text and csv
 */
public record Cell(CellKind kind, String text, String format) {
  public static final Cell EMPTY = new Cell(CellKind.EMPTY, "", "");

  public static Cell text(String text) {
    return text.isEmpty() ? EMPTY : new Cell(CellKind.TEXT, text, "");
  }

  public static Cell number(String text) {
    return new Cell(CellKind.NUMBER, text, "");
  }

  public boolean isEmpty() {
    return kind == CellKind.EMPTY;
  }
}
