package io.yanmen.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Very many files at once: all are loaded, none twice, in the order of their coming. */
@ExtendWith(FaultBedExtension.class)
class ManyFilesIT {
  private static final int FILES = Attempts.of(400, 10_000);
  private static final Instant FIRST = Instant.parse("2025-05-01T00:00:00Z");

  private final FaultBed bed;
  private final Path folder;

  ManyFilesIT(FaultBed bed, @TempDir Path folder) {
    this.bed = bed;
    this.folder = folder;
  }

  private static final List<String> OUTPUTS = List.of("原煤产量", "焦炭产量", "水泥产量", "钢材产量");
  private static final int YEARS = 24;

  /** A figure of its own, and one that every file corrects. */
  private Path file(int i) throws Exception {
    String text =
        "地区代码,指标,时间,单位,数值\n1409%02d,%s,%d年%d月当月,万吨,%d\n140921,发电量,2024年,万千瓦时,%d\n"
            .formatted(
                21 + i % 10,
                OUTPUTS.get(i / 120 / YEARS),
                2001 + i / 120 % YEARS,
                i / 10 % 12 + 1,
                100 + i % 7,
                10_000 + i);
    return Files.writeString(
        folder.resolve("f%05d.csv".formatted(i)), text, StandardCharsets.UTF_8);
  }

  @Test
  void allAreLoadedOnceAndInOrder() throws Exception {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      files.add(file(i));
    }
    Path home = folder.resolve("home");
    for (int i = 0; i < FILES; i++) {
      Job.drop(files.get(i), home, FIRST.plusSeconds(i));
    }
    try (DisturbedRun run = DisturbedRun.start(bed, home, bed.server().port(), Map.of())) {
      run.service().awaitEmptyInbox(Duration.ofMinutes(30));
      assertThat(run.service().stop()).isZero();
      try (Connection connection = run.connect()) {
        assertThat(
                WarehouseContent.rows(
                    connection,
                    "select status, count(*), count(distinct sha256) from yanmen.load group by 1"))
            .containsExactly("loaded|" + FILES + "|" + FILES);
        assertThat(
                WarehouseContent.rows(
                    connection,
                    """
                    select (select count(*) from yanmen.observation),
                           (select max(value) from yanmen.observation),
                           (select count(*) from yanmen.revision),
                           (select count(*) from (select value - lag(value) over (order by id) step
                                                    from yanmen.revision) s where step <> 1)
                    """))
            .containsExactly("%d|%d|%d|0".formatted(FILES + 1, 10_000 + FILES - 1, FILES - 1));
        HomeCheck.assertTidy(connection);
      }
      HomeCheck.assertSettled(home, files);
    }
  }
}
