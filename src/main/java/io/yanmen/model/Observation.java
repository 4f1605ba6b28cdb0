package io.yanmen.model;

import java.math.BigDecimal;

/**
 * One value of a series in one period, with where it came from.
 *
 * @param value exact, in the canonical unit ({@link Measure#unit}), without trailing zeros
 * @param tableNo number of the table in its file, from 1
 * @param unitAsWritten the unit as the file says it; empty where the measure has one unit only
 * @param valueAsWritten the text of the cell
 */
public record Observation(
    SeriesKey series,
    Period period,
    BigDecimal value,
    Qualifier qualifier,
    ObservationStatus status,
    int tableNo,
    CellAddress cell,
    String unitAsWritten,
    String valueAsWritten) {
  public Observation {
    if (period.frequency() != series.frequency()) {
      throw new IllegalArgumentException(
          period + " does not fit a series of frequency " + series.frequency());
    }
  }
}
