package io.yanmen.reading.feed.message;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.SheetRow;

/** Understands the rows of one table, its head first. */
public interface DelimitedRows {
  void row(SheetRow row) throws UnreadableFileException;

  /** The table has no more rows. */
  void end() throws UnreadableFileException;

  /** Makes what understands the rows of a table. */
  @FunctionalInterface
  interface Maker {
    DelimitedRows make(int tableNo, String sheet);
  }
}
