package io.yanmen.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class UnitConversionTest {
  private static final UnitGrammar UNITS = new UnitGrammar();

  @Property(tries = 20_000)
  void movesThePointAsMultiplyingAndDividingWould(
      @ForAll int unscaled, @ForAll("scales") int scale, @From("pairs") @ForAll Unit[] pair) {
    BigDecimal value = BigDecimal.valueOf(unscaled, scale);
    BigDecimal converted = pair[0].convert(value, pair[1]);
    BigDecimal dividend = value.multiply(pair[0].numerator()).multiply(pair[1].denominator());
    BigDecimal divisor = pair[0].denominator().multiply(pair[1].numerator());
    BigDecimal expected;
    try {
      expected = dividend.divide(divisor);
    } catch (ArithmeticException endless) {
      expected = dividend.divide(divisor, 12, RoundingMode.HALF_EVEN);
    }
    BigDecimal stripped = expected.stripTrailingZeros();
    assertThat(converted).isEqualTo(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
  }

  @Provide
  Arbitrary<Integer> scales() {
    return Arbitraries.integers().between(0, 9);
  }

  @Provide
  Arbitrary<Unit[]> pairs() {
    return Arbitraries.oneOf(
        pair("元", "千元", "万元", "百万元", "亿元"),
        pair("吨", "千克", "斤", "万吨", "Mt"),
        pair("亩", "公顷", "平方公里", "平方米", "万亩"),
        pair("%", "‰"));
  }

  private static Arbitrary<Unit[]> pair(String... symbols) {
    Arbitrary<Unit> unit = Arbitraries.of(symbols).map(s -> UNITS.parse(s).orElseThrow());
    return unit.array(Unit[].class).ofSize(2);
  }
}
