package io.yanmen.warehouse.check.rule;

import io.yanmen.model.Accumulation;
import io.yanmen.model.IndicatorKind;
import io.yanmen.model.Measure;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.warehouse.check.FiguresInMemory;
import io.yanmen.warehouse.check.IndicatorFacts;
import io.yanmen.warehouse.check.MemoryScan;
import io.yanmen.warehouse.check.PerIndicator;
import io.yanmen.warehouse.check.Suspects;
import io.yanmen.warehouse.stored.FigureCache;

/** Looks for figures that are several times larger or smaller than the others of their series. */
final class UnitSlipScan implements MemoryScan {
  /** What a figure is compared with: so many of the newest. */
  private static final int HISTORY = 6;

  /**
   * @param slip how far from a power of ten a factor may be, as a logarithm; not a number where the
   *     check does not apply
   * @param smallest size below which no unit is taken for wrong
   */
  private record Limits(double slip, double smallest) {
    static Limits of(IndicatorFacts facts, RejectionCode check) {
      double near = facts.threshold(check, "nearness");
      double same = facts.threshold(check, "nearness-same");
      double smallest = facts.threshold(check, "smallest-count");
      boolean applies = !Double.isNaN(facts.threshold(check, "nearness-far"));
      return new Limits(
          // The loosest of those by which a factor of ten is recognised.
          applies ? Math.max(near, Double.isNaN(same) ? 0 : same) : Double.NaN,
          facts.kind() == IndicatorKind.COUNT && !Double.isNaN(smallest) ? smallest : 0);
    }

    /** Two that differ by less than this factor are no matter of units. */
    double leastFactor() {
      return Math.pow(10, 1 - slip);
    }
  }

  private final FigureCache cache;
  private final PerIndicator<Limits> limits;

  UnitSlipScan(FiguresInMemory figures, RejectionCode check) {
    this.cache = figures.cache();
    this.limits = new PerIndicator<>(figures.reference(), facts -> Limits.of(facts, check));
  }

  @Override
  public void look(int series, SeriesKey key, Suspects suspects) {
    if (key.measure() != Measure.LEVEL) {
      return;
    }
    Limits these = limits.of(key.indicatorCode());
    if (Double.isNaN(these.slip())) {
      return;
    }
    FigureSizes sizes =
        new FigureSizes(key.frequency().months(), key.accumulation() == Accumulation.YTD, HISTORY);
    for (int block = cache.newestBlock(series); block >= 0; block = cache.blockBefore(block)) {
      sizes.meet(cache, block);
    }
    if (sizes.anyLarge() || jumps(series, sizes, these)) {
      suspects.add(series);
    }
  }

  private boolean jumps(int series, FigureSizes sizes, Limits these) {
    if (sizes.saidHigh() == 0 || sizes.saidHigh() < these.smallest()) {
      return false;
    }
    boolean everything = cache.coveredFrom(series) == Integer.MIN_VALUE;
    if (!everything && sizes.history() < HISTORY) {
      return true;
    }
    double factor = these.leastFactor() * (1 - FiguresInMemory.CLOSE);
    return sizes.saidHigh() >= sizes.low() * factor || sizes.saidLow() * factor <= sizes.high();
  }
}
