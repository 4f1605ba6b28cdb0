package io.yanmen.warehouse.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.model.check.CheckExample;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import io.yanmen.warehouse.load.Loader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule with figures that break it and figures that only look like it. */
@ExtendWith(WarehouseExtension.class)
class SqlChecksIT {
  /** The counties of Xinzhou (140900). */
  private static final List<String> COUNTIES =
      List.of(
          "140902", "140921", "140922", "140923", "140924", "140925", "140926", "140927", "140928",
          "140929", "140930", "140931", "140932", "140981");

  private final Warehouse warehouse;
  private final Loader loader;

  SqlChecksIT(Warehouse warehouse) {
    this.warehouse = warehouse;
    this.loader =
        new Loader(
            warehouse.dataSource(),
            Path.of("target/tmp"),
            (language, r, file) -> r.code().name(),
            Checks.all());
  }

  @BeforeEach
  void empty() throws SQLException {
    try (Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "truncate observation, revision, rejection, warning, hold, load, series, reported restart"
              + " identity cascade");
    }
  }

  private static List<String> shown(List<Rejection> found) {
    return found.stream().map(r -> r.cell() + " " + r.code() + " " + r.arguments()).toList();
  }

  private List<String> flagged(String... lines) throws Exception {
    Outcome.Loaded loaded = (Outcome.Loaded) Figures.load(loader, lines);
    assertThat(loaded.rejections()).isEmpty();
    return shown(loaded.warnings());
  }

  @Test
  void rankHeldByTwoAreasIsFlaggedAtBoth() throws Exception {
    assertThat(
            flagged("140923 gdp rank 2024 3", "140924 gdp rank 2024 3", "140925 gdp rank 2024 4"))
        .containsExactly("A1 RANK_HELD_TWICE [3, 繁峙县]", "A2 RANK_HELD_TWICE [3, 代县]");
  }

  @Test
  void rankByGrowthHeldByTwoAreasIsFlaggedAtBoth() throws Exception {
    assertThat(flagged("140923 gdp yoy_rank 2024 3", "140924 gdp yoy_rank 2024 3"))
        .containsExactly("A1 RANK_HELD_TWICE [3, 繁峙县]", "A2 RANK_HELD_TWICE [3, 代县]");
    assertThat(flagged("140925 gdp yoy_rank 2024 3"))
        .containsExactly("A1 RANK_HELD_TWICE [3, 代县、繁峙县]");
  }

  @Test
  void rankHeldInTheWarehouseIsFlaggedToo() throws Exception {
    flagged("140923 gdp rank 2024 3");

    assertThat(flagged("140924 gdp rank 2024 3")).containsExactly("A1 RANK_HELD_TWICE [3, 代县]");
  }

  @Test
  void areasThatAreLevelShareTheirRankAndOthersHaveTheirOwn() throws Exception {
    assertThat(
            flagged(
                "140923 gdp yoy_rank 2024 3",
                "140924 gdp yoy_rank 2024 3",
                "140923 gdp yoy 2024 5.1",
                "140924 gdp yoy 2024 5.1",
                "140923 gdp rank 2024 3",
                "140924 gdp rank 2023 3",
                "140900 gdp rank 2024 3"))
        .isEmpty();
  }

  @Test
  void cumulativeValueThatFallsIsFlagged() throws Exception {
    assertThat(
            flagged(
                "140923 retail_sales level 2025-1~3 1200",
                "140923 retail_sales level 2025-1~4 1100"))
        .containsExactly("A2 CUMULATIVE_FALLS [1200, 2025-03, 1100, 2025-04]");
  }

  @Test
  void cumulativeValueBelowAStoredMonthIsFlagged() throws Exception {
    flagged("140923 retail_sales level 2025-1~2 800", "140923 retail_sales level 2025-1~3 1200");

    assertThat(flagged("140923 retail_sales level 2025-1~4 1100"))
        .containsExactly("A1 CUMULATIVE_FALLS [1200, 2025-03, 1100, 2025-04]");
  }

  @Test
  void fallOfAsMuchAsIsToleratedIsNoneAndOfMoreIsOne() throws Exception {
    flagged("140923 retail_sales level 2025-1~3 1000", "140924 retail_sales level 2025-1~3 1000");

    assertThat(
            flagged(
                "140923 retail_sales level 2025-1~4 995",
                "140924 retail_sales level 2025-1~4 994.9",
                "140925 retail_sales level 2025-1~3 1000",
                "140925 retail_sales level 2025-1~4 995",
                "140926 retail_sales level 2025-1~3 1000",
                "140926 retail_sales level 2025-1~4 994.9"))
        .containsExactly(
            "A2 CUMULATIVE_FALLS [1000, 2025-03, 994.9, 2025-04]",
            "A6 CUMULATIVE_FALLS [1000, 2025-03, 994.9, 2025-04]");
  }

  @Test
  void newYearRevisedMonthAndRoundingAreNoFall() throws Exception {
    flagged("140923 retail_sales level 2024-1~12 5000", "140923 retail_sales level 2025-1~3 1200");

    assertThat(
            flagged(
                "140923 retail_sales level 2025-1~3 1050",
                "140923 retail_sales level 2025-1~4 1100",
                "140923 retail_sales level 2025-1~5 1098",
                "140923 industry_profit level 2025-1~3 90",
                "140923 industry_profit level 2025-1~4 40"))
        .isEmpty();
  }

  @Test
  void valueInTheWrongUnitIsFlaggedAgainstItsHistoryWithTheLikelyUnit() throws Exception {
    flagged(
        "140923 budget_revenue level 2025-1~2 20400 万元",
        "140923 budget_revenue level 2025-1~3 30100 万元");

    assertThat(flagged("140923 budget_revenue level 2025-1~4 407000000 亿元"))
        .containsExactly("A1 UNIT_SLIP [407000000 万元, 40467 万元, 10000, 万元]");
  }

  @Test
  void valueInTheWrongUnitIsFlaggedAmongTheOthersOfItsFile() throws Exception {
    assertThat(
            flagged(
                "140923 raw_coal_output level 2025-01 310 万吨",
                "140923 raw_coal_output level 2025-02 29 万吨",
                "140923 raw_coal_output level 2025-03 305 万吨",
                "140923 raw_coal_output level 2025-04 300 万吨"))
        .containsExactly("A2 UNIT_SLIP [29 万吨, 305 万吨, 1/10, ]");
  }

  @Test
  void revisionByAPowerOfTenIsFlagged() throws Exception {
    flagged("140923 gdp level 2024 1230000 万元");

    assertThat(flagged("140923 gdp level 2024 123 万元"))
        .containsExactly("A1 UNIT_SLIP [123 万元, 1230000 万元, 1/10000, 亿元]");
  }

  @Test
  void revisionByAnyOtherFactorIsNoUnitSlip() throws Exception {
    flagged("140923 gdp level 2024 1230000 万元");

    assertThat(flagged("140923 gdp level 2024 8000 万元")).isEmpty();
  }

  @Test
  void correctionOfAValueInTheWrongUnitIsNoUnitSlip() throws Exception {
    flagged(
        "140923 raw_coal_output level 2025-01 310 万吨",
        "140923 raw_coal_output level 2025-02 300 万吨",
        "140923 raw_coal_output level 2025-03 30.5 万吨");

    assertThat(flagged("140923 raw_coal_output level 2025-03 305 万吨")).isEmpty();
  }

  @Test
  void growthSeasonSmallCountsAndUnsteadySeriesAreNoUnitSlip() throws Exception {
    flagged(
        "140923 retail_sales level 2024-1~11 11000",
        "140923 retail_sales level 2024-1~12 12000",
        "140923 schools level 2022 2",
        "140923 schools level 2023 2",
        "140923 exports level 2025-01 3",
        "140923 exports level 2025-02 90",
        "140923 exports level 2025-03 2500",
        "140923 budget_revenue level 2025-02 100",
        "140923 budget_revenue level 2025-03 110");

    assertThat(
            flagged(
                "140923 retail_sales level 2025-1~1 1000",
                "140923 schools level 2024 20",
                "140923 exports level 2025-04 300",
                "140923 budget_revenue level 2025-04 400"))
        .isEmpty();
  }

  @Test
  void columnInTheWrongUnitHoldsTheFile() throws Exception {
    String[] history =
        COUNTIES.stream()
            .flatMap(
                c ->
                    IntStream.rangeClosed(1, 3)
                        .mapToObj(
                            m -> c + " retail_sales level 2025-1~" + m + " " + 5000 * m + " 万元"))
            .toArray(String[]::new);
    flagged(history);
    List<String> wrong = new ArrayList<>();
    COUNTIES.forEach(c -> wrong.add(c + " retail_sales level 2025-1~4 2 万元"));

    Outcome outcome = Figures.load(loader, wrong.toArray(String[]::new));

    assertThat(outcome).isInstanceOf(Outcome.Held.class);
    Outcome.Held held = (Outcome.Held) outcome;
    assertThat(shown(held.reasons()))
        .containsExactly("A1 MANY_UNIT_SLIPS [14, 社会消费品零售总额, 1/10000, 亿元]");
    assertThat(held.warnings()).hasSize(14);
  }

  @Test
  void slipsOfFewAmongManyAreasHoldNothing() throws Exception {
    String[] history =
        COUNTIES.stream()
            .flatMap(
                c ->
                    IntStream.rangeClosed(1, 3)
                        .mapToObj(
                            m -> c + " retail_sales level 2025-1~" + m + " " + 5000 * m + " 万元"))
            .toArray(String[]::new);
    flagged(history);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < COUNTIES.size(); i++) {
      int value = i < 6 ? 2 : 20_000;
      lines.add(COUNTIES.get(i) + " retail_sales level 2025-1~4 " + value + " 万元");
    }

    assertThat(flagged(lines.toArray(String[]::new)))
        .hasSize(6)
        .allMatch(warning -> warning.contains("UNIT_SLIP"));
  }

  @Test
  void fewUnitSlipsHoldNothing() throws Exception {
    List<String> lines = new ArrayList<>();
    COUNTIES
        .subList(0, 4)
        .forEach(
            c -> {
              for (int m = 1; m <= 4; m++) {
                lines.add(
                    c + " retail_sales level 2025-1~" + m + " " + (m == 4 ? 2 : 5000 * m) + " 万元");
              }
            });

    assertThat(flagged(lines.toArray(String[]::new)))
        .filteredOn(it -> it.contains("UNIT_SLIP"))
        .hasSize(4);
  }

  @Test
  void publishedGrowthThatTheLevelsContradictIsFlagged() throws Exception {
    flagged("140923 budget_revenue level 2024-1~4 10000");

    assertThat(
            flagged(
                "140923 budget_revenue level 2025-1~4 10800",
                "140923 budget_revenue yoy 2025-1~4 18.0"))
        .containsExactly("A2 GROWTH_CONTRADICTS [18, 8.00, 10800, 10000]");
  }

  @Test
  void levelThatContradictsStoredGrowthIsFlagged() throws Exception {
    flagged("140923 budget_revenue level 2024-1~4 10000", "140923 budget_revenue yoy 2025-1~4 8.0");

    assertThat(flagged("140923 budget_revenue level 2025-1~4 12345"))
        .containsExactly("A1 GROWTH_CONTRADICTS [8, 23.45, 12345, 10000]");
  }

  @Test
  void roundedGrowthConstantPricesAndComparableBasesAreNoContradiction() throws Exception {
    assertThat(
            flagged(
                "140923 budget_revenue level 2024-1~4 10004",
                "140923 budget_revenue level 2025-1~4 10807",
                "140923 budget_revenue yoy 2025-1~4 8.0",
                // 1.2 and 1.3: anything from 4 to 17 % before rounding
                "140923 raw_coal_output level 2024-1~4 1.2",
                "140923 raw_coal_output level 2025-1~4 1.3",
                "140923 raw_coal_output yoy 2025-1~4 15.0",
                "140923 gdp level 2024 1000",
                "140923 gdp level 2025 1010",
                "140923 gdp yoy 2025 5.1",
                "140923 fixed_asset_investment level 2024-1~4 1000",
                "140923 fixed_asset_investment level 2025-1~4 1050",
                "140923 fixed_asset_investment yoy 2025-1~4 7.5"))
        .isEmpty();
  }

  private static List<String> counties(String period, String value) {
    return new ArrayList<>(
        COUNTIES.stream().map(c -> c + " retail_sales level " + period + " " + value).toList());
  }

  @Test
  void countiesThatDoNotAddUpAreFlaggedAtTheCity() throws Exception {
    List<String> lines = counties("2025-1~4", "100.1");
    lines.add("140900 retail_sales level 2025-1~4 1501.4");

    assertThat(flagged(lines.toArray(String[]::new)))
        .containsExactly("A15 PARTS_NOT_SUM [忻州市, 1501.4, 1401.4, 14, -100]");
  }

  @Test
  void cityThatDoesNotFitTheStoredCountiesIsFlagged() throws Exception {
    flagged(counties("2025-1~4", "100.1").toArray(String[]::new));

    assertThat(flagged("140900 retail_sales level 2025-1~4 1301.4"))
        .containsExactly("A1 PARTS_NOT_SUM [忻州市, 1301.4, 1401.4, 14, 100]");
  }

  @Test
  void partThatIsMoreThanItsWholeIsFlagged() throws Exception {
    assertThat(
            flagged(
                "140900 retail_sales level 2025-1~4 99.7",
                "140923 retail_sales level 2025-1~4 100.2",
                "140923 gdp level 2024 5.0",
                "140923 gdp_primary level 2024 6.0"))
        .containsExactlyInAnyOrder(
            "A2 PART_EXCEEDS_WHOLE [代县 社会消费品零售总额, 100.2, 忻州市 社会消费品零售总额, 99.7]",
            "A4 PART_EXCEEDS_WHOLE [代县 第一产业增加值, 6, 代县 地区生产总值, 5]");
  }

  @Test
  void cityThatFallsBelowAStoredCountyIsFlagged() throws Exception {
    flagged("140923 retail_sales level 2025-1~4 100.2");

    assertThat(flagged("140900 retail_sales level 2025-1~4 99.7"))
        .containsExactly("A1 PART_EXCEEDS_WHOLE [代县 社会消费品零售总额, 100.2, 忻州市 社会消费品零售总额, 99.7]");
  }

  @Test
  void partsWithinRoundingLossesAndIncomesAreNoExcess() throws Exception {
    assertThat(
            flagged(
                "140923 gdp level 2024 5.02",
                "140923 gdp_primary level 2024 5.023",
                "140900 industry_profit level 2025-1~4 10",
                "140923 industry_profit level 2025-1~4 12",
                "140923 resident_income level 2024 20000",
                "140923 urban_income level 2024 30000"))
        .isEmpty();
  }

  @Test
  void roundingMissingCountiesZonesAndRatiosAreNoWrongSum() throws Exception {
    List<String> lines = counties("2025-1~4", "100.1");
    lines.add("140900 retail_sales level 2025-1~4 1401.9");
    lines.addAll(counties("2025-1~3", "90.1").subList(0, 13));
    lines.add("140900 retail_sales level 2025-1~3 1300.0");
    lines.addAll(counties("2025-1~2", "80.1"));
    lines.add("140900-Z01 retail_sales level 2025-1~2 50.0");
    lines.add("140900 retail_sales level 2025-1~2 1171.4");
    COUNTIES.forEach(c -> lines.add(c + " urban_income level 2024 20000"));
    lines.add("140900 urban_income level 2024 21000");

    assertThat(flagged(lines.toArray(String[]::new))).isEmpty();
  }

  static List<SqlCheck> all() {
    return Checks.all().rules();
  }

  @ParameterizedTest
  @MethodSource("all")
  void findsSomethingInWhatFailsAndNothingInWhatPasses(SqlCheck check) throws Exception {
    assertThat(found(check.fails())).contains(check.code());
    empty();
    assertThat(found(check.passes())).doesNotContain(check.code());
  }

  private List<RejectionCode> found(CheckExample example) throws Exception {
    if (!example.stored().isEmpty()) {
      assertThat(Figures.load(loader, example.stored().toArray(String[]::new)))
          .isInstanceOf(Outcome.Loaded.class);
    }
    Outcome outcome = Figures.load(loader, example.file().toArray(String[]::new));
    Stream<Rejection> found =
        outcome instanceof Outcome.Held held
            ? Stream.concat(held.reasons().stream(), held.warnings().stream())
            : ((Outcome.Loaded) outcome).warnings().stream();
    return found.map(Rejection::code).toList();
  }
}
