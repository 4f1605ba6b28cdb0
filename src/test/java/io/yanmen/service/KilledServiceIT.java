package io.yanmen.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the service (SIGKILL) at random moments while it loads, restarts it, and compares the
 * warehouse with that of a service that nobody disturbed. How often: the property {@code
 * yanmen.kills}, see {@code .ci/kills}.
 */
class KilledServiceIT {
  private static final int KILLS = Integer.getInteger("yanmen.kills", 4);
  private static final int ROWS = 40_000;
  private static final Path SAMPLES = Path.of("sample-data/inbox");

  /** What analysts see, and what was replaced, without times and numbers of loads. */
  private static final String CONTENT =
      """
      select area_code, indicator_code, measure, scenario, frequency, accumulation, period_start, value, unit,
             qualifier, status, source, source_file, sheet, cell
        from indicator_observation
      """;

  private static final String REVISIONS =
      """
      select s.area_code, s.indicator_code, s.measure, s.scenario, s.frequency, s.accumulation,
             r.period_start, r.value, r.qualifier, r.status, r.cell, r.shown, o.file_name, n.file_name
        from revision r
        join series s on s.id = r.series_id
        join load o on o.id = r.load_id
        join load n on n.id = r.replaced_by
      """;

  private Instant moment = Instant.parse("2025-05-01T00:00:00Z");
  private final Random random = new Random(Long.getLong("yanmen.kills.seed", System.nanoTime()));

  @Test
  void killAtAnyMomentLeavesTheWarehouseOfAnUndisturbedRun(@TempDir Path folder) throws Exception {
    List<List<Path>> batches = batches(Files.createDirectories(folder.resolve("files")));
    Path calm = folder.resolve("calm");
    ServiceProcess undisturbed = ServiceProcess.start(calm);
    for (List<Path> batch : batches) {
      drop(batch, calm);
      // One after the other, so that the order of corrections is beyond doubt.
      undisturbed.awaitEmptyInbox(Duration.ofMinutes(5));
    }
    assertThat(undisturbed.stop()).isZero();

    Path harsh = folder.resolve("harsh");
    for (List<Path> batch : batches) {
      ServiceProcess killed = ServiceProcess.start(harsh);
      drop(batch, harsh);
      Thread.sleep(random.nextInt(2_500));
      killed.kill();
    }
    ServiceProcess last = ServiceProcess.start(harsh);
    last.awaitEmptyInbox(Duration.ofMinutes(5));
    assertThat(last.stop()).isZero();

    assertThat(rows(harsh, CONTENT)).isEqualTo(rows(calm, CONTENT)).hasSizeGreaterThan(ROWS);
    assertThat(rows(harsh, REVISIONS)).isEqualTo(rows(calm, REVISIONS)).isNotEmpty();
    assertThat(ServiceProcess.filesIn(harsh.resolve("data/archive/incoming"))).isEmpty();
    for (List<Path> batch : batches) {
      for (Path file : batch) {
        String hash = sha256(file);
        assertThat(harsh.resolve("data/archive").resolve(hash.substring(0, 2)).resolve(hash))
            .as("archive of " + file.getFileName())
            .isDirectoryContaining(it -> it.getFileName().toString().equals("content"));
      }
    }
  }

  /**
   * One batch a kill: the samples spread over them, and a large file each that corrects the last.
   */
  private static List<List<Path>> batches(Path folder) throws Exception {
    List<Path> samples = ServiceProcess.filesIn(SAMPLES);
    List<List<Path>> batches = new ArrayList<>();
    for (int i = 0; i < KILLS; i++) {
      List<Path> batch = new ArrayList<>();
      for (int s = i; s < samples.size(); s += KILLS) {
        batch.add(samples.get(s));
      }
      batch.add(large(folder.resolve("large-%02d.csv".formatted(i)), i));
      batches.add(batch);
    }
    return batches;
  }

  private static Path large(Path file, int version) throws Exception {
    List<String> counties =
        CatalogFiles.load().areas().stream()
            .filter(it -> it.level() == io.yanmen.model.AreaLevel.COUNTY)
            .map(io.yanmen.model.Area::code)
            .toList();
    StringBuilder text = new StringBuilder("地区代码,指标,时间,单位,数值\n");
    for (int i = 0; i < ROWS; i++) {
      text.append(counties.get(i % counties.size()))
          .append(",原煤产量,")
          .append(2010 + i / counties.size())
          .append("年,万吨,")
          .append(100 + i % 7 * (i % 100 == 0 ? version + 1 : 1))
          .append('\n');
    }
    return Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  /** Each a second younger than the one before: the service takes the older first. */
  private void drop(List<Path> files, Path home) throws Exception {
    Path inbox = Files.createDirectories(home.resolve("data/inbox"));
    for (Path file : files) {
      Path draft = inbox.resolve("." + file.getFileName());
      Files.copy(file, draft, StandardCopyOption.REPLACE_EXISTING);
      moment = moment.plusSeconds(1);
      Files.setLastModifiedTime(draft, FileTime.from(moment));
      Files.move(draft, inbox.resolve(file.getFileName().toString()));
    }
  }

  private static List<String> rows(Path home, String sql) throws Exception {
    // The server of a killed service is adopted by whoever comes next.
    try (Warehouse warehouse =
            Warehouse.open(WarehouseSettings.embedded(home), CatalogFiles.load());
        Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        StringBuilder line = new StringBuilder();
        for (int c = 1; c <= columns; c++) {
          line.append(row.getString(c)).append('|');
        }
        rows.add(line.toString());
      }
      rows.sort(null);
      return rows;
    }
  }

  private static String sha256(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }
}
