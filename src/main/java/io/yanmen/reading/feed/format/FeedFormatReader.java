package io.yanmen.reading.feed.format;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.feed.mapping.FeedSettings;
import io.yanmen.reading.feed.message.DelimitedRows;
import io.yanmen.reading.feed.message.FeedFormat;
import io.yanmen.reading.feed.message.FeedValueSink;
import io.yanmen.reading.feed.message.NoteSink;
import java.io.IOException;
import java.nio.file.Path;

/**
 * How messages of a format are known by their content, and what reads them. One class a format,
 * listed in {@link FeedFormats}; see {@code docs/add-a-feed-format.md}. Of the ways to be known and
 * to be read, a format has those of its {@link FeedFormat.Family}.
 */
public interface FeedFormatReader {
  FeedFormat format();

  /** Whether JSON is of this format, as far as it has been looked at. */
  default boolean isJson(JsonOutline outline) {
    return false;
  }

  /**
   * Whether XML is of this format.
   *
   * @param text the namespace of the root element, or all of the beginning
   */
  default boolean isXml(String text) {
    return false;
  }

  /**
   * Whether delimited text is of this format.
   *
   * @param line the first, without quotes
   */
  default boolean isTable(String line) {
    return false;
  }

  /** Reads a message that is a table, row by row. */
  default DelimitedRows.Maker rows(FeedSettings settings, FeedValueSink sink) {
    throw new IllegalArgumentException(format().code() + " is no table");
  }

  /**
   * Reads a message that is no table.
   *
   * @throws UnreadableFileException if it cannot be read as a whole; what was sent before must not
   *     be kept
   */
  default void read(Path content, FeedSettings settings, FeedValueSink sink, NoteSink notes)
      throws UnreadableFileException, IOException {
    throw new IllegalArgumentException(format().code() + " is a table");
  }
}
