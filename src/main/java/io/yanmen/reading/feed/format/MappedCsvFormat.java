package io.yanmen.reading.feed.format;

import io.yanmen.reading.feed.mapping.FeedSettings;
import io.yanmen.reading.feed.message.DelimitedRows;
import io.yanmen.reading.feed.message.FeedFormat;
import io.yanmen.reading.feed.message.FeedValueSink;
import io.yanmen.reading.feed.other.MappedColumnsReader;

/** A table whose columns the source names. */
record MappedCsvFormat() implements FeedFormatReader {
  private static final FeedFormat FORMAT =
      new FeedFormat("csv", "csv", FeedFormat.Family.TABLE, FeedFormat.Trait.BY_HAND);

  @Override
  public FeedFormat format() {
    return FORMAT;
  }

  @Override
  public DelimitedRows.Maker rows(FeedSettings settings, FeedValueSink sink) {
    return (tableNo, sheet) -> new MappedColumnsReader(tableNo, sheet, settings, sink);
  }
}
