package io.yanmen.bench.steady;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Whether what is used levels off: the most of the last quarter of a run against the most of its
 * second quarter, when a service has long been warm.
 */
record Levels(List<Usage> usages) {
  /** One line of the judgement. */
  record Level(String what, double before, double after, double most) {
    boolean good() {
      return after <= most;
    }
  }

  List<Level> all() {
    List<Level> all = new ArrayList<>();
    all.add(grown("heap after a collection, MiB", Usage::heap, 1.1, 2));
    all.add(grown("resident memory of the service, MiB", Usage::process, 1.1, 10));
    all.add(grown("threads", Usage::threads, 1, 3));
    all.add(grown("open files and sockets", Usage::handles, 1, 5));
    all.add(grown("connections to the database", Usage::connections, 1, 2));
    all.add(grown("drop to committed, median, s", Usage::median, 1.2, 0.1));
    all.add(grown("log, bytes", Usage::logs, 1.1, 100_000));
    return all;
  }

  private Level grown(String what, ToDoubleFunction<Usage> number, double times, double more) {
    double before = most(1, number);
    return new Level(what, before, most(3, number), before * times + more);
  }

  private double most(int quarter, ToDoubleFunction<Usage> number) {
    int size = usages.size();
    return usages.subList(size * quarter / 4, size * (quarter + 1) / 4).stream()
        .mapToDouble(number)
        .max()
        .orElseThrow();
  }
}
