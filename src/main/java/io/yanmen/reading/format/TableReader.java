package io.yanmen.reading.format;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.RowSink;
import java.io.IOException;
import java.nio.file.Path;

/** Reads the tables of a file as rows of cells, streamed. */
public interface TableReader {
  /**
   * @param content the bytes
   * @param fileName the name that the file came with; its ending is a claim, checked against the
   *     content
   * @throws UnreadableFileException if the file is not what it claims, damaged, protected, or asks
   *     for more than the limits allow
   */
  void read(Path content, String fileName, RowSink sink)
      throws UnreadableFileException, IOException;
}
