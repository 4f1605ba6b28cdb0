package io.yanmen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.model.outcome.LandedFile;
import io.yanmen.reading.FileReading;
import io.yanmen.reading.format.FileTableReader;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.source.Source;
import io.yanmen.reading.source.Sources;
import io.yanmen.service.held.HeldFiles;
import io.yanmen.service.held.HeldLoads;
import io.yanmen.service.home.Home;
import io.yanmen.service.ingest.CommandLineLoad;
import io.yanmen.service.ingest.WarehouseLoadStep;
import io.yanmen.service.land.Archive;
import io.yanmen.service.land.Decisions;
import io.yanmen.service.replay.Replay;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import io.yanmen.warehouse.connection.WarehouseUnavailableException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An archive of more than 200 files, with corrections, refusals and repeats, loaded again. */
@ExtendWith(WarehouseExtension.class)
class ReplayIT {
  private static final int FILES = 210;
  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

  /** Everything but the numbers of loads and revisions and the times at which the loads ran. */
  private static final Map<String, String> CONTENT =
      Map.of(
          "figures",
          """
          select area_code, indicator_code, measure, scenario, frequency, accumulation, period_start,
                 value, unit, qualifier, status, source, source_file, sheet, cell, loaded_at
            from indicator_observation
          """,
          "revisions",
          """
          select s.area_code, s.indicator_code, s.measure, s.scenario, s.frequency, s.accumulation,
                 r.period_start, r.value, r.qualifier, r.status, r.table_no, r.cell, r.unit_as_written,
                 r.value_as_written, r.shown, o.file_name, o.received_at, n.file_name, n.received_at
            from revision r join series s on s.id = r.series_id
            join load o on o.id = r.load_id join load n on n.id = r.replaced_by
          """,
          "loads",
          """
          select source, file_name, sha256, status, priority, received_at, finished_at, cells_read,
                 observations_new, observations_changed, observations_unchanged, rejected,
                 case when status = 'duplicate' then '' else message end
            from load
          """,
          "rejections",
          """
          select l.file_name, l.received_at, r.table_no, r.cell, r.code, r.message_zh, r.message_en, r.raw
            from rejection r join load l on l.id = r.load_id
          """);

  private static final Map<String, String> DOUBTS =
      Map.of(
          "warnings",
          """
          select l.file_name, w.table_no, w.cell, w.code, w.message_zh, w.raw
            from warning w join load l on l.id = w.load_id
          """,
          "decisions",
          """
          select l.file_name, l.status, l.message, h.decision, h.decided_by, h.reason
            from hold h join load l on l.id = h.load_id
          """);

  private final Warehouse warehouse;
  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final Path folder;

  ReplayIT(Warehouse warehouse, @TempDir Path folder) {
    this.warehouse = warehouse;
    this.folder = folder;
  }

  private FileReading reading() {
    return new FileReading(CatalogFiles.load(), new FileTableReader(ReadLimits.DEFAULT));
  }

  private Home home() {
    return new Home(folder, Path.of("").toAbsolutePath());
  }

  private CommandLineLoad directLoad() {
    InstantSource time = now::get;
    return new CommandLineLoad(
        home(),
        new WarehouseLoadStep(reading(), warehouse.dataSource(), Path.of("target/tmp")),
        (outcome, into, name) -> {},
        time.withZone(ZoneId.of("Asia/Shanghai")));
  }

  @BeforeEach
  void load() throws Exception {
    execute("truncate load, series, observation, revision, rejection, reported cascade");
    CommandLineLoad load = directLoad();
    Sources sources = Sources.read(Path.of("routes/sources"));
    for (int i = 0; i < FILES; i++) {
      Source source = i % 3 == 0 ? sources.find("open-data").orElseThrow() : Source.UNKNOWN;
      load.load(file(i), source);
      now.updateAndGet(it -> it.plus(Duration.ofHours(1)));
    }
    try (var samples = Files.walk(Path.of("sample-data/inbox"))) {
      for (Path sample : samples.filter(Files::isRegularFile).sorted().toList()) {
        load.load(sample, Source.UNKNOWN);
        now.updateAndGet(it -> it.plus(Duration.ofHours(1)));
      }
    }
    load.load(slipped("released.csv", "发电量", "万千瓦时"), Source.UNKNOWN);
    load.load(slipped("refused.csv", "焦炭产量", "万吨"), Source.UNKNOWN);
    load.load(slipped("undecided.csv", "水泥产量", "万吨"), Source.UNKNOWN);
    decide("released.csv", held -> (id -> held.release(id, "王芳")));
    decide("refused.csv", held -> (id -> held.reject(id, "李强", "单位错了")));
  }

  private interface Decision {
    Object on(long load) throws Exception;
  }

  private void decide(String name, java.util.function.Function<HeldFiles, Decision> decision)
      throws Exception {
    HeldLoads loads = new HeldLoads(warehouse.dataSource());
    HeldFiles held =
        new HeldFiles(
            home(),
            loads,
            new WarehouseLoadStep(reading(), warehouse.dataSource(), Path.of("target/tmp")),
            (outcome, into, as) -> {},
            java.time.Clock.systemUTC());
    long id =
        loads.all().stream()
            .filter(it -> it.fileName().equals(name))
            .findFirst()
            .orElseThrow()
            .load();
    assertThat(decision.apply(held).on(id)).isNotEqualTo(Optional.empty());
  }

