package io.yanmen.bench.load;

import java.util.List;

/**
 * How much is measured.
 *
 * @param whole whether each JVM is warmed up, and wide csv are measured too
 * @param tables how many wide tables of a month each
 * @param growth multiples of a year that are loaded besides, to show how cost grows
 * @param starts how often each start is measured
 * @param sampleRows rows for a peer that takes its time over each
 * @param sampleShare one part in so many is for a peer that is slow
 */
record Extent(
    boolean whole,
    int areas,
    int tables,
    int repetitions,
    List<Integer> growth,
    int smallFiles,
    int singleFiles,
    int starts,
    int sampleRows,
    int sampleShare) {
  /** All of it, some ten minutes. */
  static final Extent WHOLE =
      new Extent(true, 2_849, 12, 3, List.of(3, 10), 3_000, 100, 5, 30_000, 10);

  /** As little as shows that all of it still works; its times mean nothing. */
  static final Extent SHORT = new Extent(false, 60, 2, 1, List.of(2), 60, 3, 1, 500, 10);

  /** A tenth of the counties, once: for whoever works on what is measured. */
  static final Extent TENTH = new Extent(true, 285, 12, 1, List.of(3, 10), 300, 10, 2, 5_000, 2);

  static final int MONTHS = 12;

  static Extent of(String... arguments) {
    return switch (arguments.length == 0 ? "whole" : arguments[0]) {
      case "whole" -> WHOLE;
      case "tenth" -> TENTH;
      case "short" -> SHORT;
      default -> throw new IllegalArgumentException("whole, tenth or short, not " + arguments[0]);
    };
  }
}
