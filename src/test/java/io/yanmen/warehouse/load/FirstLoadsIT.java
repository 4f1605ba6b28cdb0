package io.yanmen.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.model.Area;
import io.yanmen.model.AreaLevel;
import io.yanmen.model.Observation;
import io.yanmen.model.outcome.LandedFile;
import io.yanmen.model.outcome.LoadCounts;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import io.yanmen.warehouse.check.Checks;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Several large files, one right after the other, into an empty warehouse: its tables do without
 * their keys until the last, and nobody who comes between finds anything wrong.
 */
@ExtendWith(WarehouseExtension.class)
class FirstLoadsIT {
  private static final List<String> COUNTIES =
      CatalogFiles.load().areas().stream()
          .filter(area -> area.level() == AreaLevel.COUNTY)
          .map(Area::code)
          .toList();
  private static final List<String> INDICATORS =
      List.of("fixed_asset_investment", "retail_sales", "industry_revenue");
  private static final long FIGURES = 3L * COUNTIES.size() * INDICATORS.size();

  private final Warehouse warehouse;
  private boolean more;
  private Loader loader;

  FirstLoadsIT(Warehouse warehouse) {
    this.warehouse = warehouse;
    this.loader = loader();
  }

  private Loader loader() {
    return new Loader(
        warehouse.dataSource(),
        Path.of("target/tmp"),
        (language, r, file) -> r.code().name(),
        Checks.all(),
        () -> more);
  }

  @BeforeEach
  void empty() throws SQLException {
    run(
        "truncate observation, revision, rejection, warning, hold, load, series, reported restart"
            + " identity cascade");
    assertThat(keys()).isEqualTo(4);
  }

  /** Other tests share the warehouse. */
  @AfterEach
  void keysAreThere() throws SQLException {
    loader().settle();
    assertThat(keys()).isEqualTo(4);
    assertThat(number("select count(*) from key_let_go")).isZero();
  }

  @Test
  void figuresOfVastFileAreNotLoggedAndAllThere() throws Exception {
    LargeFile year = new LargeFile(COUNTIES, INDICATORS, 2024, 12, UnaryOperator.identity());
    long loggedOfAnother = logged(year.file(), year);
    long figures = 4 * FIGURES;
    empty();
    long before = files();

    long logged = logged(vast(year.file()), year);

    assertThat(number("select count(distinct (series_id, period_start)) from observation"))
        .isEqualTo(figures);
    assertThat(number("select count(*) from observation where load_id = 1")).isEqualTo(figures);
    assertThat(files()).isNotEqualTo(before);
    assertThat(logged)
        .isLessThan(loggedOfAnother - number("select pg_relation_size('observation') / 2"));
    // Whatever was not logged was written: the next load finds it.
    assertThat(load(year, false).counts()).isEqualTo(new LoadCounts(figures, 0, 0, figures, 0));
  }

  /** How many bytes a load adds to the server's log. */
  private long logged(LandedFile file, LargeFile figures) throws Exception {
    run("checkpoint");
    String position = "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint";
    long before = number(position);
    loader.load(file, new SourcePolicy("inbox", 0, 0.05), figures.source());
    return number(position) - before;
  }

  @Test
  void vastFileThatBreaksOffLeavesTheTableAsItWas() throws Exception {
    long before = files();
    LargeFile year = year(2024, UnaryOperator.identity());

    assertThatThrownBy(
            () ->
                loader.load(
                    vast(year.file()),
                    new SourcePolicy("inbox", 0, 0.05),
                    sink -> {
                      year.source().read(sink);
                      throw new IOException("gone");
                    }))
        .isInstanceOf(IOException.class);

    assertThat(files()).isEqualTo(before);
    assertThat(number("select count(*) from observation")).isZero();
  }

  @Test
  void vastFileBesideFiguresOfOthersLeavesThemWhereTheyAre() throws Exception {
    load(year(2023, UnaryOperator.identity()), false);
    long before = files();
    LargeFile year = year(2024, UnaryOperator.identity());

    loader.load(vast(year.file()), new SourcePolicy("inbox", 0, 0.05), year.source());

    assertThat(files()).isEqualTo(before);
    assertThat(number("select count(*) from observation where load_id = 1")).isEqualTo(FIGURES);
    assertThat(number("select count(*) from observation")).isEqualTo(2 * FIGURES);
  }

  private static LandedFile vast(LandedFile file) {
    return new LandedFile(
        file.content(),
        file.name(),
        file.folder(),
        file.source(),
        file.sha256(),
        1L << 30,
        file.receivedAt());
  }

  private long files() throws SQLException {
    return number("select pg_relation_filenode('observation')");
  }

  private LargeFile year(int year, UnaryOperator<Observation> change) {
    return new LargeFile(COUNTIES, INDICATORS, year, 3, change);
  }

