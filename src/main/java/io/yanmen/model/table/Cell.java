package io.yanmen.model.table;

import java.math.BigDecimal;

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

  /** What people read in the cell: a 4 that is shown as 0"月" is 4月. */
  public String shown() {
    if (!style.hasWords()) {
      return text;
    }
    String number =
        kind == CellKind.PERCENT
            ? new BigDecimal(text).movePointRight(2).toPlainString() + "%"
            : text;
    boolean unsigned = style.look() == Style.Look.WITHOUT_SIGN && number.startsWith("-");
    return style.before() + (unsigned ? number.substring(1) : number) + style.after();
  }

  /** The cell as if what people read in it had been typed. */
  public Cell asShown() {
    return style.hasWords() ? new Cell(CellKind.TEXT, shown(), Style.PLAIN) : this;
  }

  /** Whether nobody takes it for part of the table: struck out, or shown as nothing. */
  public boolean isTakenBack() {
    return style.look() == Style.Look.STRUCK_OUT || style.look() == Style.Look.NOTHING;
  }
}
