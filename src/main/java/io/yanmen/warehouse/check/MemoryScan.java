package io.yanmen.warehouse.check;

import io.yanmen.model.SeriesKey;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * How a check looks at the figures of one load in memory. It may suspect too much, but never too
 * little: what it does not suspect, its SQL would find nothing in. Where it does not know what is
 * stored, it suspects.
 */
@FunctionalInterface
public interface MemoryScan {
  /** For checks that cannot look in memory. */
  MemoryScan SUSPECT_EVERYTHING =
      (series, key, suspects) -> {
        suspects.add(series);
        suspects.addAllOf(key.indicatorCode());
      };

  /** For checks that look only at what another one has found. */
  MemoryScan SUSPECT_NOTHING = (series, key, suspects) -> {};

  /** Looks at a series of which the file says something, and whose indicator is known. */
  void look(int series, SeriesKey key, Suspects suspects);

  /** Looks at what is not a matter of single series, after those. */
  default void lookAcross(Suspects suspects) {}

  /** Areas all of whose series must be known before it looks. */
  default Set<String> areas() {
    return Set.of();
  }

  /** Takes the series whose newest stored figures must be known before it looks. */
  default void relatives(IntConsumer taker) {}
}
