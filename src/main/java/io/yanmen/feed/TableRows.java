package io.yanmen.feed;

import io.yanmen.model.SheetRow;
import io.yanmen.model.UnreadableFileException;

/** Understands the rows of one table, its head first. */
public interface TableRows {
  void row(SheetRow row) throws UnreadableFileException;

  /** The table has no more rows. */
  void end() throws UnreadableFileException;

  /** Makes what understands the rows of a table. */
  @FunctionalInterface
  interface Maker {
    TableRows make(int tableNo, String sheet);
  }
}
