package io.yanmen.model;

import io.yanmen.model.table.CellAddress;
import java.math.BigDecimal;

/**
 * One value of a series in one period, with where it came from.
 *
 * @param value exact, in the canonical unit ({@link Measure#unit}), without trailing zeros; one
 *     that {@link #canHold a figure can have}
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
  private static final int MOST_DIGITS = 30;
  private static final int MOST_DECIMALS = 90;

  public Observation {
    if (!canHold(value)) {
      throw new IllegalArgumentException(
          "no figure: %d digits, exponent %d".formatted(value.precision(), -value.scale()));
    }
    if (period.frequency() != series.frequency()) {
      throw new IllegalArgumentException(
          period + " does not fit a series of frequency " + series.frequency());
    }
  }

  /**
   * Whether a figure can be as large and as exact: below 10<sup>30</sup>, at most 90 decimals. Any
   * other number is no statistic, and may have more zeros than memory holds.
   */
  public static boolean canHold(BigDecimal value) {
    return value.scale() <= MOST_DECIMALS
        && value.scale() >= -MOST_DIGITS
        && value.precision() - value.scale() <= MOST_DIGITS;
  }
}
