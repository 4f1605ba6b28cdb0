package io.yanmen.warehouse.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.model.Accumulation;
import io.yanmen.model.Frequency;
import io.yanmen.model.IndicatorKind;
import io.yanmen.model.Measure;
import io.yanmen.model.Observation;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Scenario;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.outcome.ObservationSink;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.warehouse.stored.FigureCache;
import io.yanmen.warehouse.stored.FigureCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the checks must look at, and what they may be spared: what is stored, what the file says,
 * and the series in doubt ({@code all of …} where all that the file says of an indicator is).
 *
 * <p>The areas are a city with two counties and a zone; the indicators are a flow that areas share
 * out, a stock, a count, and a flow that no threshold is set for.
 */
class CheckPrefilterTest {
  private static final Map<String, Double> LIMITS =
      Map.ofEntries(
          Map.entry("CUMULATIVE_FALLS tolerance", 0.01),
          Map.entry("UNIT_SLIP nearness", 0.15),
          Map.entry("UNIT_SLIP nearness-far", 0.3),
          Map.entry("UNIT_SLIP nearness-same", 0.05),
          Map.entry("UNIT_SLIP smallest-count", 20.0),
          Map.entry("GROWTH_CONTRADICTS tolerance", 0.1),
          Map.entry("PARTS_NOT_SUM tolerance", 0.01));

  /** A catalogue may set fewer: without a bound for what is alike the other one counts. */
  private static final Map<String, Double> FEW =
      Map.of("UNIT_SLIP nearness", 0.15, "UNIT_SLIP nearness-far", 0.3);

  private final FigureCache cache = new FigureCache(Path.of("target/tmp"));
  private final CheckReferenceData reference =
      new CheckReferenceData(
          Map.of("east", "city", "west", "city", "zone", "city"),
          Map.of(
              "city",
              List.of(
                  new CheckReferenceData.Part("east", false),
                  new CheckReferenceData.Part("west", false),
                  new CheckReferenceData.Part("zone", true))),
          Map.of(
              "flow", new IndicatorFacts(IndicatorKind.FLOW, true, LIMITS),
              "stock", new IndicatorFacts(IndicatorKind.STOCK, false, LIMITS),
              "count", new IndicatorFacts(IndicatorKind.COUNT, false, LIMITS),
              "plain", new IndicatorFacts(IndicatorKind.COUNT, false, FEW),
              "free", new IndicatorFacts(IndicatorKind.FLOW, false, Map.of())),
          Map.of());

