package io.yanmen.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.model.Area;
import io.yanmen.model.AreaLevel;
import io.yanmen.model.Observation;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.outcome.FigureSource;
import io.yanmen.model.outcome.LoadCounts;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.Severity;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import io.yanmen.warehouse.check.Checks;
import io.yanmen.warehouse.check.ToySqlCheck;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Files of so many figures that they are compared and written while they are being read: what is
 * found at their end must undo what was written before.
 */
@ExtendWith(WarehouseExtension.class)
class LargeLoadIT {
  private static final List<String> COUNTIES =
      CatalogFiles.load().areas().stream()
          .filter(area -> area.level() == AreaLevel.COUNTY)
          .map(Area::code)
          .toList();
  private static final List<String> INDICATORS =
      List.of("fixed_asset_investment", "retail_sales", "industry_revenue");
  private static final long FIGURES = 12L * COUNTIES.size() * INDICATORS.size();

  private final Warehouse warehouse;
  private final Loader loader;

  LargeLoadIT(Warehouse warehouse) {
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
    run(
        "truncate observation, revision, rejection, warning, hold, load, series, reported restart"
            + " identity cascade");
  }

  private LargeFile large(UnaryOperator<Observation> change) {
    return new LargeFile(COUNTIES, INDICATORS, 2025, 12, change);
  }

  private Outcome load(LargeFile file) throws Exception {
    return loader.load(file.file(), new SourcePolicy("inbox", 0, 0.05), file.source());
  }

  private static UnaryOperator<Observation> every(int n, BigDecimal factor) {
    return figure ->
        figure.cell().row() % n == 0
            ? LargeFile.with(figure, figure.value().multiply(factor))
            : figure;
  }

  @Test
  void allFiguresAreThereOnceWithTheirCells() throws Exception {
    LoadCounts counts = load(large(UnaryOperator.identity())).counts();

    assertThat(counts).isEqualTo(new LoadCounts(FIGURES, FIGURES, 0, 0, 0));
    assertThat(
            number(
                """
                select count(distinct substr(cell, 2)::int) from observation
                 where cell like 'E%' and load_id = 1 and value::text = value_as_written
                   and qualifier = 'exact' and status = 'A' and unit_as_written = '万元'
                """))
        .isEqualTo(FIGURES);
    assertThat(number("select count(*) from reported")).isEqualTo(COUNTIES.size() * 12L);
  }

  @Test
  void theKeyOfTheTableIsThereAfterwards() throws Exception {
    load(large(UnaryOperator.identity()));

    assertThatThrownBy(() -> run("insert into observation select * from observation limit 1"))
        .hasMessageContaining("observation_pkey");
  }

  @Test
  void whatIsUnchangedIsNotWrittenAndWhatDiffersIsKept() throws Exception {
    load(large(UnaryOperator.identity()));

    LoadCounts counts = load(large(every(10, new BigDecimal("1.01")))).counts();

    long changed = (FIGURES + 9) / 10;
    assertThat(counts).isEqualTo(new LoadCounts(FIGURES, 0, changed, FIGURES - changed, 0));
    assertThat(
            number(
                """
                select count(*) from revision v join observation o using (series_id, period_start)
                 where v.shown and v.load_id = 1 and v.replaced_by = 2 and o.load_id = 2
                   and o.value = round(v.value * 1.01, 10) and v.value::text = v.value_as_written
                """))
        .isEqualTo(changed);
    assertThat(number("select count(*) from observation where load_id = 1"))
        .isEqualTo(FIGURES - changed);
  }

  @Test
  void nextMonthIsNewBesideTheOthers() throws Exception {
    load(new LargeFile(COUNTIES, INDICATORS, 2025, 11, UnaryOperator.identity()));

    LoadCounts counts = load(large(UnaryOperator.identity())).counts();

    assertThat(counts).isEqualTo(new LoadCounts(FIGURES, FIGURES / 12, 0, FIGURES / 12 * 11, 0));
  }

  @Test
  void contradictionFarApartIsRefusedInBothPlaces() throws Exception {
    Observation first =
        LargeFile.figure(COUNTIES.get(0), INDICATORS.get(0), 2025, 1, (int) FIGURES);
    LargeFile file =
        large(UnaryOperator.identity()).and(LargeFile.with(first, new BigDecimal("77")));

    Outcome.Loaded loaded = (Outcome.Loaded) load(file);

    assertThat(loaded.rejections())
        .extracting(r -> r.cell() + " " + r.code())
        .containsExactly(
            "E1 CONTRADICTORY_VALUES", "E%d CONTRADICTORY_VALUES".formatted(FIGURES + 1));
    assertThat(loaded.counts()).isEqualTo(new LoadCounts(FIGURES + 1, FIGURES - 1, 0, 0, 2));
    assertThat(number("select count(*) from observation")).isEqualTo(FIGURES - 1);
  }

