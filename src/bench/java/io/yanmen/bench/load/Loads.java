package io.yanmen.bench.load;

import io.yanmen.sample.counties.CountyFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The whole path, measured in a JVM of little heap, and held to what the files say. */
final class Loads {
  static final String HEAP = "256m";
  private static final double MIB = 1 << 20;

  private final BenchServer server;
  private final Path home;
  private final Made made;
  private final Extent extent;
  private final Report report;

  Loads(BenchServer server, Path home, Made made, Extent extent, Report report) {
    this.extent = extent;
    this.server = server;
    this.home = home;
    this.made = made;
    this.report = report;
  }

  /** What a kind of file costs. */
  record Costs(Measure first, Measure unchanged, Measure changed, double live) {}

  Costs measure(String kind, String name, String ending, CountyFigures figures)
      throws IOException, InterruptedException {
    Child child =
        Child.java(
            server,
            HEAP,
            LoadChild.class,
            home,
            extent.repetitions(),
            warm(name),
            made.place(name),
            ending.isEmpty() ? "" : "." + ending);
    CountyFigures.Totals totals = figures.totals();
    CountyFigures.Totals revised = figures.revised().totals();
    expect(child, "first", totals.figures(), 0, 0, totals);
    expect(child, "same", 0, 0, 0, totals);
    expect(child, "unchanged", 0, 0, totals.figures(), totals);
    expect(child, "changed", 0, revised.changed(), revised.figures() - revised.changed(), revised);
    Measure first = told(child, kind + ", first load", "first", totals);
    Measure unchanged = told(child, kind + ", nothing changed", "unchanged", totals);
    Measure changed = told(child, kind + ", 10 % changed", "changed", totals);
    report.measure(first);
    report.measure(told(child, kind + ", same bytes again", "same", totals));
    report.measure(unchanged);
    report.measure(changed);
    forgetArchive();
    return new Costs(first, unchanged, changed, memory(kind, child));
  }

  /** The first load of more years. */
  Costs grown(int times) throws IOException, InterruptedException {
    Path place = made.place("longer");
    Path file = Path.of(place + ".csv");
    CountyFigures.Totals totals = made.longer(times, file);
    Child child =
        Child.java(server, HEAP, LoadChild.class, home, 1, warm("long"), place, ".csv", "first");
    Files.delete(file);
    forgetArchive();
    expect(child, "first", totals.figures(), 0, 0, totals);
    String kind = "long csv × " + times;
    Measure first = told(child, kind + ", first load", "first", totals);
    report.measure(first);
    return new Costs(first, first, first, memory(kind, child));
  }

  private Object warm(String name) {
    return extent.whole() ? made.warm(name) : "-";
  }

  private static Measure told(Child child, String work, String name, CountyFigures.Totals totals) {
    return new Measure(work, child.numbers(name), totals.figures());
  }

  private static void expect(
      Child child,
      String name,
      long fresh,
      long changed,
      long unchanged,
      CountyFigures.Totals all) {
    String expected =
        "%d %d %d %d %s"
            .formatted(fresh, changed, unchanged, all.figures(), all.sum().toPlainString());
    for (String result : child.texts(name + "-result")) {
      if (!result.equals(expected)) {
        throw new IllegalStateException(
            "%s (new, changed, unchanged, all, sum): %s instead of %s"
                .formatted(name, result, expected));
      }
    }
  }

  private double memory(String kind, Child child) {
    double live = child.number("heap-live") / MIB;
    report.say(
        "| %-58s | heap %.0f of %s, %.0f after collections; process %.0f MiB | |",
        kind + ", most memory (MiB)",
        child.number("heap-full") / MIB,
        HEAP,
        live,
        child.number("rss") / MIB);
    return live;
  }

  /** The archive of one kind is no burden on the next. */
  private void forgetArchive() throws IOException {
    Path archive = home.resolve("data/archive");
    if (Files.exists(archive)) {
      delete(archive);
    }
  }

  static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> paths = Files.walk(folder)) {
      all = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
