package io.yanmen.bench.load;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints what was measured while it is measured, and the targets at the end; tables in Markdown.
 */
final class Report {
  private final PrintStream out;
  private final List<String> targets = new ArrayList<>();

  Report(PrintStream out) {
    this.out = out;
  }

  void heading(String text) {
    out.printf("%n## %s%n%n", text);
    out.flush();
  }

  void measures() {
    out.printf("| %-58s | %10s | %12s |%n|---|---:|---:|%n", "work", "median, s", "figures/s");
  }

  void measure(Measure measure) {
    String rate = measure.figures() > 1 ? "%,.0f".formatted(measure.perSecond()) : "";
    out.printf("| %-58s | %10.3f | %12s |%n", measure.work(), measure.median(), rate);
    out.flush();
  }

  /** A line with a number that is no rate. */
  void say(String format, Object... arguments) {
    out.printf(format + "%n", arguments);
    out.flush();
  }

  /** What must be reached, where more is better. */
  void atLeast(String work, double reached, double wanted) {
    target(work, "%.2f ×".formatted(reached), "≥ %s ×".formatted(plain(wanted)), reached >= wanted);
  }

  void atLeast(String work, double reached, double wanted, String unit) {
    target(
        work,
        "%.1f %s".formatted(reached, unit),
        "≥ %s %s".formatted(plain(wanted), unit),
        reached >= wanted);
  }

  /** What must be reached, where less is better. */
  void atMost(String work, double reached, double wanted, String unit) {
    target(
        work,
        "%.2f %s".formatted(reached, unit),
        "≤ %s %s".formatted(plain(wanted), unit),
        reached <= wanted);
  }

  void missing(String work, String why) {
    targets.add("| %-66s | %12s | %12s |   |".formatted(work, why, ""));
  }

  private void target(String work, String reached, String wanted, boolean good) {
    targets.add("| %-66s | %12s | %12s | %s |".formatted(work, reached, wanted, good ? "✓" : "✗"));
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? "%.0f".formatted(number) : Double.toString(number);
  }

  void targets() {
    heading("Targets");
    out.printf("| %-66s | %12s | %12s |   |%n|---|---:|---:|---|%n", "work", "reached", "wanted");
    targets.forEach(out::println);
    out.flush();
  }
}
