package io.yanmen.bench.load;

import java.util.List;

/**
 * How long one kind of work took, each time that it was done.
 *
 * @param figures in each of them
 */
record Measure(String work, List<Double> seconds, long figures) {
  Measure {
    seconds = List.copyOf(seconds);
    if (seconds.isEmpty()) {
      throw new IllegalArgumentException("never measured: " + work);
    }
  }

  static Measure once(String work, double seconds, long figures) {
    return new Measure(work, List.of(seconds), figures);
  }

  double median() {
    return quantile(0.5);
  }

  /** The smallest time that at least this share of all does not exceed. */
  double quantile(double share) {
    List<Double> sorted = seconds.stream().sorted().toList();
    return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
  }

  double perSecond() {
    return figures / median();
  }

  /** How many times as fast as another, figure by figure. */
  double against(Measure other) {
    return perSecond() / other.perSecond();
  }
}
