package io.yanmen.warehouse.check.rule;

import io.yanmen.model.Measure;
import io.yanmen.model.Scenario;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.warehouse.check.FiguresInMemory;
import io.yanmen.warehouse.check.MemoryScan;
import io.yanmen.warehouse.check.PerIndicator;
import io.yanmen.warehouse.check.Suspects;
import io.yanmen.warehouse.stored.FigureCache;
import io.yanmen.warehouse.stored.FigureCode;
import java.util.BitSet;
import java.util.function.IntConsumer;

/** Looks for published growth beside which stands another one, made of the levels. */
final class GrowthScan implements MemoryScan {
  private final FiguresInMemory figures;
  private final FigureCache cache;
  private final BitSet said;

  /** Percentage points between the two; not a number where the check does not apply. */
  private final PerIndicator<Double> tolerances;

  GrowthScan(FiguresInMemory figures, RejectionCode check) {
    this.figures = figures;
    this.cache = figures.cache();
    this.said = figures.said();
    this.tolerances =
        new PerIndicator<>(figures.reference(), facts -> facts.threshold(check, "tolerance"));
  }

  /** Growth with its levels, and the other way round. */
  @Override
  public void relatives(IntConsumer taker) {
    for (int series = said.nextSetBit(0); series >= 0; series = said.nextSetBit(series + 1)) {
      int partner = cache.partner(series);
      if (partner >= 0) {
        taker.accept(partner);
      }
    }
  }

  @Override
  public void look(int series, SeriesKey key, Suspects suspects) {
    if (key.scenario() != Scenario.ACTUAL
        || (key.measure() != Measure.LEVEL && key.measure() != Measure.YOY)) {
      return;
    }
    int partner = cache.partner(series);
    double tolerance = tolerances.of(key.indicatorCode());
    if (partner < 0 || Double.isNaN(tolerance)) {
      return;
    }
    boolean isLevel = key.measure() == Measure.LEVEL;
    int level = isLevel ? series : partner;
    int growth = isLevel ? partner : series;
    int year = 12 / key.frequency().months();
    if (figures.anySaid(series, period -> contradicts(level, growth, period, year, tolerance))) {
      suspects.add(level);
      suspects.add(growth);
    }
  }

  private boolean contradicts(int level, int growth, int ordinal, int year, double tolerance) {
    if (!cache.covers(level, ordinal)
        || !cache.covers(growth, ordinal)
        || !cache.covers(level, ordinal - year)) {
      return true;
    }
    long now = cache.figure(level, ordinal);
    long before = cache.figure(level, ordinal - year);
    long published = cache.figure(growth, ordinal);
    if (!FigureCode.isFigure(now)
        || !FigureCode.isFigure(before)
        || !FigureCode.isFigure(published)) {
      return false;
    }
    if (FigureCode.isLarge(now) || FigureCode.isLarge(before) || FigureCode.isLarge(published)) {
      return true;
    }
    double base = FigureCode.value(before);
    double computed = 100 * (FigureCode.value(now) / base - 1);
    double limit = tolerance * (1 - FiguresInMemory.CLOSE) - FiguresInMemory.CLOSE;
    return base > 0 && Math.abs(FigureCode.value(published) - computed) > limit;
  }
}