  private Outcome load(LargeFile file, boolean moreAfterwards) throws Exception {
    more = moreAfterwards;
    return loader.load(file.file(), new SourcePolicy("inbox", 0, 0.05), file.source());
  }

  private static UnaryOperator<Observation> every(int n, BigDecimal factor) {
    return figure ->
        figure.cell().row() % n == 0
            ? LargeFile.with(figure, figure.value().multiply(factor))
            : figure;
  }

  private long keys() throws SQLException {
    return number(
        """
        select count(*) from pg_index
         where indrelid in ('observation'::regclass, 'series'::regclass) and indisvalid
        """);
  }

  @Test
  void keysComeBackWithTheLastFile() throws Exception {
    load(year(2023, UnaryOperator.identity()), true);
    assertThat(keys()).isZero();
    load(year(2024, UnaryOperator.identity()), true);
    assertThat(keys()).isZero();
    Outcome last = load(year(2025, UnaryOperator.identity()), false);

    assertThat(last.counts()).isEqualTo(new LoadCounts(FIGURES, FIGURES, 0, 0, 0));
    assertThat(keys()).isEqualTo(4);
    assertThat(number("select count(distinct (series_id, period_start)) from observation"))
        .isEqualTo(3 * FIGURES);
    assertThat(
            number(
                """
                select count(*) from observation o join series s on s.id = o.series_id
                 where o.load_id = extract(year from o.period_start) - 2022
                """))
        .isEqualTo(3 * FIGURES);
  }

  @Test
  void fileThatSaysTheSameWritesNothingAndNeedsNoKey() throws Exception {
    load(year(2024, UnaryOperator.identity()), true);
    Outcome again =
        load(
            new LargeFile(COUNTIES.subList(1, 2_000), INDICATORS, 2024, 3, figure -> figure), true);

    assertThat(again.counts().observationsNew()).isZero();
    assertThat(again.counts().observationsUnchanged()).isEqualTo(1_999 * 9);
    assertThat(number("select count(*) from observation")).isEqualTo(FIGURES);
  }

  @Test
  void correctionAmongThemFindsWhatItCorrects() throws Exception {
    load(year(2024, UnaryOperator.identity()), true);
    Outcome corrected = load(year(2024, every(10, new BigDecimal("1.01"))), true);

    long changed = (FIGURES + 9) / 10;
    assertThat(corrected.counts())
        .isEqualTo(new LoadCounts(FIGURES, 0, changed, FIGURES - changed, 0));
    assertThat(keys()).isEqualTo(4);
    assertThat(
            number(
                """
                select count(*) from revision v join observation o using (series_id, period_start)
                 where v.load_id = 1 and o.load_id = 2 and o.value = round(v.value * 1.01, 10)
                """))
        .isEqualTo(changed);
  }

  @Test
  void fileThatIsHeldOrRefusedAmongThemLeavesNothing() throws Exception {
    load(year(2024, UnaryOperator.identity()), true);
    Outcome held =
        load(
            year(2025, figure -> LargeFile.with(figure, figure.value().multiply(TEN_THOUSAND))),
            false);

    assertThat(held).isInstanceOf(Outcome.Held.class);
    assertThat(number("select count(*) from observation")).isEqualTo(FIGURES);
    assertThat(number("select count(distinct load_id) from observation")).isEqualTo(1);
    assertThat(keys()).isEqualTo(4);
  }

  private static final BigDecimal TEN_THOUSAND = new BigDecimal(10_000);

  @Test
  void anotherProcessMakesThemBeforeItLooksForAnything() throws Exception {
    load(year(2024, UnaryOperator.identity()), true);
    Loader other = loader();
    LargeFile same = year(2024, every(10, new BigDecimal("1.01")));
    Outcome outcome = other.load(same.file(), SourcePolicy.usual("inbox"), same.source());

    assertThat(outcome.counts().observationsChanged()).isEqualTo((FIGURES + 9) / 10);
    assertThat(keys()).isEqualTo(4);
    // What the first one remembers is not true any more, and it sees that.
    assertThat(load(year(2025, UnaryOperator.identity()), true).counts().observationsNew())
        .isEqualTo(FIGURES);
    assertThat(keys()).isEqualTo(4);
  }

  @Test
  void whoComesAfterAKilledProcessMakesThem() throws Exception {
    load(year(2024, UnaryOperator.identity()), true);
    assertThat(keys()).isZero();

    loader().settle();

    assertThat(keys()).isEqualTo(4);
    assertThat(number("select count(*) from key_let_go")).isZero();
  }

  @Test
  void withoutMoreFilesTheKeysStayNoMomentLonger() throws Exception {
    load(year(2024, UnaryOperator.identity()), false);

    assertThat(keys()).isEqualTo(4);
    assertThat(number("select count(*) from key_let_go")).isZero();
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
