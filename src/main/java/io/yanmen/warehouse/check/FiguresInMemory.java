package io.yanmen.warehouse.check;

import io.yanmen.warehouse.stored.FigureCache;
import io.yanmen.warehouse.stored.FigureCode;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * What checks look at in memory.
 *
 * @param cache what the file says, and what is stored as far as it is known
 * @param reference areas and indicators
 * @param said the series of which the file says something
 */
public record FiguresInMemory(FigureCache cache, CheckReferenceData reference, BitSet said) {
  /** A little less than the bounds of checks, which compute with exact numbers. */
  public static final double CLOSE = 1e-9;

  /** The area around one. Most counties have no figures of it beside their own: then none. */
  public Optional<String> areaAround(String area) {
    return reference
        .parentOf(area)
        .filter(around -> cache.hasMet(around) || !cache.knowsSeriesOf(around));
  }

  /**
   * Whether something holds in any period of which the file gives a figure of a series.
   *
   * @param holds asked with the ordinal of the period
   */
  public boolean anySaid(int series, IntPredicate holds) {
    for (int block = cache.newestBlock(series); block >= 0; block = cache.blockBefore(block)) {
      for (int at = cache.saidAt(block); at != 0; at &= at - 1) {
        int i = Integer.numberOfTrailingZeros(at);
        if (FigureCode.isFigure(cache.saidIn(block, i))
            && holds.test(cache.firstOrdinal(block) + i)) {
          return true;
        }
      }
    }
    return false;
  }
}