  /** Months of eight counties, the last of them in a unit ten thousand times too small. */
  private Path slipped(String name, String indicator, String unit) throws Exception {
    StringBuilder text = new StringBuilder("地区代码,指标,时间,单位,数值\n");
    for (int county = 21; county < 29; county++) {
      for (int month = 1; month <= 6; month++) {
        text.append(
            "1409%d,%s,2023年%d月当月,%s,%d\n"
                .formatted(
                    county, indicator, month, unit, (50 + county) * (month == 6 ? 10_000 : 1)));
      }
    }
    return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  /** Corrections of 40 figures by two sources; one file in ten is refused, one a repeat. */
  private Path file(int i) throws Exception {
    int content = i % 10 == 9 ? i - 2 : i;
    StringBuilder text = new StringBuilder("地区代码,指标,时间,单位,数值\n");
    if (i % 10 == 4) {
      text.append("999999,没有的指标,%d年,万吨,x%d\n".formatted(2000 + i, i));
    } else {
      for (int f = 0; f < 4; f++) {
        text.append(
            "1409%02d,原煤产量,%d年,万吨,%d\n"
                .formatted(21 + (content + f) % 8, 2010 + content % 5, 100 + content * 7 % 50 + f));
      }
    }
    return Files.writeString(
        folder.resolve("f%03d.csv".formatted(i)), text, StandardCharsets.UTF_8);
  }

  private int replay(Optional<Instant> since) throws Exception {
    return replay(since, (total, done) -> {});
  }

  private int replay(Optional<Instant> since, Replay.Watcher watcher) throws Exception {
    return new Replay(
            new Archive(home().archive()),
            new Decisions(home().archive()),
            Sources.read(Path.of("routes/sources")),
            warehouse,
            database -> new WarehouseLoadStep(reading(), database, Path.of("target/tmp")))
        .run(since, watcher);
  }

  private Map<String, List<String>> content() throws Exception {
    Map<String, List<String>> content = new java.util.TreeMap<>();
    for (Map<String, String> queries : List.of(CONTENT, DOUBTS)) {
      for (Map.Entry<String, String> query : queries.entrySet()) {
        content.put(query.getKey(), rows(query.getValue()));
      }
    }
    return content;
  }

  private List<String> rows(String sql) throws Exception {
    try (Connection connection = warehouse.dataSource().getConnection()) {
      return WarehouseContent.rows(connection, sql);
    }
  }

  private int number(String sql) throws Exception {
    return Integer.parseInt(rows(sql).get(0));
  }

  private void execute(String sql) throws Exception {
    try (Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void replayGivesTheWarehouseThatWas() throws Exception {
    Map<String, List<String>> original = content();
    assertThat(original.get("revisions")).hasSizeGreaterThan(100);
    assertThat(original.get("loads")).hasSizeGreaterThan(FILES);
    assertThat(String.join("\n", original.get("decisions")))
        .contains("released.csv|loaded|", "refused.csv|rejected|", "undecided.csv|held|");
    assertThat(original.get("warnings")).hasSizeGreaterThan(8);
    assertThat(replay(Optional.empty())).isEqualTo(number("select count(*) from load"));
    assertThat(content()).isEqualTo(original);
    assertThat(rows("select nspname from pg_namespace where nspname = 'yanmen_replay'")).isEmpty();
  }

  @Test
  void replaySinceADayKeepsWhatWasLoadedBefore() throws Exception {
    Map<String, List<String>> original = content();
    int replayed = replay(Optional.of(START.plus(Duration.ofDays(4))));
    assertThat(replayed).isEqualTo(number("select count(*) from load") - 96);
    assertThat(content()).isEqualTo(original);
  }

  @Test
  void warehouseThatForgotEverythingIsBuiltFromTheArchiveAlone() throws Exception {
    Map<String, List<String>> original = content();
    execute("truncate load, series, observation, revision, rejection, reported cascade");
    replay(Optional.empty());
    Map<String, List<String>> again = content();
    assertThat(again.get("revisions")).isEqualTo(original.get("revisions"));
    assertThat(again.get("rejections")).isEqualTo(original.get("rejections"));
    assertThat(again.get("decisions")).isEqualTo(original.get("decisions"));
    assertThat(again.get("figures")).hasSameSizeAs(original.get("figures"));
  }

  @Test
  void replayKeepsTheOrderOfLoadsOverAClockThatWentBack() throws Exception {
    execute(
        """
        update load set started_at = started_at - interval '1 hour',
                        finished_at = finished_at - interval '1 hour'
         where id > (select min(id) + 100 from load) and status <> 'held'
           and not exists (select 1 from hold h where h.load_id = load.id)
        """);
    Map<String, List<String>> original = content();
    replay(Optional.empty());
    assertThat(content()).isEqualTo(original);
  }

  /** By a service whose lock was lost. */
  private Map<String, List<String>> loadedBeside() {
    try {
      directLoad().load(slipped("beside.csv", "生铁产量", "万吨"), Source.UNKNOWN);
      return content();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void fileThatIsLoadedDuringAReplayIsNotLost() throws Exception {
    AtomicReference<Map<String, List<String>>> withIt = new AtomicReference<>(Map.of());
    assertThatThrownBy(
            () ->
                replay(
                    Optional.empty(),
                    (total, done) -> {
                      if (done == 50) {
                        withIt.set(loadedBeside());
                      }
                    }))
        .isInstanceOf(WarehouseUnavailableException.class)
        .hasMessageContaining("the replay was given up");
    assertThat(content()).isEqualTo(withIt.get());
    assertThat(number("select count(*) from load where file_name = 'beside.csv'")).isEqualTo(1);
  }

  @Test
  void archiveThatIsNotWholeLeavesTheWarehouseAsItWas() throws Exception {
    Map<String, List<String>> original = content();
    LandedFile some = new Archive(home().archive()).arrivals().get(17);
    Files.writeString(some.content(), "half");
    assertThatThrownBy(() -> replay(Optional.empty()))
        .isInstanceOf(java.io.IOException.class)
        .hasMessageContaining("not as it was");
    assertThat(content()).isEqualTo(original);
  }
}
