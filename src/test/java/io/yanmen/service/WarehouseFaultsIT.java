package io.yanmen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A database that is killed while figures are sent to it, and connections that break. */
@ExtendWith(FaultBedExtension.class)
class WarehouseFaultsIT {
  private static final int KILLS = Attempts.of(1, 10);
  private static final int CUTS = Attempts.of(6, 60);

  /** Whether the lock is held that keeps replays from a warehouse that services write. */
  private static final String WRITER_LOCKS =
      """
      select count(*) from pg_locks
       where locktype = 'advisory' and granted and objsubid = 1
         and database = (select oid from pg_database where datname = current_database())
         and (classid::bigint << 32 | objid::bigint) = hashtextextended('yanmen.writer', 0)
      """;

  private final FaultBed bed;
  private final Path folder;
  private final Random random = Attempts.random();

  WarehouseFaultsIT(FaultBed bed, @TempDir Path folder) {
    this.bed = bed;
    this.folder = folder;
  }

  @Test
  void databaseKilledInTheMiddleOfACopyLosesNothing() throws Exception {
    for (int i = 0; i < KILLS; i++) {
      try (DisturbedRun run = DisturbedRun.start(bed, folder.resolve("killed" + i))) {
        bed.job().dropAll(run.home());
        run.awaitCopy();
        Thread.sleep(random.nextInt(60));
        bed.server().kill();
        if (i % 2 == 1) {
          // Away for so long that it is told.
          await().atMost(DisturbedRun.LIMIT).until(() -> run.alerts().total("WAREHOUSE_AWAY") == 1);
        }
        bed.server().launch();
        run.assertAsUndisturbed();
        assertThat(run.alerts().total("WAREHOUSE_AWAY"))
            .isEqualTo(run.alerts().total("WAREHOUSE_BACK"))
            .isEqualTo(i % 2);
      }
    }
  }

  @Test
  void connectionsThatBreakOrFallSilentAreMadeAgain() throws Exception {
    try (TcpProxy proxy = new TcpProxy(bed.server().port());
        DisturbedRun run = DisturbedRun.start(bed, folder.resolve("cut"), proxy.port(), Map.of())) {
      bed.job().dropAll(run.home());
      for (int i = 0; i < CUTS; i++) {
        Thread.sleep(random.nextInt(300));
        switch (i % 3) {
          case 0 -> terminateAll(run);
          case 1 -> proxy.cut();
          default -> proxy.beSilent(random.nextInt(1000));
        }
      }
      await().atMost(DisturbedRun.LIMIT).until(() -> run.number(WRITER_LOCKS) > 0);
      run.assertAsUndisturbed();
    }
  }

  private static void terminateAll(DisturbedRun run) throws Exception {
    try (Connection connection = run.connect()) {
      WarehouseContent.rows(
          connection,
          """
          select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and pid <> pg_backend_pid()
          """);
    }
  }
}
