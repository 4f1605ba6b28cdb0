package io.yanmen.docs;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.CellAddress;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.feed.format.FeedFormatReader;
import io.yanmen.reading.feed.mapping.FeedSettings;
import io.yanmen.reading.feed.message.ComponentValue;
import io.yanmen.reading.feed.message.ComponentValue.ComponentRole;
import io.yanmen.reading.feed.message.DelimitedRows;
import io.yanmen.reading.feed.message.FeedFormat;
import io.yanmen.reading.feed.message.FeedValue;
import io.yanmen.reading.feed.message.FeedValueSink;
import java.util.List;

/**
 * The format that {@code docs/add-a-feed-format.md} adds: lines of place, subject, year, figure and
 * unit below a head that says what they are.
 */
record BulletinFormat() implements FeedFormatReader {
  static final FeedFormat FORMAT = new FeedFormat("bulletin", "Bulletin", FeedFormat.Family.TABLE);

  @Override
  public FeedFormat format() {
    return FORMAT;
  }

  @Override
  public boolean isTable(String line) {
    return line.startsWith("BULLETIN,");
  }

  @Override
  public DelimitedRows.Maker rows(FeedSettings settings, FeedValueSink sink) {
    return (tableNo, sheet) ->
        new DelimitedRows() {
          @Override
          public void row(SheetRow row) throws UnreadableFileException {
            if (row.number() > 0) {
              sink.value(figure(tableNo, sheet, row));
            }
          }

          @Override
          public void end() {}
        };
  }

  private static FeedValue figure(int tableNo, String sheet, SheetRow row) {
    return new FeedValue(
        tableNo,
        new CellAddress(sheet, row.number(), 3),
        row.cell(3),
        List.of(
            ComponentValue.of(ComponentRole.DIMENSION, "place", row.cell(0).text()),
            ComponentValue.of(ComponentRole.DIMENSION, "subject", row.cell(1).text()),
            ComponentValue.of(ComponentRole.TIME, "year", row.cell(2).text()),
            new ComponentValue("unit", ComponentRole.UNIT, "", row.cell(4).text())));
  }
}
