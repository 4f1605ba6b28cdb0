package io.yanmen.reading.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.CatalogFiles;
import io.yanmen.model.Observation;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Scenario;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.check.CheckExample;
import io.yanmen.model.check.CheckRoom;
import io.yanmen.model.outcome.ObservationSink;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.warehouse.check.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check on single figures, with figures that break it and figures that only look like it. */
class FigureChecksTest {
  private static final Catalog CATALOG = CatalogFiles.load();

  private final FigureChecks checks = FigureChecks.of(CATALOG);

  static List<FigureCheck> all() {
    return CheckRoom.of(FigureCheck.class);
  }

  private List<Rejection> refused(CheckExample example) {
    return Figures.observations(Scenario.ACTUAL, example.file().toArray(String[]::new)).stream()
        .flatMap(it -> checks.objection(it).stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void refusesWhatFailsAndNothingThatPasses(FigureCheck check) {
    assertThat(refused(check.fails())).extracting(Rejection::code).containsExactly(check.code());
    assertThat(refused(check.passes())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "140923 deposits level 2025-04 -5|NEGATIVE_VALUE [-5, 金融机构本外币存款余额]",
        "140923 deposits level 2025-04 -0.01|NEGATIVE_VALUE [-0.01, 金融机构本外币存款余额]",
        "140923 schools level 2024 -1|NEGATIVE_VALUE [-1, 学校数]",
        "140923 gdp share 2024 100.1|IMPOSSIBLE_SHARE [100.1]",
        "140924 gdp share 2024 -0.1|IMPOSSIBLE_SHARE [-0.1]",
        "140900 gdp rank 2024 12|RANK_OUT_OF_RANGE [12, 11, 山西省]",
        "140900 gdp yoy_rank 2024 0|RANK_OUT_OF_RANGE [0, 11, 山西省]",
        "140900 retail_sales rank 2024 2.5|RANK_OUT_OF_RANGE [2.5, 11, 山西省]",
        "140900 urbanisation_rate level 2024 101|VALUE_OUT_OF_RANGE [101, 常住人口城镇化率, 0, 100]",
        "140900 urbanisation_rate level 2024 -1|VALUE_OUT_OF_RANGE [-1, 常住人口城镇化率, 0, 100]",
        "140900 consumer_price_index level 2025-04 1.002|VALUE_OUT_OF_RANGE [1.002,"
            + " 居民消费价格指数(上年同月=100), 50, 200]",
        "140900 retail_sales yoy 2025-1~4 -100.5|VALUE_OUT_OF_RANGE [-100.5, 社会消费品零售总额, -100, ]"
      })
  void saysWhatCannotBe(String figure, String said) {
    Observation observation = Figures.observations(Scenario.ACTUAL, figure).get(0);

    Rejection refused = checks.objection(observation).orElseThrow();

    assertThat(refused.code() + " " + refused.arguments()).isEqualTo(said);
    assertThat(refused.cell()).isEqualTo(observation.cell());
    assertThat(refused.tableNo()).isEqualTo(observation.tableNo());
  }

  @ParameterizedTest
  @CsvSource({
    "140923 deposits level 2025-04 0",
    "140923 gdp share 2024 100",
    "140923 gdp share 2024 0",
    "140900 gdp rank 2024 1",
    "140900 gdp rank 2024 11",
    "140900 retail_sales yoy 2025-1~4 -100",
    "140900 consumer_price_index level 2025-04 50",
    "140900 consumer_price_index level 2025-04 200"
  })
  void theBoundItselfCanBe(String figure) {
    assertThat(checks.objection(Figures.observations(Scenario.ACTUAL, figure).get(0))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "140981, 19, '', true",
    "140981, 20, '', false",
    "140981, 20, 140900, false",
    "140971, 19, 140900, true",
    "140971, 20, 140900, false",
    // Farther out among those of its level; zones may be counted among counties, and counties with
    // zones.
    "140981, 122, 140000, true",
    "140981, 123, 140000, false",
    "140971, 122, 140000, true",
    "140971, 123, 140000, false",
    "140900, 338, 100000, true",
    "140900, 339, 100000, false",
    // Not placed in an area that it does not lie in.
    "140981, 4000, 130000, true",
    "140981, 4000, 999999, true"
  })
  void rankIsHeldAgainstThoseItIsCountedAmong(
      String area, String rank, String within, boolean canBe) {
    Observation it = Figures.observations(Scenario.ACTUAL, area + " gdp rank 2024 " + rank).get(0);
    SeriesKey key = it.series();
    Observation ranked =
        new Observation(
            new SeriesKey(
                key.areaCode(),
                key.indicatorCode(),
                key.breakdown(),
                key.measure(),
                within,
                key.scenario(),
                key.frequency(),
                key.accumulation()),
            it.period(),
            it.value(),
            it.qualifier(),
            it.status(),
            it.tableNo(),
            it.cell(),
            it.unitAsWritten(),
            it.valueAsWritten());

    assertThat(checks.objection(ranked).isEmpty()).isEqualTo(canBe);
  }

  @ParameterizedTest
  @CsvSource({
    "140923 deposits increment 2025-04 -5",
    "140923 tax_revenue level 2025-1~4 -5",
    "140923 gdp progress 2024 120",
    "140923 gdp progress 2024 -1",
    "140923 gdp yoy_points 2024 -120",
    "140923 gdp rank_change 2024 -4",
    "140923 gdp rank_change 2024 2.5",
    "140923 gdp yoy_rank_change 2024 0",
    "140923 urbanisation_rate increment 2024 101",
    "140923 consumer_price_index yoy_points 2025-04 1",
    "140923 unheard level 2024 -5"
  })
  void aCheckSaysNothingOfWhatItDoesNotApplyTo(String figure) {
    assertThat(checks.objection(Figures.observations(Scenario.ACTUAL, figure).get(0))).isEmpty();
  }

  @Test
  void aLimitThatIsOpenAtBothEndsIsNone() {
    BigDecimal bound = BigDecimal.ONE;

    assertThat(ValueRange.of(Optional.empty(), Optional.empty(), List.of())).isEmpty();
    assertThat(ValueRange.of(Optional.of(bound), Optional.empty(), List.of())).isPresent();
    assertThat(ValueRange.of(Optional.empty(), Optional.of(bound), List.of())).isPresent();
  }

  @Test
  void onlyWhatCanBeGoesOnAndAllThatIsSaidBesideIt() {
    List<String> heard = new ArrayList<>();
    ObservationSink sink =
        checks.before(
            new ObservationSink() {
              @Override
              public void observation(Observation observation) {
                heard.add("figure " + observation.value());
              }

              @Override
              public void rejection(Rejection rejection) {
                heard.add(rejection.code().name());
              }

              @Override
              public void tableStatus(int tableNo, ObservationStatus status) {
                heard.add("table " + tableNo + " " + status);
              }
            });

    Figures.observations(
            Scenario.ACTUAL, "140923 deposits level 2025-04 5", "140923 deposits level 2025-05 -5")
        .forEach(sink::observation);
    sink.rejection(Rejection.ofFile(RejectionCode.NO_AREA));
    sink.tableStatus(3, ObservationStatus.P);

    assertThat(heard).containsExactly("figure 5", "NEGATIVE_VALUE", "NO_AREA", "table 3 P");
  }

  @Test
  void thresholdOfAnIndicatorCountsBeforeTheUsualOne() {
    FigureLimits limits = new FigureLimits(CATALOG);
    FigureCheck range =
        all().stream()
            .filter(it -> it.thresholds().contains("lowest-growth"))
            .findFirst()
            .orElseThrow();

    assertThat(limits.threshold(range.code(), "lowest-growth", "gdp")).isPresent();
    assertThat(limits.threshold(range.code(), "lowest-growth", "industry_profit")).isEmpty();
  }
}
