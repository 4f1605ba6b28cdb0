package io.yanmen.warehouse.stored;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Qualifier;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureCodeTest {
  private static long code(String figure) {
    String[] words = figure.strip().split(" ");
    return FigureCode.of(
        new BigDecimal(words[0]), Qualifier.valueOf(words[1]), ObservationStatus.valueOf(words[2]));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12.3 EXACT A | 12.3 EXACT A    | true
          12.3 EXACT A | 12.30 EXACT A   | true
          100 EXACT A  | 1E+2 EXACT A    | true
          0 EXACT A    | 0.00 EXACT A    | true
          12.3 EXACT A | 12.3 EXACT P    | true
          12.3 EXACT P | 12.3 EXACT A    | true
          12.3 EXACT A | 12.3 ABOUT A    | false
          12.3 OVER A  | 12.3 AT_LEAST A | false
          12.3 EXACT A | -12.3 EXACT A   | false
          12.3 EXACT A | 123 EXACT A     | false
          12.3 EXACT A | 12.4 EXACT A    | false
          12345678901234567890 EXACT A | 12345678901234567890 EXACT A | false
          """)
  void figuresAreTheSameByValueAndQualifierWhateverTheirStatus(
      String one, String other, boolean same) {
    assertThat(FigureCode.sameValue(code(one), code(other))).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12 EXACT A | 12 EXACT A | true
          12 EXACT P | 12 EXACT P | true
          12 EXACT A | 12 EXACT P | true
          12 EXACT P | 12 EXACT A | false
          12 EXACT A | 13 EXACT P | false
          12 EXACT A | 12 ABOUT A | false
          12 EXACT A | 12 ABOUT P | false
          12345678901234567890 EXACT A | 12345678901234567890 EXACT A | false
          """)
  void onlyWhatSaysTheSameOrTheSameProvisionallyLeavesTheStoredFigure(
      String stored, String coming, boolean leaves) {
    assertThat(FigureCode.leaves(code(stored), code(coming))).isEqualTo(leaves);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "1",
        "-1",
        "12.3",
        "-0.000001",
        "99.5",
        "2251799813685247",
        "-2251799813685247",
        "225179981.3685247",
        "1E+15",
        "0.000000000000000001"
      })
  void aFigureThatFitsComesBackAsItWas(String value) {
    for (Qualifier qualifier : Qualifier.values()) {
      for (ObservationStatus status : ObservationStatus.values()) {
        long code = FigureCode.of(new BigDecimal(value), qualifier, status);
        assertThat(FigureCode.isFigure(code)).isTrue();
        assertThat(FigureCode.isLarge(code)).isFalse();
        assertThat(FigureCode.qualifier(code)).isEqualTo(qualifier);
        assertThat(FigureCode.status(code)).isEqualTo(status);
        assertThat(BigDecimal.valueOf(FigureCode.unscaled(code), FigureCode.scale(code)))
            .isEqualByComparingTo(value);
        assertThat(FigureCode.value(code)).isEqualTo(Double.parseDouble(value));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2251799813685248",
        "-2251799813685248",
        "1234567890123456789",
        "1E+18",
        "1E+19",
        "1E-19",
        "0.1234567890123456789"
      })
  void aFigureWithTooManyDigitsIsAFigureWithoutAValue(String value) {
    long code = FigureCode.of(new BigDecimal(value), Qualifier.ABOUT, ObservationStatus.P);
    assertThat(FigureCode.isFigure(code)).isTrue();
    assertThat(FigureCode.isLarge(code)).isTrue();
    assertThat(FigureCode.value(code)).isNaN();
    assertThat(FigureCode.qualifier(code)).isEqualTo(Qualifier.ABOUT);
    assertThat(FigureCode.status(code)).isEqualTo(ObservationStatus.P);
  }
}
