package io.yanmen.bench.steady;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Five files a second and a feed a minute, for as many minutes as it is told (120 without), into a
 * service with a heap of 256 MiB: prints what it uses in the course of time, and fails where that
 * does not level off, where anything is left behind, or where not all is loaded as it should be.
 */
public final class SteadyRun {
  private static final int FILES_A_SECOND = 5;
  private static final int SAMPLES = 24;

  /** How long the last files may take after the end. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private SteadyRun() {}

  public static void main(String[] arguments) throws Exception {
    int minutes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 120;
    Path folder = Files.createTempDirectory("yanmen-steady");
    try {
      System.exit(run(folder, Duration.ofMinutes(minutes)) ? 0 : 1);
    } finally {
      delete(folder);
    }
  }

  private static boolean run(Path folder, Duration length) throws Exception {
    Report report = new Report(System.out);
    try (FeedServer feeds = FeedServer.start();
        SteadyService service = SteadyService.start(folder.resolve("home"), feeds)) {
      Sender sender = new Sender(service.inbox(), folder.resolve("drafts"));
      int asked = feeds.asked();
      Instant begun = Instant.now();
      Instant end = begun.plus(length);
      Duration distance = length.dividedBy(SAMPLES);
      List<Usage> usages = new ArrayList<>();
      report.begin(length);
      for (long sent = 0; Instant.now().isBefore(end); sent++) {
        await(begun.plus(Duration.ofSeconds(1).multipliedBy(sent).dividedBy(FILES_A_SECOND)));
        sender.send();
        if (Instant.now().isAfter(begun.plus(distance.multipliedBy(usages.size() + 1L)))) {
          Usage usage = service.usage(sender, Duration.between(begun, Instant.now()));
          usages.add(usage);
          report.usage(usage);
        }
      }
      asked = feeds.asked() - asked;
      boolean all = service.awaitAll(sender, PATIENCE);
      Usage last = service.usage(sender, Duration.between(begun, Instant.now()));
      usages.add(last);
      report.usage(last);
      return report.end(
          new Levels(usages), new Outcome(service, sender, feeds, all, asked - length.toMinutes()));
    }
  }

  private static void await(Instant moment) throws InterruptedException {
    long millis = Duration.between(Instant.now(), moment).toMillis();
    if (millis > 0) {
      Thread.sleep(millis);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
