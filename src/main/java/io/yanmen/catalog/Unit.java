package io.yanmen.catalog;

import java.math.BigDecimal;

/**
 * A unit of measurement: so many of the base unit of its dimension.
 *
 * @param symbol as written
 * @param dimension name of the quantity; only units of one dimension convert into each other
 * @param numerator one of this unit is numerator / denominator base units
 */
public record Unit(String symbol, String dimension, BigDecimal numerator, BigDecimal denominator) {
  /** Money in any currency but yuan has a dimension that begins so. */
  public static final String FOREIGN_MONEY = "foreign:";

  /** A value of this unit in another; exact wherever the result has an end. */
  public BigDecimal convert(BigDecimal value, Unit target) {
    return to(target).of(value);
  }

  /** How values of this unit become values of another. */
  public UnitConversion to(Unit target) {
    if (!dimension.equals(target.dimension)) {
      throw new IllegalArgumentException(symbol + " does not convert into " + target.symbol);
    }
    return UnitConversion.of(
        numerator.multiply(target.denominator), denominator.multiply(target.numerator));
  }

  /** Whether it measures the same in the same steps, however it is written. */
  public boolean measuresAs(Unit other) {
    return dimension.equals(other.dimension)
        && numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator))
            == 0;
  }

  public boolean isForeignMoney() {
    return dimension.startsWith(FOREIGN_MONEY);
  }
}
