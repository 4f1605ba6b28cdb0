package io.yanmen.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.command.CommandHome.Said;
import io.yanmen.service.backup.file.BackupFiles;
import io.yanmen.service.backup.file.BackupFiles.Entry;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import io.yanmen.warehouse.connection.WarehouseSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A home in use is backed up and restored into empty ones. It holds something of everything, so
 * that nothing can be forgotten without a test that fails.
 */
@ExtendWith(WarehouseExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupIT {
  private static final FileTime FIRST = FileTime.from(Instant.parse("2025-05-01T08:00:00.111Z"));
  private static final FileTime SECOND = FileTime.from(Instant.parse("2025-05-01T08:00:00.222Z"));

  /** Left out of backups, see BackupTables; and what a restore changes with intent. */
  private static final Set<String> OTHERWISE =
      Set.of(
          "route",
          "route_command",
          "qrtz_scheduler_state",
          "qrtz_locks",
          "key_let_go",
          "flyway_schema_history",
          "figures_version");

  private final WarehouseSettings server;
  private final Path folder;
  private final CommandHome original;
  private final Path backup;
  private Said said = new Said(-1, "", "");

  BackupIT(Warehouse any, WarehouseSettings server, @TempDir Path folder) throws SQLException {
    this.server = server;
    this.folder = folder;
    this.original = CommandHome.empty(folder.resolve("original"), server);
    this.backup = folder.resolve("backup.tar.gz");
  }

  private CommandHome home(String name) throws SQLException {
    return CommandHome.empty(folder.resolve(name), server);
  }

  // --- The home that is backed up ---

  @BeforeAll
  void useAndBackUp() throws Exception {
    copy(Path.of("routes"), original.root().resolve("routes"));
    Files.writeString(
        original.root().resolve("routes/sources/coal-board.yaml"),
        "# edited here\n",
        java.nio.file.StandardOpenOption.APPEND);
    Files.writeString(
        original.root().resolve("application.properties"),
        """
        # of the office
        yanmen.inbox.settle-unfinished=1000
        yanmen.alerts.mail.password=sehr-geheim
        """);
    Files.writeString(
        original.root().resolve("users"), "chen:operator:$2a$10$abcdefghijklmnopqrstuv\n");
    List<String> load = new ArrayList<>(List.of("load"));
    try (Stream<Path> samples = Files.walk(Path.of("sample-data/inbox"))) {
      samples.filter(Files::isRegularFile).sorted().forEach(it -> load.add(it.toString()));
    }
    load.add(csv("first.csv", 100).toString());
    load.add(csv("corrected.csv", 107).toString());
    load.add(slipped("released.csv", "发电量", "万千瓦时").toString());
    load.add(slipped("refused.csv", "焦炭产量", "万吨").toString());
    load.add(slipped("undecided.csv", "水泥产量", "万吨").toString());
    assertThat(original.yanmen(load.toArray(String[]::new)).code()).isEqualTo(1);
    decide("released.csv", "release", "--by", "王芳");
    decide("refused.csv", "reject", "--reason", "单位错了");
    assertThat(original.yanmen("alias", "add", "area", "雁门关外", "140923").code()).isZero();
    assertThat(original.yanmen("word", "add", "雁门口径", "--by", "王芳").code()).isZero();
    for (String sql : ROWS_OF_SERVICES) {
      original.execute(sql);
    }
    arrived("inbox/忻州/4月 原煤.csv", SECOND);
    arrived("inbox/3月.csv", FIRST);
    Files.createSymbolicLink(original.data().resolve("inbox/link.csv"), Path.of("/etc/passwd"));
    Files.writeString(original.data().resolve("inbox/.uploading"), "half");
    Files.writeString(original.data().resolve("postgres.password"), "password-of-the-server");
    said = original.yanmen("backup", backup.toString());
    assertThat(said.code()).as(said.all()).isZero();
  }

  private void arrived(String path, FileTime time) throws IOException {
    Path file = original.data().resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "县区,2024年1-4月原煤产量（万吨）\n代县,1.5\n# " + path + "\n");
    Files.setLastModifiedTime(file, time);
  }

  private void decide(String file, String... decision) throws SQLException {
    String id = original.rows("select id from load where file_name = '%s'".formatted(file)).get(0);
    List<String> words = new ArrayList<>(List.of("held", decision[0], id));
    words.addAll(Arrays.asList(decision).subList(1, decision.length));
    assertThat(original.yanmen(words.toArray(String[]::new)).code()).isZero();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private Path csv(String name, int value) throws IOException {
    StringBuilder text = new StringBuilder("地区代码,指标,时间,单位,数值\n");
    for (int county = 21; county < 29; county++) {
      text.append("1409%d,原煤产量,2001年,万吨,%d\n".formatted(county, value + county));
    }
    return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  /** Months of eight counties, the last of them in a unit ten thousand times too small. */
  private Path slipped(String name, String indicator, String unit) throws IOException {
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

  /** What loads do not write, with everything in it that COPY has to escape. */
  private static final List<String> ROWS_OF_SERVICES =
      List.of(
          """
          insert into rejection (load_id, table_no, cell, code, message_zh, message_en, raw, arguments)
          select min(id), 1, 'A1', 'NOT_A_NUMBER', E'\\\\N', '', E'tab\\there\\nand \\\\. and “''"',
                 array['a,b', '', E'{"x"\\\\}', '雁门'] from load
          """,
          """
          insert into source (code, name, frequency, due_days, areas, since)
          values ('county', '代县统计局', 'M', 20, array['140923', '140924'], '2024-01-01')
          """,
          """
          insert into feed_memory (feed, request, etag, sha256, changed_at)
          values ('monthly', 'http://x/?a=b', '"e"', repeat('a', 64), '2025-04-30 08:00:00.123456+08')
          """,
          "insert into backfill (route_id, first, last) values ('feed-a', '2024-01', '2024-12')",
          "insert into backfill_period (backfill_id, period) values (1, '2024-01')",
          "insert into route_pause (route_id) values ('feed-a')",
          """
          insert into route_run (node, route_id, started_at, outcome, observations_new)
          values ('n', 'feed-a', now(), 'running', 7)
          """,
          "insert into load_failure (node, source, file_name, message) values ('n', 's', 'f.csv',"
              + " 'disk')",
          """
          insert into reporting_notice (source, area_code, period_start)
          values ('county', '140923', '2025-01-01')
          """,
          """
          insert into audit (at, user_name, address, action, status)
          values ('1900-12-31 23:59:59.999999+08:05', 'chen', '::1', 'login', 200)
          """,
          "insert into alert_message default values",
          """
          insert into alert (kind, subject, name, node, happened_at, message_id)
          values ('FILE_REJECTED', 's', 'f.csv', 'n', now(), 1)
          """,
          "insert into alert_delivery (message_id, channel, attempts) values (1, 'mail', 2)",
          "insert into alert_state (kind, subject) values ('WAREHOUSE', 'w')",
          """
          insert into qrtz_job_details values
            ('yanmen', 'j', 'feeds', null, 'c', true, true, true, false, '\\x00ff0a5c')
          """,
          """
          insert into qrtz_triggers (sched_name, trigger_name, trigger_group, job_name, job_group,
                                     next_fire_time, trigger_state, trigger_type, start_time)
          values ('yanmen', 't', 'feeds', 'j', 'feeds', 1, 'BLOCKED', 'CRON', 1)
          """,
          "insert into qrtz_cron_triggers values ('yanmen', 't', 'feeds', '0 0 3 * * ?',"
              + " 'Asia/Shanghai')",
          "insert into qrtz_simple_triggers values ('yanmen', 't', 'feeds', 1, 1, 1)",
          """
          insert into qrtz_simprop_triggers (sched_name, trigger_name, trigger_group, dec_prop_1)
          values ('yanmen', 't', 'feeds', 123456789.1200)
          """,
          "insert into qrtz_blob_triggers values ('yanmen', 't', 'feeds', '\\x01')",
          "insert into qrtz_calendars values ('yanmen', 'c', '\\x02')",
          "insert into qrtz_paused_trigger_grps values ('yanmen', 'g')",
          """
          insert into qrtz_fired_triggers (sched_name, entry_id, trigger_name, trigger_group,
                                           instance_name, fired_time, sched_time, priority, state)
          values ('yanmen', 'e', 't', 'feeds', 'i', 1, 1, 5, 'EXECUTING')
          """,
          "insert into qrtz_scheduler_state values ('yanmen', 'i', 1, 1)",
          "insert into qrtz_locks values ('yanmen', 'TRIGGER_ACCESS')",
          "insert into route (node, route_id, description, state) values ('n', 'feed-a', '',"
              + " 'Started')",
          "insert into route_command (route_id) values ('feed-a')",
          "insert into key_let_go values (1, 'select 1')",
          // A load that was broken off has had a number, which must not be given out again.
          "select nextval(pg_get_serial_sequence('yanmen.load', 'id'))",
          "update observation set value = 12345678901234567890.1234567890123456789000 where cell ="
              + " 'A1'");

  // --- What comes back ---

  @Test
  void everyRowAndEveryFileComesBack() throws Exception {
    CommandHome restored = home("same");
    Said done = restored.yanmen("restore", backup.toString());
    assertThat(done.code()).as(done.all()).isZero();
    assertThat(done.out()).contains("Restored into " + restored.root(), "Next: ");

    Map<String, List<String>> before = original.tables();
    Map<String, List<String>> after = restored.tables();
    assertThat(after.keySet()).isEqualTo(before.keySet());
    for (Map.Entry<String, List<String>> table : before.entrySet()) {
      assertThat(table.getValue()).as("rows to compare in %s", table.getKey()).isNotEmpty();
      if (!OTHERWISE.contains(table.getKey())) {
        assertThat(after.get(table.getKey()))
            .as(table.getKey())
            .containsExactlyElementsOf(table.getValue());
      }
    }
    for (String ofTheMoment :
        List.of("route", "route_command", "qrtz_scheduler_state", "qrtz_locks", "key_let_go")) {
      assertThat(after.get(ofTheMoment)).as(ofTheMoment).isEmpty();
    }
    assertThat(after.get("flyway_schema_history"))
        .hasSameSizeAs(before.get("flyway_schema_history"));
    assertThat(restored.number("select version from figures_version"))
        .as("no service that remembers the original takes this for it")
        .isGreaterThan(original.number("select version from figures_version") + 1_000_000_000);

    assertThat(original.files("data/archive").keySet()).hasSizeGreaterThan(40);
    assertThat(restored.files("data/archive")).isEqualTo(original.files("data/archive"));
    assertThat(restored.files("data/held")).isEqualTo(original.files("data/held")).isNotEmpty();
    assertThat(restored.files("routes")).isEqualTo(original.files("routes"));
    assertThat(restored.files("data/inbox")).containsOnlyKeys("3月.csv", "忻州/4月 原煤.csv");
    assertThat(Files.getLastModifiedTime(restored.data().resolve("inbox/3月.csv"))).isEqualTo(FIRST);
    assertThat(Files.getLastModifiedTime(restored.data().resolve("inbox/忻州/4月 原煤.csv")))
        .isEqualTo(SECOND);
    assertThat(restored.root().resolve("users"))
        .hasSameTextualContentAs(original.root().resolve("users"));
    assertThat(Files.getPosixFilePermissions(restored.root().resolve("users"))).hasSize(2);
    assertThat(restored.root().resolve("application.properties"))
        .content()
        .contains("# of the office", "settle-unfinished=1000", "# yanmen.alerts.mail.password: ");
    assertThat(restored.root().resolve("restored")).doesNotExist();
    assertThat(restored.data().resolve("done")).doesNotExist();
    assertThat(restored.data().resolve("archive/.restoring")).doesNotExist();
    assertThat(restored.data().resolve(".restoring")).doesNotExist();
  }

  @Test
  void restoredWarehouseGoesOnWhereTheOriginalWas() throws Exception {
    CommandHome restored = home("goes-on");
    assertThat(restored.yanmen("restore", backup.toString()).code()).isZero();
    long figures = restored.number("select count(*) from observation");
    long lastLoad = original.number("select max(id) from load");

    Said again = restored.yanmen("load", folder.resolve("corrected.csv").toString());
    assertThat(again.code()).as(again.all()).isZero();
    assertThat(again.out()).contains("same content as “corrected.csv”");
    assertThat(restored.number("select count(*) from observation")).isEqualTo(figures);

    Path corrected = csv("corrected again.csv", 111);
    Path more = Files.writeString(folder.resolve("more.csv"), "县区,2026年1-4月原煤产量（万吨）\n代县,1.5\n");
    Said loaded = restored.yanmen("load", corrected.toString(), more.toString());
    assertThat(loaded.code()).as(loaded.all()).isZero();
    assertThat(loaded.out())
        .contains("new 0, updated 8, unchanged 0", "new 1, updated 0, unchanged 0");
    assertThat(restored.number("select min(id) from load where file_name = 'corrected again.csv'"))
        .as("neither a number of the backup nor one of a load that failed")
        .isGreaterThan(lastLoad + 1);
    assertThat(restored.number("select count(*) from revision"))
        .isEqualTo(original.number("select count(*) from revision") + 8);
    for (String table : List.of("rejection", "revision", "warning", "audit", "alert")) {
      assertThat(
              restored.number(
                  "select nextval(pg_get_serial_sequence('yanmen.%s', 'id'))".formatted(table)))
          .isGreaterThan(restored.number("select max(id) from " + table));
    }

    Map<String, List<String>> before = content(restored);
    Said replay = restored.yanmen("replay");
    assertThat(replay.code()).as(replay.all()).isZero();
    assertThat(content(restored)).isEqualTo(before);
    assertThat(before.get("figures")).hasSizeGreaterThan(1000);
    assertThat(before.get("revisions")).hasSize(16);
  }

  /** Figures and earlier values without the numbers of loads and series. */
  private static Map<String, List<String>> content(CommandHome home) throws SQLException {
    Map<String, List<String>> content = new TreeMap<>();
    content.put(
        "figures",
        home.rows(
            """
            select concat_ws('|', area_code, indicator_code, measure, scenario, frequency, accumulation,
                             period_start, value, unit, qualifier, status, source, source_file, sheet, cell)
              from indicator_observation order by 1
            """));
    content.put(
        "revisions",
        home.rows(
            """
            select concat_ws('|', s.area_code, s.indicator_code, s.measure, r.period_start, r.value,
                             r.shown, o.file_name, n.file_name)
              from revision r join series s on s.id = r.series_id
              join load o on o.id = r.load_id join load n on n.id = r.replaced_by order by 1
            """));
    content.put(
        "decisions",
        home.rows(
            """
            select concat_ws('|', l.file_name, l.status, h.decision, h.decided_by, h.reason)
              from hold h join load l on l.id = h.load_id order by 1
            """));
    return content;
  }

  @Test
  void backupHoldsNoSecretAndSaysWhatItLacks() throws Exception {
    assertThat(said.out())
        .contains("Backed up and verified: " + backup, "schema ", "yanmen.alerts.mail.password");
    assertThat(said.err()).contains("1 files are not in the backup", "data/inbox/link.csv");
    List<Entry> entries = BackupFiles.entries(backup);
    assertThat(entries)
        .extracting(Entry::text)
        .noneMatch(
            it ->
                it.contains("sehr-geheim")
                    || it.contains("password-of-the-server")
                    || it.contains(server.password().orElseThrow()));
    assertThat(entries)
        .extracting(Entry::name)
        .noneMatch(it -> it.contains("postgres") || it.contains(".uploading"));
  }

  // --- While others work ---

  @Test
  void backupTakenDuringLoadsShowsOneMoment() throws Exception {
    CommandHome busy = home("busy");
    List<String> load = new ArrayList<>(List.of("load"));
    for (int i = 0; i < 60; i++) {
      StringBuilder text = new StringBuilder("地区代码,指标,时间,单位,数值\n");
      for (int county = 21; county < 29; county++) {
        text.append(
            "1409%d,发电装机容量,%d年%d月,万千瓦,%d\n".formatted(county, 2018 + i / 12, 1 + i % 12, 1000 + i));
      }
      load.add(Files.writeString(folder.resolve("busy%02d.csv".formatted(i)), text).toString());
    }
    assertThat(busy.yanmen("status").code()).isZero();
    CompletableFuture<Said> loading =
        CompletableFuture.supplyAsync(() -> busy.yanmen(load.toArray(String[]::new)));
    List<Path> backups = new ArrayList<>();
    do {
      Path file = folder.resolve("busy-%d.tar.gz".formatted(backups.size()));
      Said taken = busy.yanmen("backup", file.toString());
      assertThat(taken.code()).as(taken.all()).isZero();
      backups.add(file);
    } while (!loading.isDone() && busy.number("select count(*) from load") < 30);
    assertThat(loading.get().code()).as(loading.get().all()).isZero();

    CommandHome restored = home("busy-restored");
    Said done = restored.yanmen("restore", backups.get(backups.size() - 1).toString());
    assertThat(done.code()).as(done.all()).isZero();
    long loads = restored.number("select count(*) from load");
    assertThat(loads).as("taken in the midst").isBetween(1L, 59L);
    assertThat(restored.number("select count(*) from observation")).isEqualTo(loads * 8);
    assertThat(
            restored.rows(
                """
                select l.id from load l where observations_new <> 8 or 8 <>
                  (select count(*) from observation o where o.load_id = l.id)
                """))
        .as("loads of which only a part is there")
        .isEmpty();
    assertThat(done.err())
        .as("whatever is loaded has landed before")
        .doesNotContain("are not in the archive");

    // What came later is in the archive of the original alone; a replay makes up for it.
    copyMissing(busy.data().resolve("archive"), restored.data().resolve("archive"));
    assertThat(restored.yanmen("replay").code()).isZero();
    assertThat(content(restored)).isEqualTo(content(busy));
    assertThat(restored.number("select count(*) from load")).isEqualTo(60);
  }

  private static void copyMissing(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (!Files.exists(target)) {
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
    }
  }

  @Test
  void replayAndRestoreDoNotBeginBesideABackup() throws Exception {
    CommandHome home = home("locked");
    assertThat(home.yanmen("status").code()).isZero();
    try (Warehouse warehouse = Warehouse.connect(home.database());
        var loads =
            io.yanmen.warehouse.connection.AdvisoryLock.shared(
                warehouse.dataSource(), io.yanmen.service.schedule.RouteCommandQueue.WRITER_LOCK)) {
      assertThat(loads.isHeld()).isTrue();
      assertThat(home.yanmen("backup", folder.resolve("beside.tar.gz").toString()).code())
          .as("loads go on")
          .isZero();
      Said restore = home.yanmen("restore", backup.toString());
      assertThat(restore.code()).isEqualTo(2);
      assertThat(restore.err()).contains("at work on this warehouse");
    }
    try (Warehouse warehouse = Warehouse.connect(home.database());
        var replay =
            io.yanmen.warehouse.connection.AdvisoryLock.exclusiveNow(
                    warehouse.dataSource(),
                    io.yanmen.service.schedule.RouteCommandQueue.WRITER_LOCK)
                .orElseThrow()) {
      assertThat(replay.isHeld()).isTrue();
      Said refused = home.yanmen("backup", folder.resolve("during.tar.gz").toString());
      assertThat(refused.code()).isEqualTo(2);
      assertThat(refused.err()).contains("a replay or a restore is at work");
    }
  }

  // --- What is refused ---

  @Test
  void fileThatIsThereIsNotOverwritten() throws Exception {
    Path there = Files.writeString(folder.resolve("there"), "of somebody");
    Said refused = original.yanmen("backup", there.toString());
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("not overwritten");
    assertThat(original.yanmen("--lang", "zh", "backup", there.toString()).err()).contains("不会覆盖");
    assertThat(there).hasContent("of somebody");
    assertThat(folder.resolve("there.part")).doesNotExist();
  }

  @Test
  void placeThatIsNoneForABackupIsRefused() throws Exception {
    for (String place :
        List.of(
            original.data().resolve("inbox/b.tar.gz").toString(),
            folder.resolve("no/such/folder/b").toString())) {
      assertThat(original.yanmen("backup", place).code()).as(place).isEqualTo(2);
    }
    CommandHome unused = home("unused");
    Said nothing = unused.yanmen("backup", folder.resolve("nothing").toString());
    assertThat(nothing.code()).isEqualTo(3);
    assertThat(nothing.err()).contains("no warehouse of Yanmen");
    assertThat(folder.resolve("nothing")).doesNotExist();
    assertThat(folder.resolve("nothing.part")).doesNotExist();
    assertThat(unused.isUntouched()).as("a backup makes no schema").isTrue();
  }

  @Test
  void damagedArchiveIsToldFileByFileAndGivesNoBackup() throws Exception {
    CommandHome damaged = home("damaged");
    assertThat(damaged.yanmen("restore", backup.toString()).code()).isZero();
    List<String> contents =
        damaged.files("data/archive").keySet().stream()
            .filter(it -> it.endsWith("content"))
            .toList();
    Path archive = damaged.data().resolve("archive");
    Files.writeString(archive.resolve(contents.get(0)), "other bytes");
    Files.delete(archive.resolve(contents.get(1)));
    Path note;
    try (Stream<Path> notes = Files.list(archive.resolve(contents.get(2)).getParent())) {
      note = notes.filter(it -> it.toString().endsWith(".json")).findFirst().orElseThrow();
    }
    Files.writeString(note, "{\"sha256\": \"" + "0".repeat(64) + "\"}");
    Path file = folder.resolve("of-damaged.tar.gz");
    Said refused = damaged.yanmen("backup", file.toString());
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err())
        .contains(
            "3 files in",
            contents.get(0) + ": its bytes have the hash",
            contents.get(1) + ": there are notes",
            "tells of another content");
    assertThat(file).doesNotExist();
    assertThat(folder.resolve("of-damaged.tar.gz.part")).doesNotExist();

    // With the folder away, as the message says, the figures are backed up and the lack is told.
    for (int i = 0; i < 3; i++) {
      Files.move(archive.resolve(contents.get(i)).getParent(), folder.resolve("away-" + i));
    }
    Said backedUp = damaged.yanmen("backup", file.toString());
    assertThat(backedUp.code()).as(backedUp.all()).isZero();
    assertThat(backedUp.err())
        .contains("3 contents that loads were made of are not in the archive");
    CommandHome restored = home("of-damaged");
    assertThat(restored.yanmen("restore", file.toString()).err())
        .contains("3 contents that loads were made of are not in the archive");
    assertThat(restored.tables().get("observation")).isEqualTo(damaged.tables().get("observation"));
  }

  @Test
  void homeOrWarehouseInUseIsNotRestoredInto() throws Exception {
    Map<String, List<String>> before = original.tables();
    Said full = original.yanmen("restore", backup.toString());
    assertThat(full.code()).isEqualTo(2);
    assertThat(full.err()).contains("empty home", "Nothing was changed");
    assertThat(original.yanmen("--lang", "zh", "restore", backup.toString()).err())
        .contains("空的目录");
    assertThat(original.tables()).isEqualTo(before);

    CommandHome files = home("files");
    Path waiting = files.data().resolve("inbox/a.csv");
    Files.createDirectories(waiting.getParent());
    Files.writeString(waiting, "x");
    assertThat(files.yanmen("restore", backup.toString()).err()).contains(waiting.toString());
    assertThat(files.files("data").keySet()).containsExactly("inbox/a.csv");

    CommandHome taught = home("taught");
    assertThat(taught.yanmen("alias", "add", "area", "雁门关外", "140923").code()).isZero();
    Said refused = taught.yanmen("restore", backup.toString());
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("learned_alias");
    assertThat(taught.number("select count(*) from learned_alias")).isEqualTo(1);

    CommandHome shared = home("shared");
    assertThat(shared.yanmen("status").code()).isZero();
    shared.execute("create schema bi");
    shared.execute("create view bi.mine as select * from yanmen.indicator_observation");
    assertThat(shared.yanmen("restore", backup.toString()).err()).contains("bi.mine");
    assertThat(shared.number("select count(*) from bi.mine")).isZero();
  }

  @Test
  void homeThatWasOnlyStartedIsEmptyAndKeepsItsOwnSettings() throws Exception {
    CommandHome started = home("started");
    assertThat(started.yanmen("status").code()).isZero();
    copy(Path.of("routes"), started.root().resolve("routes"));
    Files.writeString(started.root().resolve("application.properties"), "yanmen.inbox.delay=300\n");
    Said done = started.yanmen("restore", backup.toString());
    assertThat(done.code()).as(done.all()).isZero();
    assertThat(done.err())
        .contains("2 things differ", "restored/routes", "restored/application.properties");
    assertThat(started.root().resolve("application.properties"))
        .hasContent("yanmen.inbox.delay=300");
    assertThat(started.root().resolve("restored/application.properties"))
        .content()
        .contains("settle-unfinished");
    assertThat(started.files("restored/routes")).isEqualTo(original.files("routes"));
    assertThat(started.files("routes").get("sources/coal-board.yaml"))
        .doesNotContain("edited here");
    assertThat(started.root().resolve("users")).exists();
    assertThat(started.tables().get("observation")).isEqualTo(original.tables().get("observation"));
  }

  private static Stream<Arguments> changes() {
    UnaryOperator<List<Entry>> newer =
        BackupFiles.text(
            "about.json", it -> it.replaceFirst("\"schema\" : \"\\d+\"", "\"schema\" : \"999\""));
    return Stream.of(
        Arguments.of("newer schema", newer, "version 999"),
        Arguments.of("row changed", table("load", it -> it.replaceFirst("\t", "0\t")), "“load”"),
        Arguments.of("escape", (UnaryOperator<List<Entry>>) BackupIT::escaping, "../escaped"),
        Arguments.of(
            "no number",
            agreeing(table("observation", it -> it.replaceFirst("\t\\d[0-9.]*\t", "\tmany\t"))),
            "does not take"),
        Arguments.of(
            "row twice",
            agreeing(table("load", it -> it + it.lines().findFirst().orElseThrow() + "\n")),
            "does not take"),
        Arguments.of(
            "warning of no load",
            agreeing(table("warning", it -> it.replaceFirst("(?m)^(\\d+)\t\\d+", "$1\t999999"))),
            "does not take"),
        Arguments.of(
            "end of data in the midst", agreeing(table("load", it -> "\\.\n" + it)), "load"),
        Arguments.of(
            "other columns",
            agreeing(
                BackupFiles.text("about.json", it -> it.replace("\"parent_code\"", "\"parent\""))),
            "table area"),
        Arguments.of("a table of others", agreeing(BackupIT::foreign), "table pg_authid"));
  }

  private static UnaryOperator<List<Entry>> table(String name, UnaryOperator<String> change) {
    return BackupFiles.text("warehouse/%s/000001.copy".formatted(name), change);
  }

  private static UnaryOperator<List<Entry>> agreeing(UnaryOperator<List<Entry>> change) {
    return entries -> BackupFiles.agreeing(change.apply(entries));
  }

  private static List<Entry> escaping(List<Entry> entries) {
    entries.add(1, Entry.of("home/routes/../../escaped", "x"));
    return entries;
  }

  private static List<Entry> foreign(List<Entry> entries) {
    return BackupFiles.text(
            "manifest.json",
            it ->
                it.replace(
                    "\"tables\" : [ {",
                    "\"tables\" : [ { \"name\": \"pg_authid\", \"count\": 0, \"bytes\": 0,"
                        + " \"sha256\": \"\" }, {"))
        .andThen(
            BackupFiles.text(
                "about.json",
                it ->
                    it.replace(
                        "\"tables\" : [ {",
                        "\"tables\" : [ { \"name\": \"pg_authid\", \"columns\": [\"rolname\"] },"
                            + " {")))
        .apply(entries);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void backupThatWasChangedIsRefusedAndLeavesNothing(
      String name, UnaryOperator<List<Entry>> change, String words) throws Exception {
    CommandHome empty = home("refused " + name);
    Path changed =
        BackupFiles.changed(backup, folder.resolve("changed %s.tar.gz".formatted(name)), change);
    Said refused = empty.yanmen("restore", changed.toString());
    assertThat(refused.code()).as(refused.all()).isEqualTo(1);
    assertThat(refused.err()).contains(words);
    assertThat(empty.isUntouched()).isTrue();
    assertThat(folder.resolve("escaped")).doesNotExist();
    if (words.equals("does not take")) {
      Said after = empty.yanmen("restore", backup.toString());
      assertThat(after.code()).as("it can still be restored into: " + after.all()).isZero();
    }
  }

  @Test
  void fileThatIsCutOffIsRefusedAndLeavesNothing() throws Exception {
    CommandHome empty = home("cut");
    byte[] whole = Files.readAllBytes(backup);
    Path cut = Files.write(folder.resolve("cut.tar.gz"), Arrays.copyOf(whole, whole.length / 2));
    Said refused = empty.yanmen("restore", cut.toString());
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("cut off or was changed");
    assertThat(empty.yanmen("--lang", "zh", "restore", cut.toString()).err()).contains("不完整");
    assertThat(empty.isUntouched()).isTrue();
    assertThat(Files.exists(empty.root(), LinkOption.NOFOLLOW_LINKS)).isFalse();
    assertThat(empty.yanmen("restore", folder.resolve("nowhere").toString()).code()).isEqualTo(2);
  }
}
