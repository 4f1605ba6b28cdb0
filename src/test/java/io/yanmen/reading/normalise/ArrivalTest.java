package io.yanmen.reading.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.PeriodPart;
import io.yanmen.model.Indicator;
import io.yanmen.model.Scenario;
import io.yanmen.model.outcome.RejectionCode;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has not begun when a file comes has not happened. */
class ArrivalTest {
  private static final Indicator INVESTMENT =
      CatalogFiles.load().indicators().stream()
          .filter(it -> it.code().equals("fixed_asset_investment"))
          .findFirst()
          .orElseThrow();

  @ParameterizedTest
  @CsvSource({"2025-05-20, 6", "2024-12-31, 1", "2025-01-01, 12"})
  void anActualOfAMonthToComeIsRefused(LocalDate arrival, int month) {
    assertThatThrownBy(() -> choose(Optional.of(arrival), month, Scenario.ACTUAL))
        .isInstanceOfSatisfying(
            RefusedException.class,
            it -> {
              assertThat(it.code()).isEqualTo(RejectionCode.FUTURE_ACTUAL);
              assertThat(it.arguments()).containsExactly("2025-%02d".formatted(month));
            });
  }

  @Test
  void whatHasBegunOrIsPlannedIsNot() throws RefusedException {
    Optional<LocalDate> day = Optional.of(LocalDate.of(2025, 5, 20));
    assertThat(choose(day, 5, Scenario.ACTUAL)).isNotNull();
    assertThat(choose(day, 12, Scenario.FORECAST)).isNotNull();
    assertThat(choose(day, 12, Scenario.TARGET)).isNotNull();
    assertThat(choose(Optional.empty(), 12, Scenario.ACTUAL)).isNotNull();
  }

  private static PeriodChoice.ChosenPeriod choose(
      Optional<LocalDate> arrival, int month, Scenario scenario) throws RefusedException {
    Evidence evidence =
        Evidence.NONE.withPeriod(
            Optional.of(
                EvidenceItem.of(PeriodPart.monthToDate(2025, month).fromAfar(), "1-月", "A1")));
    return new PeriodChoice(arrival).choose(evidence, INVESTMENT, scenario);
  }
}
