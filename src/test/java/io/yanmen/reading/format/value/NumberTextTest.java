package io.yanmen.reading.format.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "0.0, 0",
    "0.1, 0.1",
    "-0.5, -0.5",
    "12, 12",
    "0012, 12",
    "12.50, 12.5",
    "12., 12",
    ".5, 0.5",
    "1E3, 1000",
    "1.0000000000000001E-2, 0.01",
    "0.30000000000000004, 0.3",
    "2.2999999999999998, 2.3",
    "123456789012345, 123456789012345",
    "1234567890123456, 1234567890123460",
    "1.2345678901234568E+16, 12345678901234600",
    "4.0000000000000036E-2, 0.04",
    "-1E-7, -0.0000001",
    "0e999999999, 0"
  })
  void storedNumbersBecomePlainDecimalsOfFifteenDigits(String stored, String plain) {
    char[] buffer = ("<" + stored + ">").toCharArray();
    assertThat(NumberText.plain(buffer, 1, buffer.length - 1)).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1e999999999", "1E-99999", "1e9999999999", "NaN", "-", "1,5", "--1", "1 2"})
  void whatNoDoubleHoldsIsNoNumber(String stored) {
    assertThat(NumberText.plain(stored.toCharArray(), 0, stored.length())).isNull();
  }

  @Test
  void numberOfManyDigitsIsNoNumber() {
    String stored = "1".repeat(30_000);
    assertThat(NumberText.plain(stored.toCharArray(), 0, stored.length())).isNull();
  }

  @Property
  void doublesAndTheirTextsGiveTheSame(@ForAll double value) {
    String stored = Double.toString(value);
    assertThat(NumberText.plain(value))
        .isEqualTo(NumberText.plain(stored.toCharArray(), 0, stored.length()))
        .isNotNull()
        .doesNotContain("E");
    assertThat(new BigDecimal(NumberText.plain(value)))
        .isEqualByComparingTo(new BigDecimal(stored).round(new MathContext(15)));
  }
}
