package io.yanmen.warehouse.stored;

import io.yanmen.model.Accumulation;
import io.yanmen.model.Frequency;
import io.yanmen.model.Measure;
import io.yanmen.model.Scenario;
import io.yanmen.model.SeriesKey;
import io.yanmen.warehouse.sql.Row;
import java.sql.SQLException;

/**
 * Reads a series from a row that has {@code area_code, indicator_code, breakdown, measure, rank_in,
 * scenario, frequency, accumulation} one after the other.
 */
public final class SeriesRow {
  /** How many columns a series takes. */
  public static final int COLUMNS = 8;

  private SeriesRow() {}

  /**
   * @param first number of the column of the area
   */
  public static SeriesKey key(Row row, int first) throws SQLException {
    return new SeriesKey(
        row.text(first),
        row.text(first + 1),
        row.text(first + 2),
        Measure.of(row.text(first + 3)),
        row.text(first + 4),
        Scenario.of(row.text(first + 5)),
        Frequency.valueOf(row.text(first + 6)),
        Accumulation.of(row.text(first + 7)));
  }
}
