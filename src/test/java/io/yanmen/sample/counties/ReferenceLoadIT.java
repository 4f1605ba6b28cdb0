package io.yanmen.sample.counties;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.model.outcome.LoadCounts;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.reading.FileReading;
import io.yanmen.reading.format.FileTableReader;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.source.Source;
import io.yanmen.service.ingest.WarehouseLoadStep;
import io.yanmen.service.land.Landing;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * All 3.42 million figures of one year of all counties, through the whole path, are those of a slow
 * and simple loader of its own: at the first load, and after a file in which every tenth differs.
 */
@ExtendWith(WarehouseExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReferenceLoadIT {
  private static final long SEED = 42;
  private static final long FIGURES = 3_418_800;

  /** A figure as it is in the warehouse, in the columns of the reference, and of which load. */
  private static final String LOADED =
      """
      select s.area_code, s.indicator_code, s.measure, s.scenario, s.frequency::text, s.accumulation,
             o.period_start, o.value, o.qualifier, o.status::text, o.table_no, o.cell,
             o.unit_as_written, o.value_as_written, o.load_id
        from observation o join series s on s.id = o.series_id
      """;

  /** A figure that was replaced, likewise, and by which load. */
  private static final String REPLACED =
      """
      select s.area_code, s.indicator_code, s.measure, s.scenario, s.frequency::text, s.accumulation,
             r.period_start, r.value, r.qualifier, r.status::text, r.table_no, r.cell,
             r.unit_as_written, r.value_as_written, r.load_id, r.replaced_by, r.shown
        from revision r join series s on s.id = r.series_id
      """;

  private static final String FIRST = "select f.*, 1::bigint as load_id from first_file f";

  /** What differs comes from the second file, all else is as the first one brought it. */
  private static final String AFTER_SECOND =
      """
      select f.*, 1::bigint as load_id
        from first_file f join second_file s
       using (area_code, indicator_code, measure, scenario, frequency, accumulation, period_start)
       where s.value = f.value
      union all
      select s.*, 2::bigint
        from first_file f join second_file s
       using (area_code, indicator_code, measure, scenario, frequency, accumulation, period_start)
       where s.value <> f.value
      """;

  private static final String DIFFERED =
      """
      select f.*, 1::bigint as load_id, 2::bigint as replaced_by, true as shown
        from first_file f join second_file s
       using (area_code, indicator_code, measure, scenario, frequency, accumulation, period_start)
       where s.value <> f.value
      """;

  private final CountyFigures figures = CountyFigures.of(CatalogFiles.load(), 12, SEED);
  private final Warehouse warehouse;
  private final Connection connection;

  private final Path folder;

  ReferenceLoadIT(Warehouse warehouse, @TempDir Path folder) throws SQLException {
    this.warehouse = warehouse;
    this.folder = folder;
    this.connection = warehouse.dataSource().getConnection();
  }

  @BeforeAll
  void giveTheComparisonMemory() throws SQLException {
    execute("set work_mem = '512MB'");
    execute("set hash_mem_multiplier = 2");
  }

  /** The server is kept between runs; its disk is not to be filled by them. */
  @AfterAll
  void leaveNothing() throws SQLException {
    execute("drop table if exists first_file, second_file");
    execute("truncate load, series, observation, revision, reported cascade");
    connection.close();
  }

  @Test
  @Order(1)
  void firstLoadIsThatOfTheSimpleLoader() throws Exception {
    Path file = folder.resolve("long.csv");
    new LongCsv(figures, LineEnd.LF).write(file);
    new ReferenceTable(connection, CatalogFiles.load()).fill("first_file", file);

    assertThat(load(file)).isEqualTo(new LoadCounts(cells(), FIGURES, 0, 0, 0));

    assertThat(count("select count(*) from first_file")).isEqualTo(FIGURES);
    assertSame(LOADED, FIRST);
    assertThat(count("select count(*) from revision")).isZero();
    assertRecorded(1, FIGURES, 0, 0);
  }

  @Test
  @Order(2)
  void whatDiffersIsReplacedAndKeptAsTheSimpleLoaderSays() throws Exception {
    Path file = folder.resolve("long-changed.csv");
    new LongCsv(figures.revised(), LineEnd.LF).write(file);
    new ReferenceTable(connection, CatalogFiles.load()).fill("second_file", file);
    long differing = figures.revised().totals().changed();

    assertThat(load(file)).isEqualTo(new LoadCounts(cells(), 0, differing, FIGURES - differing, 0));

    assertThat(differing).isBetween(FIGURES / 11, FIGURES / 9);
    assertSame(LOADED, AFTER_SECOND);
    assertSame(REPLACED, DIFFERED);
    assertRecorded(2, 0, differing, FIGURES - differing);
  }

  /** The head and six cells of each line, of which an index has none for its unit. */
  private long cells() {
    long withoutUnit = figures.columns().stream().filter(c -> c.unit().isEmpty()).count();
    return 6 + 6 * FIGURES - withoutUnit * figures.areas().size() * figures.months();
  }

  private LoadCounts load(Path file) throws SQLException, IOException {
    Outcome outcome =
        new WarehouseLoadStep(
                new FileReading(CatalogFiles.load(), new FileTableReader(ReadLimits.DEFAULT)),
                warehouse.dataSource(),
                Path.of("target/tmp"))
            .load(
                new Landing(folder.resolve("archive"))
                    .land(
                        file,
                        "",
                        Source.UNKNOWN.code(),
                        Clock.system(ZoneId.systemDefault()).instant()),
                Source.UNKNOWN);
    assertThat(outcome).isInstanceOf(Outcome.Loaded.class);
    assertThat(((Outcome.Loaded) outcome).warnings()).isEmpty();
    return outcome.counts();
  }

  /** As many on both sides, and none that the other has not: the same, each as often. */
  private void assertSame(String warehouse, String reference) throws SQLException {
    String rows = "select count(*) from (%s) r";
    assertThat(count(rows.formatted(warehouse))).isEqualTo(count(rows.formatted(reference)));
    String differing = "select count(*) from ((%s) except all (%s)) d";
    assertThat(count(differing.formatted(warehouse, reference))).isZero();
  }

  private void assertRecorded(long load, long fresh, long changed, long unchanged)
      throws SQLException {
    assertThat(
            count(
                """
                select count(*) from load
                 where id = %d and status = 'loaded' and observations_new = %d
                   and observations_changed = %d and observations_unchanged = %d and rejected = 0
                """
                    .formatted(load, fresh, changed, unchanged)))
        .isEqualTo(1);
  }

  private long count(String query) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  private void execute(String statement) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }
}
