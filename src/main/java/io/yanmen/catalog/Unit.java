package io.yanmen.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;

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

  private static final int DECIMALS_WHEN_ENDLESS = 12;

  /** A value of this unit in another; exact wherever the result has an end. */
  public BigDecimal convert(BigDecimal value, Unit target) {
    if (!dimension.equals(target.dimension)) {
      throw new IllegalArgumentException(symbol + " does not convert into " + target.symbol);
    }
    if (numerator.compareTo(target.numerator) == 0
        && denominator.compareTo(target.denominator) == 0) {
      return plain(value);
    }
    BigDecimal dividend = value.multiply(numerator).multiply(target.denominator);
    BigDecimal divisor = denominator.multiply(target.numerator);
    return divide(dividend, divisor);
  }

  private static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
    if (divisor.compareTo(BigDecimal.ONE) == 0) {
      return plain(dividend);
    }
    try {
      return plain(dividend.divide(divisor));
    } catch (ArithmeticException endless) {
      return plain(dividend.divide(divisor, DECIMALS_WHEN_ENDLESS, RoundingMode.HALF_EVEN));
    }
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  public boolean isForeignMoney() {
    return dimension.startsWith(FOREIGN_MONEY);
  }
}
