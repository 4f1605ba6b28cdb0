package io.yanmen.model.table;

/**
 * A cell as read.
 *
 * @param text the value as stored: text as it is, numbers in plain decimal notation with all digits
 *     that count (a double of the file that says 0.1 is "0.1"), never null
 * @param style how the cell shows it
 */
public record Cell(CellKind kind, String text, Style style) {
  public static final Cell EMPTY = new Cell(CellKind.EMPTY, "", Style.PLAIN);

  public static Cell text(String text) {
    return text.isEmpty() ? EMPTY : new Cell(CellKind.TEXT, text, Style.PLAIN);
  }

  public static Cell number(String text) {
    return new Cell(CellKind.NUMBER, text, Style.PLAIN);
  }

  /** The code of the number format that the cell is shown by; empty for text and csv. */
  public String format() {
    return style.format();
  }

  public boolean isEmpty() {
    return kind == CellKind.EMPTY;
  }
}
