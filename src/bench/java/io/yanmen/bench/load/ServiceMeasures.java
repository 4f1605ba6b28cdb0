package io.yanmen.bench.load;

import io.yanmen.sample.counties.SmallWorkbook;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Small files through the running service, and how long starts take. */
final class ServiceMeasures {
  private static final double WANTED_FILES = 60;

  private final Path home;
  private final Made made;
  private final Extent extent;
  private final Report report;

  ServiceMeasures(Path home, Made made, Extent extent, Report report) {
    this.home = home;
    this.made = made;
    this.extent = extent;
    this.report = report;
  }

  void run() throws Exception {
    report.heading("Start");
    report.measures();
    try (ServiceProcess first = ServiceProcess.start(home)) {
      report.measure(
          Measure.once("service ready, first start, new home", first.secondsToReady(), 1));
    }
    starts();
    report.heading("Small files through the running service");
    try (ServiceProcess service = ServiceProcess.start(home);
        BenchServer server = BenchServer.joined(home);
        Connection connection = server.connection()) {
      report.say("The service was ready after %.2f s.", service.secondsToReady());
      small(new Inbox(home, connection), connection);
    }
  }

  private void starts() throws Exception {
    Path sample = made.place("sample.xlsx");
    new SmallWorkbook(made.figures(), 0).write(sample);
    List<Double> ready = new ArrayList<>();
    List<Double> inspect = new ArrayList<>();
    List<Double> status = new ArrayList<>();
    for (int i = 0; i < extent.starts(); i++) {
      try (ServiceProcess service = ServiceProcess.start(home)) {
        ready.add(service.secondsToReady());
        status.add(ServiceProcess.time(home, "status"));
      }
      inspect.add(ServiceProcess.time(home, "inspect", sample.toString()));
    }
    Measure second = new Measure("service ready, later start", ready, 1);
    Measure inspected = new Measure("./yanmen inspect of a small xlsx", inspect, 1);
    report.measure(second);
    report.measure(inspected);
    report.measure(new Measure("./yanmen status beside a service", status, 1));
    report.atMost("inspect of a small file", inspected.median(), 1.0, "s");
    report.atMost("service ready, embedded database, second start", second.median(), 5.0, "s");
  }

  private void small(Inbox inbox, Connection connection) throws Exception {
    inbox.drop(made.place("small-warm"));
    double seconds = inbox.drop(made.place("small"));
    double rate = extent.smallFiles() / seconds;
    report.say("%,d files at once: %.1f s, %.1f files/s", extent.smallFiles(), seconds, rate);
    report.atLeast("%,d small files".formatted(extent.smallFiles()), rate, WANTED_FILES, "files/s");
    Measure single =
        new Measure("drop to committed, idle service", inbox.single(made.place("single")), 1);
    report.say(
        "%d files one after the other, drop to committed: median %.2f s, p99 %.2f s",
        single.seconds().size(), single.median(), single.quantile(0.99));
    report.atMost("drop to committed, idle service, median", single.median(), 1.0, "s");
    int all = extent.smallFiles() + single.seconds().size();
    long expected = figures(0, all) + figures(made.firstWarm(), made.warmFiles());
    long found = BenchServer.content(connection, "observation").figures();
    if (found != expected) {
      throw new IllegalStateException("small files: %d figures, not %d".formatted(found, expected));
    }
  }

  private long figures(int first, int files) {
    return IntStream.range(first, first + files)
        .mapToLong(i -> new SmallWorkbook(made.figures(), i).size())
        .sum();
  }
}
