package io.yanmen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import io.yanmen.warehouse.connection.WarehouseSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Backup and restore as processes, of a warehouse and a file that are larger than their memory, cut
 * off in their midst and on a disk that is full. Slow for the rows that it takes to have a midst.
 */
@ExtendWith(WarehouseExtension.class)
class LargeBackupIT {
  private static final int FIGURES = Integer.getInteger("yanmen.figures", 300_000);
  private static final int CONTENT = 80 << 20;
  private static final String MEMORY = "64m";

  private static final String CHECK =
      "select count(*) || ' ' || sum(hashtextextended(o::text, 0)) from yanmen.observation o";

  private final WarehouseSettings settings;
  private final Path folder;
  private final Path home;
  private final Path backup;

  LargeBackupIT(Warehouse any, WarehouseSettings settings, @TempDir Path folder) {
    this.settings = settings;
    this.folder = folder;
    this.home = folder.resolve("home");
    this.backup = folder.resolve("backup.tar.gz");
  }

  @BeforeEach
  void fill() throws Exception {
    String url = settings.url().orElseThrow();
    sql(
        url,
        "insert into yanmen.load (source, file_name, sha256, status, received_at, started_at,"
            + " finished_at) values ('s', 'f.csv', repeat('0', 64), 'loaded', now(), now(),"
            + " now())");
    sql(
        url,
        """
        insert into yanmen.series (area_code, indicator_code, measure, scenario, frequency, accumulation)
        select '140923', 'i' || n, 'level', 'actual', 'M', 'ytd' from generate_series(1, %d) n
        """
            .formatted(FIGURES / 100));
    sql(
        url,
        """
        insert into yanmen.observation
        select s.id, (date '2015-01-01' + make_interval(months => m))::date, (random() * 100000)::numeric(12, 2),
               'exact', 'A', (select max(id) from yanmen.load), 1, '表一!D' || s.id, '万元', md5(s.id || ' ' || m)
          from yanmen.series s cross join generate_series(0, 99) m
        """);
    archive();
  }

  /** A content larger than the memory. */
  private void archive() throws Exception {
    Path draft = Files.createDirectories(home.resolve("data/archive")).resolve("draft");
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    byte[] block = new byte[1 << 20];
    try (OutputStream out = Files.newOutputStream(draft)) {
      for (int i = 0; i < CONTENT / block.length; i++) {
        block[0] = (byte) i;
        digest.update(block);
        out.write(block);
      }
    }
    String sha256 = HexFormat.of().formatHex(digest.digest());
    Path content = home.resolve("data/archive").resolve(sha256.substring(0, 2)).resolve(sha256);
    Files.createDirectories(content);
    Files.move(draft, content.resolve("content"));
    Files.writeString(
        content.resolve("arrival-2025-01-01T00-00-00Z.json"),
        "{\"name\": \"f.csv\", \"sha256\": \"%s\", \"size\": %d, \"receivedAt\": \"2025-01-01T00:00:00Z\"}"
            .formatted(sha256, CONTENT));
  }

  private static Connection connect(WarehouseSettings settings, String url) throws SQLException {
    return DriverManager.getConnection(
        url, settings.user().orElseThrow(), settings.password().orElseThrow());
  }

