package io.yanmen.model.table;

/** Takes the tables of a file as they are read: sheet, its rows from the top, sheet's end. */
public interface RowSink {
  void sheet(SheetInfo sheet);

  /** Rows without any content are not sent; {@link SheetRow#number} shows the gap. */
  void row(SheetRow row);

  void endSheet();
}
