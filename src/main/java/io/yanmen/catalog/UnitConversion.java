package io.yanmen.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * From a unit to another, as a factor; made once, used for many values. Most units are apart by a
 * power of ten, which only moves the point.
 */
public final class UnitConversion {
  private static final int DECIMALS_WHEN_ENDLESS = 12;

  private final BigDecimal multiplier;
  private final BigDecimal divisor;
  private final boolean powerOfTen;
  private final int power;

  private UnitConversion(BigDecimal multiplier, BigDecimal divisor, boolean powerOfTen, int power) {
    this.multiplier = multiplier;
    this.divisor = divisor;
    this.powerOfTen = powerOfTen;
    this.power = power;
  }

  /** Multiplies and then divides; both are above zero. */
  static UnitConversion of(BigDecimal multiplier, BigDecimal divisor) {
    BigDecimal up = multiplier.stripTrailingZeros();
    BigDecimal down = divisor.stripTrailingZeros();
    boolean powerOfTen = up.unscaledValue().equals(down.unscaledValue());
    return new UnitConversion(multiplier, divisor, powerOfTen, down.scale() - up.scale());
  }

  /** Exact wherever the result has an end, else with 12 decimals; without zeros at the end. */
  public BigDecimal of(BigDecimal value) {
    if (powerOfTen) {
      return plain(power == 0 ? value : value.scaleByPowerOfTen(power));
    }
    BigDecimal dividend = value.multiply(multiplier);
    try {
      return plain(dividend.divide(divisor));
    } catch (ArithmeticException endless) {
      return plain(dividend.divide(divisor, DECIMALS_WHEN_ENDLESS, RoundingMode.HALF_EVEN));
    }
  }

  /** Equal factors, written alike. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UnitConversion that
        && multiplier.equals(that.multiplier)
        && divisor.equals(that.divisor);
  }

  @Override
  public int hashCode() {
    return 31 * multiplier.hashCode() + divisor.hashCode();
  }

  private static BigDecimal plain(BigDecimal value) {
    if (value.scale() == 0) {
      return value;
    }
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
