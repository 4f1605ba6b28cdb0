package io.yanmen.service.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yanmen.model.Period;
import io.yanmen.warehouse.query.ObservationFilter;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodSelectionTest {
  private static Optional<Period> period(String label) {
    return Optional.ofNullable(label).map(ObservationFilter::period);
  }

  @ParameterizedTest(name = "{0} on {1}, newest {2}, first {3}")
  @CsvSource({
    "this-month,   2025-01-31, ,        ,        2025-01",
    "last-month,   2025-01-31, ,        ,        2024-12",
    "last-month,   2025-03-31, ,        ,        2025-02",
    "last-quarter, 2025-03-31, ,        ,        2024-Q4",
    "last-quarter, 2025-04-01, ,        ,        2025-Q1",
    "last-year,    2025-12-31, ,        ,        2024",
    "since-newest, 2025-05-02, 2025-02, ,        2025-02 2025-03 2025-04",
    "since-newest, 2025-05-02, 2025-04, 2020-01, 2025-04",
    "since-newest, 2025-05-02, ,        2025-03, 2025-03 2025-04",
    "since-newest, 2025-05-02, ,        ,        2025-04",
    "since-newest, 2025-05-02, 2025-05, ,        ''",
  })
  void periodsThatAreAskedFor(
      String words, LocalDate today, String newest, String first, String expected) {
    assertThat(
            PeriodSelection.of(words).periods(today, period(newest), period(first)).stream()
                .map(Period::label)
                .collect(Collectors.joining(" ")))
        .isEqualTo(expected);
  }

  @Test
  void unknownSelectionListsThoseThereAre() {
    assertThatThrownBy(() -> PeriodSelection.of("yesterday")).hasMessageContaining("since-newest");
  }
}
