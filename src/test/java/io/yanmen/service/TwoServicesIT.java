package io.yanmen.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A second service on a home, which is refused, and on a warehouse, which helps. */
@ExtendWith(FaultBedExtension.class)
class TwoServicesIT {
  private static final int TIMES = Attempts.of(1, 5);
  private static final int USAGE = 2;

  private final FaultBed bed;
  private final Path folder;
  private final Random random = Attempts.random();

  TwoServicesIT(FaultBed bed, @TempDir Path folder) {
    this.bed = bed;
    this.folder = folder;
  }

  @Test
  void sameFilesInTwoHomesOfOneWarehouseAreLoadedAsOneServiceWould() throws Exception {
    for (int i = 0; i < TIMES; i++) {
      try (DisturbedRun one = DisturbedRun.start(bed, folder.resolve("one" + i))) {
        Map<String, String> second =
            new HashMap<>(bed.environment(bed.server().url(one.database()), one.alerts()));
        second.put("YANMEN_NODE", "two");
        Path otherHome = folder.resolve("two" + i);
        ServiceProcess two = ServiceProcess.start(otherHome, second);
        try {
          bed.job().dropAll(one.home());
          Thread.sleep(random.nextInt(300));
          bed.job().dropAll(otherHome);
          assertThatAnotherIsRefused(one.home(), second);
          two.awaitEmptyInbox(DisturbedRun.LIMIT);
          one.awaitEmptyInbox();
          assertThat(two.stop()).isZero();
        } finally {
          if (two.isAlive()) {
            two.kill();
          }
        }
        one.assertAsUndisturbed();
        HomeCheck.assertSettled(otherHome, bed.job().files());
        assertThat(
                one.number(
                    "select count(*) from yanmen.load where status = 'duplicate'"
                        + " and file_name like 'large-%'"))
            .as("each large file came twice and was loaded once")
            .isEqualTo(bed.job().batches().size());
      }
    }
  }

  /** While the first is at work, which it goes on with. */
  private void assertThatAnotherIsRefused(Path home, Map<String, String> settings)
      throws Exception {
    Path output = Files.createTempFile(folder, "refused", ".txt");
    Process third = ServiceProcess.command(home, output.toFile(), settings, "run");
    assertThat(third.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(third.exitValue()).as(Files.readString(output)).isEqualTo(USAGE);
    assertThat(Files.readString(output)).contains("another Yanmen service", home.toString());
  }
}