  private static List<Observation> figures(@Nullable String lines) {
    List<Observation> figures = new ArrayList<>();
    if (lines == null) {
      return figures;
    }
    try {
      Figures.source(
              Scenario.ACTUAL,
              Arrays.stream(lines.split(";")).map(String::strip).toArray(String[]::new))
          .read(
              new ObservationSink() {
                @Override
                public void observation(Observation observation) {
                  figures.add(observation);
                }

                @Override
                public void rejection(Rejection rejection) {
                  throw new IllegalStateException(rejection.toString());
                }

                @Override
                public void tableStatus(int tableNo, ObservationStatus status) {
                  throw new IllegalStateException(status.toString());
                }
              });
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return figures;
  }

  private int number(SeriesKey key) {
    int number = cache.number(key);
    if (cache.id(number) == 0) {
      cache.begin(number, number + 1);
    }
    return number;
  }

  private static int ordinal(Observation figure) {
    return FigureCache.ordinal(figure.period().frequency(), figure.period().start());
  }

  private static long code(Observation figure) {
    return FigureCode.of(figure.value(), figure.qualifier(), figure.status());
  }

  private void stored(@Nullable String lines) {
    for (Observation figure : figures(lines)) {
      cache.store(number(figure.series()), ordinal(figure), code(figure));
    }
  }

  private void file(String lines) {
    for (Observation figure : figures(lines)) {
      cache.say(number(figure.series()), ordinal(figure), code(figure));
    }
  }

  private String suspected() {
    CheckPrefilter prefilter = new CheckPrefilter(cache, reference, Checks.all());
    prefilter.look(true);
    TreeSet<String> found = new TreeSet<>();
    prefilter.suspects().stream()
        .forEach(
            series -> {
              SeriesKey key = cache.key(series);
              found.add(key.areaCode() + " " + key.indicatorCode() + " " + key.measure().code());
            });
    prefilter.wholeIndicators().forEach(indicator -> found.add("all of " + indicator));
    assertThat(prefilter.isClear()).isEqualTo(found.isEmpty());
    return String.join(", ", found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          # ranks are held against those of all other areas, by level and by growth
          | east flow rank 2024 3                                      | all of flow
          | east flow yoy_rank 2024 3                                  | all of flow
          # nothing is known of what is in no catalogue
          | east unheard level 2024 3                                  | all of unheard
          # what does not fit into a code may be anything
          | east flow level 2024 12345678901234567890                  | east flow level
          # and of a change alone there is nothing to compare
          | east flow increment 2024 -5; east flow rank_change 2024 -3 | ''
          | east flow share 2024 5; east flow yoy 2024 900             | ''
          """)
  void allRanksAreSuspectedAndWhatCannotBeCompared(
      @Nullable String stored, String file, String expected) {
    stored(stored);
    file(file);
    assertThat(suspected()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          # within the file
          | east flow level 2025-1~3 1000; east flow level 2025-1~4 1001 | ''
          | east flow level 2025-1~3 1000; east flow level 2025-1~4 990.1 | ''
          | east flow level 2025-1~3 1000; east flow level 2025-1~4 989.9 | east flow level
          # on the bound the rules decide, which compute exactly
          | east flow level 2025-1~3 1000; east flow level 2025-1~4 990  | east flow level
          | east flow level 2025-1~2 1000; east flow level 2025-1~3 995; east flow level 2025-1~4 989 | east flow level
          # against what is stored, before and after
          east flow level 2025-1~3 1000 | east flow level 2025-1~4 990.1 | ''
          east flow level 2025-1~3 1000 | east flow level 2025-1~4 989  | east flow level
          east flow level 2025-1~4 1000 | east flow level 2025-1~3 1010 | ''
          east flow level 2025-1~4 1000 | east flow level 2025-1~3 1011 | east flow level
          east flow level 2025-1~3 1000; east flow level 2025-1~4 1300 | east flow level 2025-1~3 1290 | ''
          # of quarters too, whatever the year
          | east flow level 2025Q1~2 1000; east flow level 2025Q1~3 989  | east flow level
          | east flow level 2024Q1~2 1000; east flow level 2024Q1~3 989  | east flow level
          | east flow level 2023Q1~2 1000; east flow level 2023Q1~3 989  | east flow level
          | east flow level 2025Q1~2 1000; east flow level 2025Q1~3 1005 | ''
          | east flow level 2024Q1~4 1000; east flow level 2025Q1~1 250; east flow level 2025Q1~2 500  | ''
          | east flow level 2023Q1~4 1000; east flow level 2024Q1~1 250; east flow level 2024Q1~2 500  | ''
          # a loss that grows is a fall
          | east flow level 2025-1~3 -1000; east flow level 2025-1~4 -1100 | east flow level
          # a new year begins anew, and what is not cumulative may fall
          | east flow level 2024-1~12 1000; east flow level 2025-1~1 90  | ''
          | east flow level 2025-03 1000; east flow level 2025-04 900    | ''
          | east stock level 2025-1~3 1000; east stock level 2025-1~4 900 | ''
          | east free level 2025-1~3 1000; east free level 2025-1~4 900  | ''
          # a fall in a year that the file does not speak of is no matter of this file
          east flow level 2024-1~3 1000; east flow level 2024-1~4 900 | east flow level 2025-1~3 1100 | ''
          """)
  void cumulativeFiguresThatFallByMoreThanIsToleratedAreSuspected(
      @Nullable String stored, String file, String expected) {
    stored(stored);
    file(file);
    assertThat(suspected()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          # seven times is growth, ten times may be another unit
          east stock level 2025-03 100 | east stock level 2025-04 700   | ''
          east stock level 2025-03 100 | east stock level 2025-04 1000  | east stock level
          east stock level 2025-03 100 | east stock level 2025-04 14.2  | ''
          east stock level 2025-03 100 | east stock level 2025-04 10    | east stock level
          east flow level 2025-03 -100 | east flow level 2025-04 1000   | east flow level
          | east stock level 2025-03 100; east stock level 2025-04 1000 | east stock level
          | east stock level 2025-03 100; east stock level 2025-04 0    | ''
          east stock level 2025-03 0   | east stock level 2025-04 1000  | ''
          # a correction is held against what it replaces
          east stock level 2024 100    | east stock level 2024 1000     | east stock level
          east stock level 2024 100    | east stock level 2024 600      | ''
          east stock level 2024 12345678901234567890 | east stock level 2025 5 | east stock level
          # cumulative figures by the month: December and January are alike
          east flow level 2024-1~12 1200 | east flow level 2025-1~1 100 | ''
          east flow level 2024-1~12 1200 | east flow level 2025-1~1 10  | east flow level
          east flow level 2024Q1~4 1200  | east flow level 2025Q1~1 290 | ''
          # the bound lies at the factor from which ten is meant: 700 a month is growth, 710 is not
          east flow level 2024-1~12 1200 | east flow level 2025-1~2 1400 | ''
          east flow level 2024-1~12 1200 | east flow level 2025-1~2 1420 | east flow level
          east flow level 2024-1~2 1400  | east flow level 2025-1~12 1200 | ''
          east flow level 2024-1~2 1420  | east flow level 2025-1~12 1200 | east flow level
          east flow level 2024Q1~4 1200  | east flow level 2025Q1~2 4200 | ''
          east flow level 2024Q1~4 1200  | east flow level 2025Q1~2 4260 | east flow level
          east flow level 2024Q1~3 900   | east flow level 2025Q1~2 4260 | east flow level
          # where no bound is set for what is alike, that for the others counts
          east plain level 2023 100    | east plain level 2024 700      | ''
          east plain level 2023 100    | east plain level 2024 1000     | east plain level
          east plain level 2023 1      | east plain level 2024 10       | east plain level
          # few of what is counted may become ten times as many
          east count level 2023 1      | east count level 2024 19       | ''
          east count level 2023 2      | east count level 2024 20       | east count level
          # the newest six that are stored are enough to go by
          east stock level 2019 1; east stock level 2020 100; east stock level 2021 100; east stock level 2022 100; east stock level 2023 100; east stock level 2024 100; east stock level 2025 100 | east stock level 2026 101 | ''
          east stock level 2019 1; east stock level 2021 100; east stock level 2022 100; east stock level 2023 100; east stock level 2024 100; east stock level 2025 100 | east stock level 2026 101 | east stock level
          """)
  void figuresThatMayBeInAnotherUnitAreSuspected(
      @Nullable String stored, String file, String expected) {
    stored(stored);
    file(file);
    assertThat(suspected()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          east stock level 2024-04 100 | east stock level 2025-04 108; east stock yoy 2025-04 8    | ''
          east stock level 2024-04 100 | east stock level 2025-04 108; east stock yoy 2025-04 8.09 | ''
          east stock level 2024-04 100 | east stock level 2025-04 108; east stock yoy 2025-04 8.2  | east stock level, east stock yoy
          east stock level 2024-04 100 | east stock level 2025-04 108; east stock yoy 2025-04 7.8  | east stock level, east stock yoy
          # either of them may be stored
          east stock level 2024-04 100; east stock level 2025-04 108 | east stock yoy 2025-04 9   | east stock level, east stock yoy
          east stock level 2024-04 100; east stock yoy 2025-04 8     | east stock level 2025-04 109 | east stock level, east stock yoy
          east stock level 2024-04 100; east stock yoy 2025-04 8     | east stock level 2025-04 108 | ''
          # on the bound the rules decide, which compute exactly
          east stock level 2024-04 100 | east stock level 2025-04 108; east stock yoy 2025-04 8.1  | east stock level, east stock yoy
          east stock level 2024-04 100; east stock level 2025-04 108 | east stock yoy 2025-04 7.9    | east stock level, east stock yoy
          east stock yoy 2025-03 8; east stock level 2024-04 100; east stock level 2025-04 108 | east stock yoy 2025-04 9 | east stock level, east stock yoy
          # what does not fit into a code may be anything
          east stock level 2024-04 100 | east stock level 2025-04 12345678901234567890; east stock yoy 2025-04 8 | east stock level, east stock yoy
          # of other months, and of what began with nothing, nothing is computed
          east stock level 2024-03 100 | east stock level 2025-04 108; east stock yoy 2025-04 9    | ''
          east stock level 2024-04 0   | east stock level 2025-04 108; east stock yoy 2025-04 9    | ''
          east free level 2024-04 100  | east free level 2025-04 108; east free yoy 2025-04 9      | ''
          # a year is four quarters, or itself
          east stock level 2024Q2 100  | east stock level 2025Q2 108; east stock yoy 2025Q2 9      | east stock level, east stock yoy
          east stock level 2024 100    | east stock level 2025 108; east stock yoy 2025 9          | east stock level, east stock yoy
          # a level alone contradicts nothing
          east stock level 2024-04 100 | east stock level 2025-04 108                              | ''
          """)
  void growthThatTheLevelsContradictIsSuspectedWithThem(
      @Nullable String stored, String file, String expected) {
    stored(stored);
    file(file);
    assertThat(suspected()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          | city flow level 2024 100; east flow level 2024 60; west flow level 2024 40                            | ''
          | city flow level 2024 100; east flow level 2024 60; west flow level 2024 40.9                          | ''
          | city flow level 2024 100; east flow level 2024 60; west flow level 2024 42                            | all of flow
          | city flow level 2024 100; east flow level 2024 60; west flow level 2024 38                            | all of flow
          # on the bound the rules decide, which compute exactly
          | city flow level 2024 100; east flow level 2024 60; west flow level 2024 39                            | all of flow
          | city flow level 2024 -100; east flow level 2024 -60; west flow level 2024 -39.1                       | ''
          | city flow level 2024 -100; east flow level 2024 -60; west flow level 2024 -39                         | all of flow
          | city flow level 2024 12345678901234567890; east flow level 2024 60; west flow level 2024 40           | all of flow, city flow level
          # a zone may be counted in the counties around it, or beside them
          | city flow level 2024 100; east flow level 2024 60; west flow level 2024 40; zone flow level 2024 30   | ''
          | city flow level 2024 100; east flow level 2024 40; west flow level 2024 30; zone flow level 2024 30   | ''
          | city flow level 2024 100; east flow level 2024 40; west flow level 2024 30; zone flow level 2024 20   | all of flow
          # what is stored counts where the file is silent
          east flow level 2024 60; west flow level 2024 40 | city flow level 2024 120                             | all of flow
          city flow level 2024 100; west flow level 2024 40 | east flow level 2024 80                             | all of flow
          city flow level 2024 100; west flow level 2024 40 | east flow level 2024 60                             | ''
          # where a county is not known, or another year is meant, nothing is added up
          | city flow level 2024 100; east flow level 2024 60                                                     | ''
          city flow level 2023 100 | east flow level 2024 60; west flow level 2024 40                             | ''
          | city flow level 2024 100; east flow level 2024 60; west flow level 2023 42                            | ''
          | city stock level 2024 100; east stock level 2024 60; west stock level 2024 60                         | ''
          | city flow yoy 2024 10; east flow yoy 2024 6; west flow yoy 2024 6                                     | ''
          """)
  void areasWhosePartsDoNotAddUpAreSuspected(
      @Nullable String stored, String file, String expected) {
    stored(stored);
    file(file);
    assertThat(suspected()).isEqualTo(expected);
  }

  @Test
  void withoutScreeningAllThatTheFileSaysIsSuspectedAndNothingElse() {
    stored("west stock level 2024 5");
    file("east stock level 2025 5; east flow level 2025 7");
    CheckPrefilter prefilter = new CheckPrefilter(cache, reference, Checks.all());
    prefilter.look(false);
    assertThat(prefilter.wholeIndicators()).containsExactlyInAnyOrder("stock", "flow");
    assertThat(prefilter.suspects().stream().mapToObj(s -> cache.key(s).areaCode()))
        .containsExactly("east", "east");
    assertThat(prefilter.isClear()).isFalse();
  }

  @Test
  void whereStoredFiguresAreNotKnownTheFileIsSuspected() {
    SeriesKey key =
        new SeriesKey(
            "east", "flow", Measure.LEVEL, Scenario.ACTUAL, Frequency.M, Accumulation.YTD);
    cache.known(key, 1);
    cache.coverFrom(cache.number(key), 2025 * 12 + 6);
    file("east flow level 2025-1~8 5");
    assertThat(suspected()).isEqualTo("east flow level");
  }

  /** What is known of the stored figures of a series: from a period on, six of them or fewer. */
  @ParameterizedTest
  @CsvSource({"6, ''", "5, east stock level"})
  void fewStoredFiguresAreEnoughOnlyWhereNoneIsUnknown(int known, String expected) {
    SeriesKey key =
        new SeriesKey(
            "east", "stock", Measure.LEVEL, Scenario.ACTUAL, Frequency.M, Accumulation.PERIOD);
    cache.known(key, 1);
    for (int month = 1; month <= known; month++) {
      int ordinal = 2025 * 12 + month - 1;
      cache.store(cache.number(key), ordinal, code(figures("east stock level 2025-01 100").get(0)));
    }
    cache.coverFrom(cache.number(key), 2025 * 12);
    file("east stock level 2025-08 101");
    assertThat(suspected()).isEqualTo(expected);
  }

  /** The level of April 2025 is known; whether that of a year before is stored, from a month on. */
  @ParameterizedTest
  @CsvSource({"2024, 4, ''", "2024, 5, 'east stock level, east stock yoy'"})
  void whereStoredLevelsAreNotKnownGrowthIsSuspected(int year, int month, String expected) {
    SeriesKey level =
        new SeriesKey(
            "east", "stock", Measure.LEVEL, Scenario.ACTUAL, Frequency.M, Accumulation.PERIOD);
    cache.known(level, 1);
    cache.store(
        cache.number(level), 2025 * 12 + 3, code(figures("east stock level 2025-04 108").get(0)));
    cache.coverFrom(cache.number(level), year * 12 + month - 1);
    file("east stock yoy 2025-04 8");
    assertThat(suspected()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"2026, 1, ''", "2026, 2, east flow level"})
  void whatIsStoredOfTheYearMustBeKnownFromItsFirstQuarter(int year, int quarter, String expected) {
    SeriesKey flow =
        new SeriesKey(
            "east", "flow", Measure.LEVEL, Scenario.ACTUAL, Frequency.Q, Accumulation.YTD);
    cache.known(flow, 1);
    for (int before = 1; before <= 6; before++) {
      cache.store(
          cache.number(flow), 2024 * 4 - before, code(figures("east flow level 2023Q1 5").get(0)));
    }
    cache.coverFrom(cache.number(flow), year * 4 + quarter - 1);
    file("east flow level 2026Q1~2 5");
    assertThat(suspected()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          # growth needs its levels, and levels their growth
          east stock yoy 2024-04 5   | east stock level 2025-04 108 | ''                   | east stock yoy
          east stock level 2024-04 5 | east stock yoy 2025-04 8     | ''                   | east stock level
          east stock level 2024-04 5 | east stock level 2025-04 6; east stock yoy 2025-04 8 | '' | east stock level, east stock yoy
          | east stock yoy 2025-04 8; east free level 2025-04 1     | ''                   | ''
          # an area needs those in it and the one around it, as far as they have such figures
          city flow level 2023 1; west flow level 2023 1 | east flow level 2024 60 | city east west zone | city flow level, east flow level, west flow level
          city flow level 2023 1; zone flow level 2023 1; west flow level 2023 1 | east flow level 2024 60 | city east west zone | city flow level, east flow level, west flow level, zone flow level
          city flow level 2023 1     | east flow level 2024 60      | city east west zone  | ''
          east flow level 2023 1; west flow level 2023 1 | city flow level 2024 60 | city east west zone | city flow level, east flow level, west flow level
          # but not where areas do not add up
          city stock level 2023 1; west stock level 2023 1 | east stock level 2024 60 | '' | ''
          city flow yoy 2023 1; west flow yoy 2023 1 | east flow yoy 2024 60 | ''         | ''
          """)
  void whatAFileIsComparedWithIsFetchedBefore(
      @Nullable String stored, String file, String areas, String relatives) {
    stored(stored);
    file(file);
    Fetched fetched = fetched();
    assertThat(fetched.areas()).isEqualTo(areas);
    assertThat(fetched.relatives()).isEqualTo(relatives);
  }

  @Test
  void anAreaThatIsKnownToHaveNoFiguresIsNotAskedFor() {
    file("east flow level 2024 60");
    cache.knowSeriesOf(Set.of("city"));
    assertThat(fetched().areas()).isEmpty();
  }

  private record Fetched(String areas, String relatives) {}

  /** What the scans ask for. */
  private Fetched fetched() {
    BitSet said = new BitSet();
    cache.said((series, block) -> said.set(series));
    Set<String> areas = new TreeSet<>();
    Set<String> relatives = new TreeSet<>();
    for (SqlCheck check : Checks.all().rules()) {
      MemoryScan scan = check.scan(new FiguresInMemory(cache, reference, said));
      areas.addAll(scan.areas());
      scan.relatives(
          series -> {
            SeriesKey key = cache.key(series);
            relatives.add(key.areaCode() + " " + key.indicatorCode() + " " + key.measure().code());
          });
    }
    return new Fetched(String.join(" ", areas), String.join(", ", relatives));
  }
}