  private void sql(String url, String sql) throws SQLException {
    try (Connection connection = connect(settings, url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String answer(String url, String sql) throws SQLException {
    try (Connection connection = connect(settings, url);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? String.valueOf(row.getString(1)) : "";
    }
  }

  private String database() throws SQLException {
    String name = "r" + UUID.randomUUID().toString().replace("-", "");
    String url = settings.url().orElseThrow();
    sql(url, "create database " + name);
    return url.substring(0, url.lastIndexOf('/') + 1) + name;
  }

  private record Running(Process process, Path output) {
    String said() throws IOException {
      return Files.readString(output);
    }

    int end() throws InterruptedException {
      assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
      return process.exitValue();
    }
  }

  private Running yanmen(List<String> before, Path at, String url, String... words)
      throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("YANMEN_DB_URL", url);
    environment.put("YANMEN_DB_USER", settings.user().orElseThrow());
    environment.put("YANMEN_DB_PASSWORD", settings.password().orElseThrow());
    Path output = Files.createTempFile(folder, "out", ".txt");
    return new Running(
        ServiceProcess.command(before, MEMORY, at, output.toFile(), environment, words), output);
  }

  private Running backup(String... before) throws IOException {
    return yanmen(List.of(before), home, settings.url().orElseThrow(), "backup", backup.toString());
  }

  @Test
  void backupsAndRestoresAreWholeOrNotThereWhateverEndsThem() throws Exception {
    Path part = folder.resolve("backup.tar.gz.part");

    // A kill: no backup, and the next one takes over what it left.
    Running killed = backup();
    await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(part) && Files.size(part) > 0);
    killed.process().destroyForcibly();
    killed.end();
    assertThat(backup).doesNotExist();
    assertThat(part).exists();

    // A person's Ctrl-C: nothing at all.
    FileTime before = Files.getLastModifiedTime(part);
    Running stopped = backup();
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> Files.getLastModifiedTime(part).compareTo(before) > 0 && Files.size(part) > 0);
    stopped.process().destroy();
    assertThat(stopped.end()).as(stopped.said()).isEqualTo(143);
    assertThat(backup).doesNotExist();
    assertThat(part).doesNotExist();

    // A disk that is full, or here a file that may not become longer.
    Running full = backup("sh", "-c", "ulimit -f 2000; exec \"$@\"", "sh");
    assertThat(full.end()).as(full.said()).isEqualTo(1);
    assertThat(full.said()).contains("was not written", "File too large");
    assertThat(backup).doesNotExist();
    assertThat(part).doesNotExist();

    Instant begun = Instant.now();
    Running whole = backup();
    assertThat(whole.end()).as(whole.said()).isZero();
    Duration wrote = Duration.between(begun, Instant.now());
    assertThat(whole.said()).contains("%,d figures".formatted(FIGURES));
    assertThat(whole.said()).as("no bar where nobody looks").doesNotContain("%", "\r");
    assertThat(part).doesNotExist();

    String restored = database();
    Path fresh = folder.resolve("fresh");
    String copying = "select coalesce(max(tuples_processed), 0) from pg_stat_progress_copy";
    Running cut = yanmen(List.of(), fresh, restored, "restore", backup.toString());
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(10))
        .failFast("it ended", () -> !cut.process().isAlive())
        .until(() -> Long.parseLong(answer(restored, copying)) > FIGURES / 10);
    cut.process().destroyForcibly();
    cut.end();
    Running status = yanmen(List.of(), fresh, restored, "status");
    assertThat(status.end()).isEqualTo(3);
    assertThat(status.said()).contains("its restore was broken off", "run it again");

    // Again, and stopped this time: as if it had never been tried.
    Running again = yanmen(List.of(), fresh, restored, "restore", backup.toString());
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(10))
        .failFast("it ended", () -> !again.process().isAlive())
        .until(() -> Long.parseLong(answer(restored, copying)) > FIGURES / 10);
    again.process().destroy();
    assertThat(again.end()).as(again.said()).isEqualTo(143);
    assertThat(answer(restored, "select count(*) from pg_namespace where nspname like 'yanmen%'"))
        .isEqualTo("0");
    assertThat(ServiceProcess.filesIn(fresh))
        .extracting(Path::getFileName)
        .extracting(Path::toString)
        .containsExactly("service.lock");

    begun = Instant.now();
    Running done = yanmen(List.of(), fresh, restored, "restore", backup.toString());
    assertThat(done.end()).as(done.said()).isZero();
    Duration read = Duration.between(begun, Instant.now());
    assertThat(answer(restored, CHECK)).isEqualTo(answer(settings.url().orElseThrow(), CHECK));
    assertThat(ServiceProcess.filesIn(fresh.resolve("data/archive")))
        .hasSize(2)
        .anyMatch(it -> it.toFile().length() == CONTENT);
    System.err.printf(
        "%d figures and a file of %d MB with a heap of %s: backup of %.1f MB in %.1f s, restore in"
            + " %.1f s%n",
        FIGURES,
        CONTENT >> 20,
        MEMORY,
        Files.size(backup) / 1048576.0,
        wrote.toMillis() / 1000.0,
        read.toMillis() / 1000.0);
  }
}
