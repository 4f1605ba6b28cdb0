package io.yanmen.service.held;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.CatalogFiles;
import io.yanmen.model.Language;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.reading.FileReading;
import io.yanmen.reading.format.FileTableReader;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.source.Source;
import io.yanmen.report.ReportOptions;
import io.yanmen.report.ReportWriter;
import io.yanmen.service.home.Home;
import io.yanmen.service.ingest.CommandLineLoad;
import io.yanmen.service.ingest.FiledFile;
import io.yanmen.service.ingest.Reporting;
import io.yanmen.service.ingest.WarehouseLoadStep;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(WarehouseExtension.class)
class HeldFilesIT {
  private static final Path SAMPLE = Path.of("sample-data/inbox/2025年朔州市各县（市、区）水泥产量.csv");

  private final Path root;
  private final Warehouse warehouse;

  HeldFilesIT(Warehouse warehouse, @TempDir Path root) {
    this.root = root;
    this.warehouse = warehouse;
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

  private Home home() {
    return new Home(root, Path.of("").toAbsolutePath());
  }

  private static Clock clock() {
    return Clock.system(ZoneId.systemDefault());
  }

  private static Reporting reports() {
    ReportWriter writer = new ReportWriter(ReportOptions.in(Language.EN), Path.of("target/tmp"));
    return writer::write;
  }

  private WarehouseLoadStep loading() {
    Catalog catalog = CatalogFiles.load();
    return new WarehouseLoadStep(
        new FileReading(catalog, new FileTableReader(ReadLimits.DEFAULT)),
        warehouse.dataSource(),
        Path.of("target/tmp"));
  }

  private HeldFiles held() {
    return new HeldFiles(
        home(), new HeldLoads(warehouse.dataSource()), loading(), reports(), clock());
  }

  private FiledFile load() throws Exception {
    return new CommandLineLoad(home(), loading(), reports(), clock()).load(SAMPLE, Source.UNKNOWN);
  }

  private List<String> rows(String sql) throws SQLException {
    try (Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<String> all = new ArrayList<>();
      while (row.next()) {
        all.add(row.getString(1));
      }
      return all;
    }
  }

  private static List<String> filesBelow(Path folder) throws Exception {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(it -> String.valueOf(it.getFileName()))
          .sorted()
          .toList();
    }
  }

  @Test
  void fileInDoubtWaitsAndNothingOfItIsLoaded() throws Exception {
    FiledFile filed = load();

    assertThat(filed.outcome()).isInstanceOf(Outcome.Held.class);
    assertThat(filed.file()).startsWith(home().held()).exists();
    assertThat(rows("select count(*)::text from observation")).containsExactly("0");
    assertThat(rows("select status from load")).containsExactly("held");
    assertThat(rows("select code from rejection")).containsExactly("MANY_UNIT_SLIPS");
    assertThat(rows("select code from warning")).hasSize(6).containsOnly("UNIT_SLIP");
    assertThat(held().all())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.load()).isEqualTo(1);
              assertThat(it.fileName()).isEqualTo("2025年朔州市各县（市、区）水泥产量.csv");
              assertThat(it.reasons().get(0).zh()).contains("水泥产量");
            });
  }

  @Test
  void sameBytesOfAFileThatWaitsAreNotLoadedAndSaySo() throws Exception {
    load();

    FiledFile again = load();

    assertThat(((Outcome.Held) again.outcome()).reasons())
        .singleElement()
        .satisfies(r -> assertThat(r.code()).isEqualTo(RejectionCode.HELD_BEFORE));
    assertThat(rows("select count(*)::text from observation")).containsExactly("0");
    assertThat(held().all()).hasSize(1);
  }

  @Test
  void releasedFileIsLoadedUnderItsNumberWithItsDoubtsAndWhoDecided() throws Exception {
    load();
    load();

    FiledFile released = held().release(1, "王科长").orElseThrow();

    Outcome.Loaded loaded = (Outcome.Loaded) released.outcome();
    assertThat(loaded.loadId()).isEqualTo(1);
    assertThat(loaded.counts().observationsNew()).isEqualTo(24);
    assertThat(loaded.warnings()).hasSize(7);
    assertThat(rows("select status || ' ' || message from load where id = 1"))
        .containsExactly("loaded released by 王科长");
    assertThat(
            rows(
                "select decision || ' ' || decided_by from hold where decided_at <="
                    + " clock_timestamp()"))
        .containsExactly("released 王科长");
    assertThat(rows("select count(*)::text from rejection where load_id = 1")).containsExactly("0");
    assertThat(filesBelow(home().held())).isEmpty();
    assertThat(filesBelow(home().done())).hasSize(6).contains("2025年朔州市各县（市、区）水泥产量-2.csv");
    assertThat(filesBelow(home().archive())).anyMatch(it -> it.startsWith("decision-"));
  }

  @Test
  void releasedBytesAreADuplicateFromThenOn() throws Exception {
    load();
    held().release(1, "a");

    assertThat(load().outcome()).isInstanceOf(Outcome.Duplicate.class);
  }

  @Test
  void rejectedFileMovesWithTheReasonAndMayComeAgain() throws Exception {
    load();

    FiledFile rejected = held().reject(1, "王科长", "4月单位应为吨").orElseThrow();

    assertThat(rejected.file()).startsWith(home().rejected()).exists();
    assertThat(
            Files.readString(
                rejected.file().resolveSibling(rejected.file().getFileName() + ".report.json")))
        .contains("REFUSED_BY_PERSON", "4月单位应为吨");
    assertThat(rows("select status || ' ' || message from load"))
        .containsExactly("rejected rejected by 王科长: 4月单位应为吨");
    assertThat(filesBelow(home().held())).isEmpty();
    assertThat(load().outcome()).isInstanceOf(Outcome.Held.class);
    assertThat(held().all()).hasSize(1);
  }

  @Test
  void whatIsDecidedIsNotDecidedAgain() throws Exception {
    load();
    held().release(1, "first");

    assertThat(held().release(1, "second")).isEmpty();
    assertThat(held().reject(1, "third", "")).isEmpty();
    assertThat(held().release(99, "first")).isEmpty();
    assertThat(rows("select decided_by from hold")).containsExactly("first");
  }

  @Test
  void fileThatWasTakenAwayIsReleasedFromTheArchive() throws Exception {
    FiledFile filed = load();
    Files.delete(filed.file());

    FiledFile released = held().release(1, "a").orElseThrow();

    assertThat(released.file()).startsWith(home().done()).hasSameBinaryContentAs(SAMPLE);
  }
}
