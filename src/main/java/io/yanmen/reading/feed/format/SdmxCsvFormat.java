package io.yanmen.reading.feed.format;

import io.yanmen.reading.feed.mapping.FeedSettings;
import io.yanmen.reading.feed.message.DelimitedRows;
import io.yanmen.reading.feed.message.FeedFormat;
import io.yanmen.reading.feed.message.FeedValueSink;
import io.yanmen.reading.feed.sdmx.SdmxCsvRows;

/** SDMX-CSV 1.0 and 2.0. */
record SdmxCsvFormat() implements FeedFormatReader {
  private static final FeedFormat FORMAT =
      new FeedFormat(
          "sdmx-csv",
          "SDMX-CSV",
          FeedFormat.Family.TABLE,
          FeedFormat.Trait.SDMX_CODES,
          FeedFormat.Trait.DECIMAL_COMMA);

  @Override
  public FeedFormat format() {
    return FORMAT;
  }

  @Override
  public boolean isTable(String line) {
    return line.matches("(?s)DATAFLOW\\s*[,;\\t|].*")
        || line.matches("(?s)STRUCTURE(\\[.?])?[,;\\t|]STRUCTURE_ID.*");
  }

  @Override
  public DelimitedRows.Maker rows(FeedSettings settings, FeedValueSink sink) {
    return (tableNo, sheet) -> new SdmxCsvRows(tableNo, sheet, settings, sink);
  }
}
