package io.yanmen.warehouse.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.model.Accumulation;
import io.yanmen.model.Area;
import io.yanmen.model.Frequency;
import io.yanmen.model.Measure;
import io.yanmen.model.Observation;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Period;
import io.yanmen.model.Qualifier;
import io.yanmen.model.Scenario;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.check.CheckExample;
import io.yanmen.model.outcome.FigureSource;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.model.outcome.ReadingSummary;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.table.CellAddress;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import io.yanmen.warehouse.load.Loader;
import io.yanmen.warehouse.load.PendingLoads;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The screen may spare the checks what they would find nothing in, and nothing else: with it they
 * find the same as without it, in files full of figures that are wrong in every way.
 */
@ExtendWith(WarehouseExtension.class)
class CheckPrefilterIT {
  /** Shanxi, its cities and Xinzhou's counties. */
  private static final List<String> AREAS =
      CatalogFiles.load().areas().stream()
          .filter(
              area ->
                  area.code().equals("140000")
                      || area.parentCode().filter("140000"::equals).isPresent()
                      || area.parentCode().filter("140900"::equals).isPresent())
          .map(Area::code)
          .toList();

  private static final List<String> INDICATORS =
      List.of(
          "fixed_asset_investment",
          "retail_sales",
          "raw_coal_output",
          "deposits",
          "schools",
          "industry_profit",
          "urban_income",
          "small_firm_lending");

  private static final int VARIANTS = 12;

  private final Warehouse warehouse;

