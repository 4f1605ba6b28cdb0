package io.yanmen.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.yanmen.model.table.CellAddress;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationTest {
  private static Observation of(String value) {
    return new Observation(
        new SeriesKey(
            "140924",
            "fixed_asset_investment",
            Measure.LEVEL,
            Scenario.ACTUAL,
            Frequency.A,
            Accumulation.PERIOD),
        Period.year(2024),
        new BigDecimal(value),
        Qualifier.EXACT,
        ObservationStatus.A,
        1,
        new CellAddress("", 0, 0),
        "",
        value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "-1e999999999", "1e-999999999", "1e30", "0e-2147483647"})
  void numberThatNoStatisticCanBeIsNone(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> of(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-12.50", "999999999999999999999999999999.5", "1e29", "1e-60"})
  void anyOtherIsKeptAsItIs(String value) {
    assertThat(of(value).value()).isEqualTo(new BigDecimal(value));
  }
}
