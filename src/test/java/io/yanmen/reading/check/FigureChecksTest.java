package io.yanmen.reading.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.model.Observation;
import io.yanmen.model.Scenario;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.check.CheckExample;
import io.yanmen.model.check.CheckRoom;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.warehouse.check.Figures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check on single figures, with figures that break it and figures that only look like it. */
class FigureChecksTest {
  private static final FigureChecks CHECKS = FigureChecks.of(CatalogFiles.load());

  static List<FigureCheck> all() {
    return CheckRoom.of(FigureCheck.class);
  }

  private static List<Rejection> refused(CheckExample example) {
    return Figures.observations(Scenario.ACTUAL, example.file().toArray(String[]::new)).stream()
        .flatMap(it -> CHECKS.objection(it).stream())
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

    Rejection refused = CHECKS.objection(observation).orElseThrow();

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
    assertThat(CHECKS.objection(Figures.observations(Scenario.ACTUAL, figure).get(0))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"19,'',true", "20,'',false", "20,140900,false", "20,140000,true", "400,140000,false"})
  void rankIsHeldAgainstThoseItIsCountedAmong(String rank, String within, boolean canBe) {
    Observation it = Figures.observations(Scenario.ACTUAL, "140981 gdp rank 2024 " + rank).get(0);
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

    assertThat(CHECKS.objection(ranked).isEmpty()).isEqualTo(canBe);
  }

  @Test
  void thresholdOfAnIndicatorCountsBeforeTheUsualOne() {
    FigureLimits limits = new FigureLimits(CatalogFiles.load());
    FigureCheck range =
        all().stream()
            .filter(it -> it.thresholds().contains("lowest-growth"))
            .findFirst()
            .orElseThrow();

    assertThat(limits.threshold(range.code(), "lowest-growth", "gdp")).isPresent();
    assertThat(limits.threshold(range.code(), "lowest-growth", "industry_profit")).isEmpty();
  }
}
