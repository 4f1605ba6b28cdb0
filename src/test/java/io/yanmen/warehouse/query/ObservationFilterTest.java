package io.yanmen.warehouse.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationFilterTest {
  @ParameterizedTest
  @CsvSource({
    "2025, 2025-01-01",
    "2025-Q2, 2025-04-01",
    "2025-q4, 2025-10-01",
    "2025-04, 2025-04-01"
  })
  void periodsAreGivenAsTheWarehouseLabelsThem(String text, String start) {
    assertThat(ObservationFilter.period(text).start()).hasToString(start);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "25", "2025-13", "2025-Q5", "2025年", "2025-04-01"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> ObservationFilter.period(text))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
