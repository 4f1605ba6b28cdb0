package io.yanmen.bench.steady;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;

/** Prints while it goes on, and the judgement at the end; tables in Markdown. */
final class Report {
  private static final double MIB = 1 << 20;

  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  void begin(Duration length) {
    out.printf("Five files a second and a feed a minute for %d minutes%n%n", length.toMinutes());
    out.println(
        "| minute | files | drop to committed, median; p99, s | heap after a collection, MiB"
            + " | process, MiB | threads | open files | connections | temporaries | log, MiB"
            + " | warehouse, MiB |");
    out.println("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    out.flush();
  }

  void usage(Usage usage) {
    out.printf(
        "| %d | %,d | %.2f; %.2f | %.0f | %.0f | %d | %d | %d | %d | %.2f | %.0f |%n",
        usage.after().toMinutes(),
        usage.files(),
        usage.median(),
        usage.p99(),
        usage.heap(),
        usage.process(),
        usage.threads(),
        usage.handles(),
        usage.connections(),
        usage.temporaries(),
        usage.logs() / MIB,
        usage.warehouse() / MIB);
    out.flush();
  }

  /**
   * @return whether all is as it should be
   */
  boolean end(Levels levels, Outcome outcome) throws IOException, SQLException {
    boolean good = true;
    out.printf("%n| most of | second quarter | last quarter | allowed |   |%n");
    out.println("|---|---:|---:|---:|---|");
    for (Levels.Level level : levels.all()) {
      good &= level.good();
      out.printf(
          "| %s | %,.2f | %,.2f | %,.2f | %s |%n",
          level.what(), level.before(), level.after(), level.most(), mark(level.good()));
    }
    out.printf("%n| outcome | wanted | found |   |%n|---|---:|---:|---|%n");
    for (Outcome.Line line : outcome.lines()) {
      good &= line.good();
      out.printf(
          "| %s | %,d | %,d | %s |%n", line.what(), line.wanted(), line.found(), mark(line.good()));
    }
    out.flush();
    return good;
  }

  private static String mark(boolean good) {
    return good ? "✓" : "✗";
  }
}
