package io.yanmen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A clock that goes back an hour under a running service, and forward again: by libfaketime
 * (Debian: faketime), which leaves the monotonic clock alone, as a system does.
 */
@ExtendWith(FaultBedExtension.class)
class ClockFaultIT {
  private static final int TIMES = Attempts.of(1, 5);
  private static final String RUNS = "from yanmen.route_run where route_id = 'reporting-calendar'";

  private final FaultBed bed;
  private final Path folder;
  private final Path clock;

  ClockFaultIT(FaultBed bed, @TempDir Path folder) {
    this.bed = bed;
    this.folder = folder;
    this.clock = folder.resolve("clock");
  }

  private static Optional<Path> library() throws IOException {
    Path libraries = Path.of("/usr/lib");
    if (!Files.isDirectory(libraries)) {
      return Optional.empty();
    }
    try (var all = Files.list(libraries)) {
      return all.map(it -> it.resolve("faketime/libfaketime.so.1"))
          .filter(Files::exists)
          .findFirst();
    }
  }

  private Map<String, String> settings(Path library) {
    Map<String, String> settings = new HashMap<>();
    settings.put("LD_PRELOAD", library.toString());
    settings.put("FAKETIME_TIMESTAMP_FILE", clock.toString());
    settings.put("FAKETIME_NO_CACHE", "1");
    settings.put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    // Else timed waits of the JVM never end.
    settings.put("FAKETIME_FORCE_MONOTONIC_FIX", "0");
    settings.put("YANMEN_REPORTING_CALENDAR_CRON", "* * * * * ?");
    return settings;
  }

  @Test
  void clockThatGoesBackAnHourChangesNoOrderAndFiresNothingTwice() throws Exception {
    Optional<Path> library = library();
    assumeTrue(library.isPresent(), "faketime is not installed: the fault of clocks is not tried");
    for (int i = 0; i < TIMES; i++) {
      Files.writeString(clock, "+0\n");
      Path home = folder.resolve("home" + i);
      try (DisturbedRun run =
          DisturbedRun.start(bed, home, bed.server().port(), settings(library.get()))) {
        await().atMost(DisturbedRun.LIMIT).until(() -> run.number("select count(*) " + RUNS) >= 2);
        List<List<Path>> batches = bed.job().batches();
        bed.job().drop(0, home);
        run.awaitEmptyInbox();
        Files.writeString(clock, "-3600\n");
        for (int batch = 1; batch < batches.size(); batch++) {
          bed.job().drop(batch, home);
          run.awaitEmptyInbox();
        }
        assertThat(
                run.number(
                    "select count(*) from yanmen.load where received_at < now() - interval '50"
                        + " minutes'"))
            .as("the clock of the service went back")
            .isPositive();
        long latest = latestRun(run);
        Files.writeString(clock, "+0\n");
        await().atMost(Duration.ofSeconds(90)).until(() -> latestRun(run) > latest);
        run.assertAsUndisturbed();
        assertThat(run.number("select count(*) - count(distinct scheduled_at) " + RUNS))
            .as("firings that came twice")
            .isZero();
      }
    }
  }

  private static long latestRun(DisturbedRun run) throws Exception {
    return run.number("select coalesce(max(extract(epoch from scheduled_at)), 0)::bigint " + RUNS);
  }
}