  @Test
  void contradictedChangePutsTheOldValueBack() throws Exception {
    load(large(UnaryOperator.identity()));
    Observation first =
        LargeFile.figure(COUNTIES.get(0), INDICATORS.get(0), 2025, 1, (int) FIGURES);
    LargeFile file =
        large(every(2, new BigDecimal("1.01"))).and(LargeFile.with(first, new BigDecimal("77")));

    Outcome outcome = load(file);

    assertThat(outcome.counts())
        .isEqualTo(new LoadCounts(FIGURES + 1, 0, FIGURES / 2 - 1, FIGURES - FIGURES / 2, 2));
    assertThat(
            number(
                """
                select count(*) from observation
                 where series_id = 1 and period_start = '2025-01-01' and load_id = 1
                   and value::text = value_as_written
                """))
        .isOne();
    assertThat(number("select count(*) from revision")).isEqualTo(FIGURES / 2 - 1);
  }

  @Test
  void theSameFigureTwiceFarApartIsOne() throws Exception {
    Observation first =
        LargeFile.figure(COUNTIES.get(0), INDICATORS.get(0), 2025, 1, (int) FIGURES);

    assertThat(load(large(UnaryOperator.identity()).and(first)).counts())
        .isEqualTo(new LoadCounts(FIGURES + 1, FIGURES, 0, 0, 0));
  }

  @Test
  void oneDoubtfulFigureAmongManyIsNamedWithItsCell() throws Exception {
    long row = FIGURES / 2 + 5;
    UnaryOperator<Observation> slip =
        figure ->
            figure.cell().row() == row
                ? LargeFile.with(figure, figure.value().movePointRight(4))
                : figure;

    Outcome.Loaded loaded = (Outcome.Loaded) load(large(slip));

    assertThat(loaded.warnings())
        .extracting(r -> r.cell() + " " + r.code())
        .containsExactly("E%d UNIT_SLIP".formatted(row + 1));
  }

  @Test
  void figureThatACheckRefusesIsTakenBackAndTheRestStays() throws Exception {
    Loader refusing =
        new Loader(
            warehouse.dataSource(),
            Path.of("target/tmp"),
            (language, r, file) -> r.code().name(),
            new Checks(List.of(new ToySqlCheck(Severity.REFUSE))));
    Observation coal = LargeFile.figure(COUNTIES.get(0), "raw_coal_output", 2025, 1, (int) FIGURES);
    LargeFile file =
        large(UnaryOperator.identity()).and(LargeFile.with(coal, new BigDecimal("-5")));

    Outcome.Loaded loaded =
        (Outcome.Loaded)
            refusing.load(file.file(), new SourcePolicy("inbox", 0, 0.05), file.source());

    assertThat(loaded.rejections())
        .extracting(r -> r.cell() + " " + r.code())
        .containsExactly("E%d VALUE_OUT_OF_RANGE".formatted(FIGURES + 1));
    assertThat(number("select count(*) from observation")).isEqualTo(FIGURES);
    assertThat(number("select count(*) from observation where value < 0")).isZero();
  }

  @Test
  void columnInAnotherUnitHoldsTheFileAndLeavesNothing() throws Exception {
    load(new LargeFile(COUNTIES, INDICATORS, 2024, 12, UnaryOperator.identity()));
    String before =
        text(
            "select md5(string_agg(o::text, '|' order by series_id, period_start)) from observation"
                + " o");
    UnaryOperator<Observation> slip =
        figure ->
            figure.series().indicatorCode().equals("retail_sales")
                ? LargeFile.with(figure, figure.value().movePointRight(4))
                : figure;

    Outcome outcome = load(large(slip));

    assertThat(outcome).isInstanceOf(Outcome.Held.class);
    assertThat(((Outcome.Held) outcome).reasons())
        .extracting(Rejection::code)
        .extracting(Enum::name)
        .containsExactly("MANY_UNIT_SLIPS");
    assertThat(
            text(
                "select md5(string_agg(o::text, '|' order by series_id, period_start)) from"
                    + " observation o"))
        .isEqualTo(before);
    assertThat(number("select count(*) from revision")).isZero();
  }

  @Test
  void footnoteAtTheEndMakesAllFiguresProvisional() throws Exception {
    load(large(UnaryOperator.identity()).withFootnote(ObservationStatus.P));

    assertThat(number("select count(*) from observation where status = 'P'")).isEqualTo(FIGURES);
  }

  @Test
  void changesThatAFootnoteMakesProvisionalReplaceNothing() throws Exception {
    load(large(UnaryOperator.identity()));

    Outcome outcome =
        load(large(every(2, new BigDecimal("1.01"))).withFootnote(ObservationStatus.P));

    assertThat(outcome.counts().observationsChanged()).isZero();
    assertThat(number("select count(*) from observation where load_id = 1")).isEqualTo(FIGURES);
    assertThat(number("select count(*) from revision where not shown and load_id = 2"))
        .isEqualTo(FIGURES / 2);
  }

