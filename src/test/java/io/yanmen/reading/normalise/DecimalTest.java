package io.yanmen.reading.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class DecimalTest {
  @Property(tries = 20_000)
  void readsWhatBigDecimalReads(
      @ForAll
          @CharRange(from = '0', to = '9')
          @Chars({'.', '-', '+', '0', 'e'})
          @StringLength(max = 24)
          String text) {
    BigDecimal expected;
    try {
      expected = new BigDecimal(text);
    } catch (NumberFormatException noNumber) {
      assertThatThrownBy(() -> Decimal.of(text)).isInstanceOf(NumberFormatException.class);
      return;
    }
    assertThat(Decimal.of(text)).isEqualTo(expected);
  }

  @Property(tries = 2_000)
  void readsEveryPlainDecimal(@ForAll long unscaled, @ForAll byte scale) {
    String text = BigDecimal.valueOf(unscaled, Math.floorMod(scale, 12)).toPlainString();
    assertThat(Decimal.isPlain(text)).isTrue();
    assertThat(Decimal.of(text)).isEqualTo(new BigDecimal(text));
  }
}
