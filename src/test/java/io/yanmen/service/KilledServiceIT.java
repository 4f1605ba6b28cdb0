package io.yanmen.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.connection.WarehouseSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the service (SIGKILL) at random moments while it loads what comes into its inbox, restarts
 * it, and compares its warehouse (the embedded one, which is left behind by each kill) with that of
 * a service that nobody disturbed.
 */
class KilledServiceIT {
  private static final int KILLS = Attempts.of(3, 60);

  private final Random random = Attempts.random();

  @Test
  void killAtAnyMomentLeavesTheWarehouseOfAnUndisturbedRun(@TempDir Path folder) throws Exception {
    Job job = Job.of(Files.createDirectories(folder.resolve("files")), KILLS);
    Path calm = folder.resolve("calm");
    ServiceProcess undisturbed = ServiceProcess.start(calm);
    for (int i = 0; i < KILLS; i++) {
      job.drop(i, calm);
      // One after the other, so that the order of corrections is beyond doubt.
      undisturbed.awaitEmptyInbox(Duration.ofMinutes(5));
    }
    assertThat(undisturbed.stop()).isZero();

    Path harsh = folder.resolve("harsh");
    for (int i = 0; i < KILLS; i++) {
      ServiceProcess killed = ServiceProcess.start(harsh);
      job.drop(i, harsh);
      Thread.sleep(random.nextInt(2_500));
      killed.kill();
    }
    ServiceProcess last = ServiceProcess.start(harsh);
    last.awaitEmptyInbox(Duration.ofMinutes(5));
    assertThat(last.stop()).isZero();

    WarehouseContent expected = content(calm);
    assertThat(expected.table("figures")).hasSizeGreaterThan(Job.ROWS);
    assertThat(expected.table("revisions")).isNotEmpty();
    assertThat(content(harsh).differencesFrom(expected)).isEmpty();
    HomeCheck.assertSettled(harsh, job.files());
  }

  private static WarehouseContent content(Path home) throws Exception {
    try (Warehouse warehouse =
            Warehouse.open(WarehouseSettings.embedded(home), CatalogFiles.load());
        Connection connection = warehouse.dataSource().getConnection()) {
      return WarehouseContent.of(connection);
    }
  }
}