  @Test
  void changesOfASourceReplaceItsOwnFiguresAndLoseAgainstABetterOne() throws Exception {
    SourcePolicy bureau = new SourcePolicy("bureau", 10, 0.05);
    int half = COUNTIES.size() / 2;
    LargeFile theirs =
        new LargeFile(COUNTIES.subList(0, half), INDICATORS, 2025, 12, UnaryOperator.identity());
    loader.load(theirs.file(), bureau, theirs.source());
    load(
        new LargeFile(
            COUNTIES.subList(half, COUNTIES.size()),
            INDICATORS,
            2025,
            12,
            UnaryOperator.identity()));
    long lost = FIGURES * half / COUNTIES.size();

    LargeFile changed = large(every(1, new BigDecimal("1.01")));
    Outcome.Loaded ours = (Outcome.Loaded) load(changed);
    assertThat(ours.counts()).isEqualTo(new LoadCounts(FIGURES, 0, FIGURES - lost, 0, 0));
    assertThat(ours.conflicts()).isNotEmpty().allMatch(c -> c.shownSource().equals("bureau"));
    assertThat(number("select count(*) from observation where load_id = 1")).isEqualTo(lost);
    assertThat(number("select count(*) from observation where load_id = 3"))
        .isEqualTo(FIGURES - lost);
    assertThat(
            number(
                """
                select count(*) from revision v join observation o using (series_id, period_start)
                 where case when o.load_id = 1
                            then not v.shown and v.load_id = 3 and v.replaced_by = 1
                                 and v.value = round(o.value * 1.01, 10)
                            else v.shown and v.load_id = 2 and v.replaced_by = 3
                                 and o.value = round(v.value * 1.01, 10) end
                """))
        .isEqualTo(FIGURES);

    LargeFile corrected = large(every(1, new BigDecimal("1.02")));
    Outcome.Loaded better =
        (Outcome.Loaded) loader.load(corrected.file(), bureau, corrected.source());
    assertThat(better.counts()).isEqualTo(new LoadCounts(FIGURES, 0, FIGURES, 0, 0));
    assertThat(better.conflicts()).isNotEmpty().allMatch(c -> c.shownSource().equals("bureau"));
    assertThat(number("select count(*) from observation where load_id = 4")).isEqualTo(FIGURES);
  }

  @Test
  void whatSomebodyElseRemovesIsNotTakenForStored() throws Exception {
    load(large(UnaryOperator.identity()));
    run("delete from observation where series_id = 7 and period_start = '2025-03-01'");

    assertThat(load(large(UnaryOperator.identity())).counts())
        .isEqualTo(new LoadCounts(FIGURES, 1, 0, FIGURES - 1, 0));
  }

  @Test
  void anotherLoaderSeesWhatThisOneStored() throws Exception {
    load(large(UnaryOperator.identity()));
    Loader other =
        new Loader(
            warehouse.dataSource(),
            Path.of("target/tmp"),
            (language, r, file) -> r.code().name(),
            Checks.all());
    LargeFile changed = large(every(10, new BigDecimal("1.01")));
    other.load(changed.file(), SourcePolicy.usual("inbox"), changed.source());

    assertThat(load(large(UnaryOperator.identity())).counts().observationsChanged())
        .isEqualTo((FIGURES + 9) / 10);
  }

  @Test
  void connectionThatBreaksInTheMidstLeavesNothingAndTheNextLoadIsWhole() throws Exception {
    LargeFile file = large(UnaryOperator.identity());
    FigureSource breaking =
        sink ->
            large(
                    figure -> {
                      if (figure.cell().row() == FIGURES / 2) {
                        breakOthers();
                      }
                      return figure;
                    })
                .source()
                .read(sink);

    assertThatThrownBy(() -> loader.load(file.file(), SourcePolicy.usual("inbox"), breaking))
        .isInstanceOf(SQLException.class);
    assertThat(number("select count(*) from observation")).isZero();
    assertThat(number("select count(*) from load")).isZero();
    assertThat(load(file).counts().observationsNew()).isEqualTo(FIGURES);
  }

  private void breakOthers() {
    try {
      run(
          """
          select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and pid <> pg_backend_pid()
          """);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void figuresOfVeryManyDigitsAreExact() throws Exception {
    List<String> values =
        List.of(
            "123456789012345678901234567890.123456789",
            "-0.0000000000000000000000001",
            "9007199254740993",
            "0.1",
            "10000",
            "-99999999.0001");
    LargeFile file = new LargeFile(List.of(), INDICATORS, 2025, 12, UnaryOperator.identity());
    for (int i = 0; i < values.size(); i++) {
      Observation figure = LargeFile.figure(COUNTIES.get(i), "industry_profit", 2025, 2, i);
      file.and(LargeFile.with(figure, new BigDecimal(values.get(i))));
    }
    load(file);

    assertThat(text("select string_agg(value::text, ' ' order by series_id) from observation"))
        .isEqualTo(String.join(" ", values));
    assertThat(load(file).counts().observationsUnchanged()).isEqualTo(values.size());
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long number(String sql) throws SQLException {
    return Long.parseLong(text(sql));
  }

  private String text(String sql) throws SQLException {
    try (Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
