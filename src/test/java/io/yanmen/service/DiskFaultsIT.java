package io.yanmen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A home whose disk is full, or may not be written for a while: a small file system in memory,
 * which only the administrator of a Linux may mount.
 */
@ExtendWith(FaultBedExtension.class)
class DiskFaultsIT {
  private static final int TIMES = Attempts.of(1, 10);
  private static final int DISK_MEGABYTES = 48;
  private static final int BLOCK = 4096;

  private static final String WAITING =
      "select count(*) from yanmen.alert where kind = 'FILE_WAITING'";

  private final FaultBed bed;
  private final Path home;
  private final Path data;
  private final Path elsewhere;
  private final Random random = Attempts.random();

  DiskFaultsIT(FaultBed bed, @TempDir Path folder) {
    this.bed = bed;
    this.home = folder.resolve("home");
    this.data = home.resolve("data");
    this.elsewhere = folder.resolve("elsewhere");
  }

  @BeforeEach
  void mount() throws Exception {
    Files.createDirectories(data);
    Files.createDirectories(elsewhere);
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=" + DISK_MEGABYTES + "m", "tmpfs", data.toString()),
        "no file system can be mounted here: the faults of disks are not tried");
    // A file that is open for writing keeps a disk from becoming read-only.
    Files.createSymbolicLink(data.resolve("service.lock"), elsewhere.resolve("service.lock"));
  }

  @AfterEach
  void unmount() throws Exception {
    if (Files.isSymbolicLink(data.resolve("service.lock"))) {
      await().atMost(Duration.ofSeconds(20)).until(() -> run("umount", data.toString()));
    }
  }

  private boolean run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(elsewhere.resolve("command.out").toFile())
            .start();
    return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  @Test
  void fullDiskHoldsFilesUpUntilThereIsRoom() throws Exception {
    try (DisturbedRun run = start()) {
      List<List<Path>> batches = bed.job().batches();
      for (int i = 0; i < Math.max(TIMES, batches.size()); i++) {
        Path ballast = data.resolve("ballast");
        if (i < batches.size()) {
          bed.job().drop(i, home);
        } else {
          // The same bytes under another name: nothing changes, but all of the way is gone.
          Path again = elsewhere.resolve("again-%02d.csv".formatted(i));
          Job.drop(Files.copy(bed.job().large(0), again), home, Instant.now());
        }
        long before = run.number(WAITING);
        if (i < TIMES) {
          // Room for none of it, or for some of the steps.
          fill(ballast, i == 0 ? 0 : random.nextInt(30) * BLOCK);
          await()
              .atMost(DisturbedRun.LIMIT)
              .until(() -> run.isInboxEmpty() || run.number(WAITING) > before);
          Files.delete(ballast);
        }
        run.awaitEmptyInbox();
      }
      run.assertAsUndisturbed();
      assertThatAllWasToldOnce(run);
    }
  }

  @Test
  void diskThatMayNotBeWrittenHoldsFilesUpUntilItMay() throws Exception {
    for (int i = 0; i < TIMES; i++) {
      try (DisturbedRun run = start()) {
        bed.job().dropAll(home);
        Thread.sleep(random.nextInt(1500));
        await()
            .atMost(DisturbedRun.LIMIT)
            .pollInterval(Duration.ofMillis(5))
            .until(() -> remount("ro") || run.isInboxEmpty());
        assertThat(run.isInboxEmpty()).as("all was done before the disk could be closed").isFalse();
        await().atMost(DisturbedRun.LIMIT).until(() -> run.number(WAITING) > 0);
        assertThat(remount("rw")).isTrue();
        run.assertAsUndisturbed();
        assertThatAllWasToldOnce(run);
      }
      if (i + 1 < TIMES) {
        unmount();
        mount();
      }
    }
  }

  private DisturbedRun start() throws Exception {
    return DisturbedRun.start(bed, home, bed.server().port(), Map.of());
  }

  private boolean remount(String how) throws Exception {
    return run("mount", "-o", "remount," + how, data.toString());
  }

  private static void assertThatAllWasToldOnce(DisturbedRun run) throws Exception {
    try (Connection connection = run.connect()) {
      HomeCheck.assertToldOnce(connection, "FILE_WAITING", "FILE_SETTLED");
    }
  }

  /** Takes all room of the disk but so many bytes. */
  private static void fill(Path ballast, int room) throws IOException {
    try (FileChannel file =
        FileChannel.open(ballast, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer block = ByteBuffer.allocate(BLOCK);
      long written = 0;
      try {
        while (true) {
          block.clear();
          written += file.write(block);
        }
      } catch (IOException full) {
        file.truncate(Math.max(0, written - room));
      }
    }
  }
}
