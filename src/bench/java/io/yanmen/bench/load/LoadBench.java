package io.yanmen.bench.load;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.ZoneId;

/**
 * What a load costs, beside PostgreSQL's own COPY and beside other programs, all in one run. Fails
 * where figures are missing or wrong, never for being slow. What is measured and how, says
 * docs/performance.md.
 */
public final class LoadBench {
  private final Extent extent;
  private final Path folder;
  private final Report report;

  private LoadBench(Extent extent, Path folder, Report report) {
    this.extent = extent;
    this.folder = folder;
    this.report = report;
  }

  /**
   * @param arguments none or {@code whole}, {@code tenth} for less of it, or {@code short} to see
   *     only that it works
   */
  public static void main(String... arguments) throws Exception {
    Extent extent = Extent.of(arguments);
    Path folder = Files.createTempDirectory("yanmen-bench");
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
    out.printf(
        "%d processors, Java %s, load of the machine before: %.1f%n",
        machine.getAvailableProcessors(),
        Runtime.version().feature(),
        machine.getSystemLoadAverage());
    // The build that this run began with has just made it: the launcher is not to build once more.
    Files.setLastModifiedTime(
        Path.of("target/yanmen.jar"),
        FileTime.from(Clock.system(ZoneId.systemDefault()).instant()));
    try {
      new LoadBench(extent, folder, new Report(out)).run();
    } finally {
      Loads.delete(folder);
    }
  }

  private void run() throws Exception {
    report.heading("Files");
    long begun = System.nanoTime();
    Made made = Made.in(folder.resolve("made"), extent);
    report.say(
        "%,d figures of %,d areas, made in %.0f s",
        made.figures().size(), extent.areas(), (System.nanoTime() - begun) / 1e9);
    Path home = folder.resolve("home");
    try (BenchServer server = BenchServer.open(home)) {
      new LoadMeasures(server, home, made, extent, report, folder.resolve("ready")).run();
    }
    Loads.delete(home);
    new ServiceMeasures(folder.resolve("service"), made, extent, report).run();
    report.targets();
  }
}
