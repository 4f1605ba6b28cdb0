package io.yanmen.warehouse.check.rule;

import io.yanmen.model.Accumulation;
import io.yanmen.model.IndicatorKind;
import io.yanmen.model.Measure;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.warehouse.check.FiguresInMemory;
import io.yanmen.warehouse.check.MemoryScan;
import io.yanmen.warehouse.check.PerIndicator;
import io.yanmen.warehouse.check.Suspects;
import io.yanmen.warehouse.stored.FigureCache;
import io.yanmen.warehouse.stored.FigureCode;

/** Looks for cumulative figures that are less than an earlier one of their year. */
final class CumulativeFallsScan implements MemoryScan {
  private final FigureCache cache;

  /** Part by which one may be less; not a number where the check does not apply. */
  private final PerIndicator<Double> tolerances;

  CumulativeFallsScan(FiguresInMemory figures, RejectionCode check) {
    this.cache = figures.cache();
    this.tolerances =
        new PerIndicator<>(
            figures.reference(),
            facts ->
                facts.kind() == IndicatorKind.FLOW
                    ? facts.threshold(check, "tolerance")
                    : Double.NaN);
  }

  @Override
  public void look(int series, SeriesKey key, Suspects suspects) {
    if (key.measure() != Measure.LEVEL || key.accumulation() != Accumulation.YTD) {
      return;
    }
    double tolerance = tolerances.of(key.indicatorCode());
    if (Double.isNaN(tolerance)) {
      return;
    }
    int inYear = 12 / key.frequency().months();
    for (int block = cache.newestBlock(series); block >= 0; block = cache.blockBefore(block)) {
      if (falls(series, block, inYear, tolerance)) {
        suspects.add(series);
        return;
      }
    }
  }

  private boolean falls(int series, int block, int inYear, double tolerance) {
    // Blocks hold whole years.
    for (int year = 0; year < FigureCache.PERIODS; year += inYear) {
      int periods = (1 << inYear) - 1 << year;
      if ((cache.saidAt(block) & periods) != 0
          && yearFalls(series, block, periods, 1 - tolerance)) {
        return true;
      }
    }
    return false;
  }

  private boolean yearFalls(int series, int block, int periods, double least) {
    double highest = Double.NEGATIVE_INFINITY;
    boolean said = false;
    boolean falls = false;
    int figures = (cache.saidAt(block) | cache.storedAt(block)) & periods;
    for (int at = figures; at != 0; at &= at - 1) {
      int i = Integer.numberOfTrailingZeros(at);
      said |= FigureCode.isFigure(cache.saidIn(block, i));
      long figure = cache.figureIn(block, i);
      if (FigureCode.isFigure(figure)) {
        double value = FigureCode.value(figure);
        falls |=
            FigureCode.isLarge(figure)
                || value < highest * least + Math.abs(highest) * FiguresInMemory.CLOSE;
        highest = Math.max(highest, value);
      }
    }
    int first = cache.firstOrdinal(block) + Integer.numberOfTrailingZeros(periods);
    return said && (falls || !cache.covers(series, first));
  }
}
