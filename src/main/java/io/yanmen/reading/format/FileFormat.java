package io.yanmen.reading.format;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.RowSink;
import io.yanmen.reading.format.limit.ContentFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * A format of files whose tables are read: how it is known and what reads it. One class a format,
 * listed in {@link FileFormats}; see {@code docs/add-a-format.md}.
 */
public interface FileFormat {
  /** What people call it, the same in every language. */
  String label();

  /**
   * What its files are called, in lower case and without the dot; no other format has one of them.
   */
  Set<String> endings();

  /**
   * Whether its bytes are a container (zip, OLE2), so that a damaged container may be such a file.
   */
  boolean isContainer();

  /**
   * Whether a file is of this format, whatever its name says. What cannot be told for a reason that
   * reading it will name is so, too.
   */
  boolean isOf(FileHead head) throws IOException;

  /** Whether files of a format that is not read rightly bear the endings of this one. */
  default boolean sharesEndingsWith(ContentFormat unread) {
    return false;
  }

  /**
   * @param ending of the name that the file came with, with its dot; empty if it has none
   * @throws UnreadableFileException if it is damaged, protected, or asks for more than the limits
   *     allow
   */
  void read(Path content, String ending, RowSink sink) throws UnreadableFileException, IOException;
}
