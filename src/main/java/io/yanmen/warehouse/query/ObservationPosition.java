package io.yanmen.warehouse.query;

import java.time.LocalDate;

/**
 * A place among the observations in their order, by series and period.
 *
 * @param period first day of the period
 */
public record ObservationPosition(SeriesPosition series, LocalDate period) {
  /** Before all observations. */
  public static final ObservationPosition START =
      new ObservationPosition(SeriesPosition.START, LocalDate.EPOCH);
}
