package io.yanmen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yanmen.service.ingest.AlertSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Kills {@code yanmen replay} (SIGKILL) at random moments; readers never see a difference. */
@ExtendWith(FaultBedExtension.class)
class KilledReplayIT {
  private static final int KILLS = Attempts.of(1, 20);

  /** Connections of a replay; the server may notice late that one was killed. */
  private static final String AT_WORK =
      """
      select pid from pg_stat_activity
       where datname = current_database() and application_name = 'yanmen'
      """;

  private final FaultBed bed;
  private final Path folder;
  private final Random random = Attempts.random();

  KilledReplayIT(FaultBed bed, @TempDir Path folder) {
    this.bed = bed;
    this.folder = folder;
  }

  @Test
  void killedReplayLeavesTheWarehouseAsItWasAndTheNextStartRemovesItsTraces() throws Exception {
    WarehouseContent before = bed.undisturbed();
    String database = bed.undisturbedDatabase();
    Path home = bed.undisturbedHome();
    try (AlertSink alerts = new AlertSink();
        Connection connection = bed.server().connect(database)) {
      Map<String, String> environment = bed.environment(bed.server().url(database), alerts);
      for (int kill = 0; kill < KILLS; kill++) {
        Process replay = replay(home, environment);
        awaitRebuild(connection, replay);
        Thread.sleep(random.nextInt(5000));
        replay.destroyForcibly().waitFor();
        await()
            .atMost(DisturbedRun.LIMIT)
            .until(() -> WarehouseContent.rows(connection, AT_WORK).isEmpty());
        assertThat(bed.content(database).differencesFrom(before)).isEmpty();
      }
      ServiceProcess next = ServiceProcess.start(home, environment);
      assertThat(next.stop()).isZero();
      HomeCheck.assertTidy(connection);

      Process whole = replay(home, environment);
      assertThat(whole.waitFor(3, TimeUnit.MINUTES)).isTrue();
      assertThat(whole.exitValue()).isZero();
      assertThat(bed.content(database).differencesFrom(before)).isEmpty();
      HomeCheck.assertTidy(connection);
      HomeCheck.assertSettled(home, bed.job().files());
    }
  }

  private Process replay(Path home, Map<String, String> environment) throws Exception {
    Path output = Files.createTempFile(folder, "replay", ".txt");
    return ServiceProcess.command(home, output.toFile(), environment, "replay");
  }

  /** Returns when it is at work, or over. */
  private static void awaitRebuild(Connection connection, Process replay) {
    await()
        .atMost(DisturbedRun.LIMIT)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> !replay.isAlive() || !WarehouseContent.rows(connection, AT_WORK).isEmpty());
    assertThat(replay.isAlive() || replay.exitValue() == 0).isTrue();
  }
}