  CheckPrefilterIT(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  private record Found(List<String> outcomes, Set<String> findings) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void findsWhatTheChecksFindWithoutIt(long seed) throws Exception {
    Found without = found(seed, false);
    Found with = found(seed, true);

    assertThat(without.findings())
        .as("the figures are wrong enough to show anything")
        .hasSizeGreaterThan(40);
    assertThat(with.findings()).isEqualTo(without.findings());
    assertThat(with.outcomes()).isEqualTo(without.outcomes());
  }

  static List<SqlCheck> checks() {
    return Checks.all().rules();
  }

  /** Of each check in the list: its examples as they are, and disturbed at random. */
  @ParameterizedTest
  @MethodSource("checks")
  void sparesACheckNothingOfItsOwnExamples(SqlCheck check) throws Exception {
    for (int variant = 0; variant < VARIANTS; variant++) {
      Found without = found(check, variant, false);
      Found with = found(check, variant, true);

      assertThat(with.findings()).as("%s %s", check.code(), variant).isEqualTo(without.findings());
      assertThat(with.outcomes()).isEqualTo(without.outcomes());
      if (variant == 0) {
        assertThat(with.findings()).anyMatch(it -> it.contains(check.code().name()));
      }
    }
  }

  private Found found(SqlCheck check, int variant, boolean screening) throws Exception {
    empty();
    Loader loader = loader(screening);
    Random random = new Random(variant);
    CheckExample example = variant % 3 == 1 ? check.passes() : check.fails();
    List<String> outcomes = new ArrayList<>();
    Set<String> findings = new TreeSet<>();
    for (List<String> lines : List.of(example.stored(), example.file())) {
      List<Observation> figures =
          Figures.observations(Scenario.ACTUAL, lines.toArray(String[]::new)).stream()
              .map(it -> variant == 0 ? it : slightlyWrong(it, random))
              .toList();
      if (!figures.isEmpty()) {
        load(loader, figures, outcomes, findings);
      }
    }
    return new Found(outcomes, findings);
  }

  private static Observation slightlyWrong(Observation it, Random random) {
    List<String> factors = List.of("1", "1", "1", "1.0009", "0.994", "1.1", "10", "0.01", "-1");
    BigDecimal value =
        it.value().multiply(new BigDecimal(factors.get(random.nextInt(factors.size()))));
    boolean whole = it.series().measure() == Measure.RANK;
    return new Observation(
        it.series(),
        it.period(),
        (whole ? value.setScale(0, RoundingMode.HALF_UP) : value).stripTrailingZeros(),
        it.qualifier(),
        it.status(),
        it.tableNo(),
        it.cell(),
        it.unitAsWritten(),
        it.valueAsWritten());
  }

  private Loader loader(boolean screening) {
    return new Loader(
        warehouse.dataSource(),
        Path.of("target/tmp"),
        (language, r, file) -> r.code().name(),
        Checks.all(),
        PendingLoads.EMPTY,
        screening);
  }

  private Found found(long seed, boolean screening) throws Exception {
    empty();
    Loader loader = loader(screening);
    Random random = new Random(seed);
    List<String> outcomes = new ArrayList<>();
    Set<String> findings = new TreeSet<>();
    // Three years in one large file, then one, then months of single areas, then corrections of
    // all.
    load(loader, years(random, 2021, 0.002), outcomes, findings);
    load(loader, figures(random, AREAS, 2024, 12, 0.01), outcomes, findings);
    for (String area : AREAS.subList(0, 6)) {
      load(loader, figures(random, List.of(area), 2025, 5, 0.05), outcomes, findings);
    }
    load(loader, years(random, 2022, 0.005), outcomes, findings);
    return new Found(outcomes, findings);
  }

  private static List<Observation> years(Random random, int first, double wrong) {
    List<Observation> figures = new ArrayList<>();
    for (int year = first; year < first + 3; year++) {
      for (Observation figure : figures(random, AREAS, year, 12, wrong)) {
        figures.add(at(figure, figures.size()));
      }
    }
    return figures;
  }

  private static Observation at(Observation figure, int row) {
    return new Observation(
        figure.series(),
        figure.period(),
        figure.value(),
        figure.qualifier(),
        figure.status(),
        figure.tableNo(),
        new CellAddress("", row, 0),
        figure.unitAsWritten(),
        figure.valueAsWritten());
  }

  private static void load(
      Loader loader, List<Observation> figures, List<String> outcomes, Set<String> findings)
      throws Exception {
    FigureSource source =
        sink -> {
          figures.forEach(sink::observation);
          return new ReadingSummary(figures.size(), figures.size(), List.of());
        };
    Outcome outcome = loader.load(Figures.file("inbox"), Figures.policy("inbox"), source);
    outcomes.add(outcome.getClass().getSimpleName() + " " + outcome.counts());
    List<Rejection> all = new ArrayList<>();
    if (outcome instanceof Outcome.Loaded loaded) {
      all.addAll(loaded.rejections());
      all.addAll(loaded.warnings());
    } else if (outcome instanceof Outcome.Held held) {
      all.addAll(held.reasons());
      all.addAll(held.warnings());
    }
    all.forEach(r -> findings.add(outcomes.size() + " " + r));
  }

  /** Levels and their growth, right but for a share of them. */
  private static List<Observation> figures(
      Random random, List<String> areas, int year, int months, double wrong) {
    List<Observation> figures = new ArrayList<>();
    for (String area : areas) {
      for (String indicator : INDICATORS) {
        boolean flow = !List.of("deposits", "schools").contains(indicator);
        for (int month = 1; month <= months; month++) {
          double level = size(area, indicator) * Math.pow(1.08, year - 2023);
          add(
              figures,
              area,
              indicator,
              Measure.LEVEL,
              flow,
              year,
              month,
              disturbed(random, flow ? level * month : level, wrong));
          if (random.nextInt(3) == 0) {
            add(
                figures,
                area,
                indicator,
                Measure.YOY,
                flow,
                year,
                month,
                disturbed(random, 8, wrong));
          }
          if (random.nextInt(400) == 0) {
            add(figures, area, indicator, Measure.RANK, flow, year, month, 1 + random.nextInt(14));
            add(figures, area, indicator, Measure.SHARE, flow, year, month, random.nextInt(120));
          }
        }
      }
    }
    return figures;
  }

  /** The sum of the areas in it for an area that has any. */
  private static double size(String area, String indicator) {
    if (area.equals("140000")) {
      return AREAS.stream()
          .filter(a -> a.startsWith("14") && a.endsWith("00") && !a.equals("140000"))
          .mapToDouble(a -> size(a, indicator))
          .sum();
    }
    if (area.equals("140900")) {
      return AREAS.stream()
          .filter(a -> a.startsWith("1409") && !a.equals("140900"))
          .mapToDouble(a -> size(a, indicator))
          .sum();
    }
    return 100 + Math.floorMod((area + indicator).hashCode(), 100);
  }

  private static double disturbed(Random random, double value, double wrong) {
    if (random.nextDouble() >= wrong) {
      return value;
    }
    return switch (random.nextInt(8)) {
      case 0 -> -value;
      case 1 -> 0;
      case 2 -> value * 10;
      case 3 -> value / 100;
      case 4 -> value * 10_000;
      case 5 -> value * 0.9;
      case 6 -> value * 1.3;
      default -> value * 1e15;
    };
  }

  private static void add(
      List<Observation> figures,
      String area,
      String indicator,
      Measure measure,
      boolean flow,
      int year,
      int month,
      double number) {
    int scale = measure == Measure.YOY ? 1 : measure == Measure.RANK ? 0 : 2;
    BigDecimal value =
        BigDecimal.valueOf(number).setScale(scale, RoundingMode.HALF_UP).stripTrailingZeros();
    figures.add(
        new Observation(
            new SeriesKey(
                area,
                indicator,
                measure,
                Scenario.ACTUAL,
                Frequency.M,
                flow ? Accumulation.YTD : Accumulation.PERIOD),
            Period.month(year, month),
            value,
            Qualifier.EXACT,
            ObservationStatus.A,
            1,
            new CellAddress("", figures.size(), 0),
            "",
            value.toPlainString()));
  }

  private void empty() throws SQLException {
    try (Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "truncate observation, revision, rejection, warning, hold, load, series, reported restart"
              + " identity cascade");
    }
  }
}
