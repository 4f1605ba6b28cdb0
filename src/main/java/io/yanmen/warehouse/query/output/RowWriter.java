package io.yanmen.warehouse.query.output;

import java.io.IOException;
import java.util.List;

/** Writes rows of a result as they come from the server. */
public interface RowWriter extends AutoCloseable {
  void header(List<String> columns) throws IOException;

  /**
   * @param values as text; empty where there is none
   */
  void row(List<String> values) throws IOException;

  @Override
  void close() throws IOException;

  /** Whether a column holds numbers. */
  static boolean isNumber(String column) {
    return column.equals("value");
  }

  /** Whether a column's text comes from files, and so from anybody. */
  static boolean isForeign(String column) {
    return column.equals("source_file") || column.equals("sheet");
  }
}
