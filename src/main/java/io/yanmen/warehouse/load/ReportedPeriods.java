package io.yanmen.warehouse.load;

import io.yanmen.model.Frequency;
import io.yanmen.model.Scenario;
import io.yanmen.model.SeriesKey;
import io.yanmen.warehouse.stored.FigureCache;
import io.yanmen.warehouse.stored.FigureCode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Which areas and periods a file tells of, for the calendar; targets and forecasts do not count.
 */
final class ReportedPeriods implements FigureCache.Visitor {
  private final FigureCache mirror;
  private final Map<Told, Integer> told = new HashMap<>();
  private Told last = new Told("", Frequency.A, 0);
  private int periods;

  /** The periods of a block, from this one on. */
  private record Told(String area, Frequency frequency, int first) {}

  private ReportedPeriods(FigureCache mirror) {
    this.mirror = mirror;
  }

  static ReportedPeriods of(FigureCache mirror) {
    ReportedPeriods reported = new ReportedPeriods(mirror);
    mirror.said(reported);
    reported.note();
    return reported;
  }

  @Override
  public void block(int series, int block) {
    SeriesKey key = mirror.key(series);
    if (key.scenario() != Scenario.ACTUAL) {
      return;
    }
    int first = mirror.firstOrdinal(block);
    // Many blocks in a row are of one area.
    if (first != last.first()
        || key.frequency() != last.frequency()
        || !key.areaCode().equals(last.area())) {
      note();
      last = new Told(key.areaCode(), key.frequency(), first);
    }
    for (int at = mirror.saidAt(block) & ~periods; at != 0; at &= at - 1) {
      int position = Integer.numberOfTrailingZeros(at);
      periods |= FigureCode.isFigure(mirror.saidIn(block, position)) ? 1 << position : 0;
    }
  }

  private void note() {
    if (periods != 0) {
      told.merge(last, periods, (one, other) -> one | other);
      periods = 0;
    }
  }

  /** Takes an area and the end of a period. */
  @FunctionalInterface
  interface Taker {
    void take(String area, LocalDate end);
  }

  void each(Taker taker) {
    told.forEach(
        (key, at) -> {
          for (int i = 0; i < FigureCache.PERIODS; i++) {
            if ((at & 1 << i) != 0) {
              LocalDate next = FigureCache.start(key.frequency(), key.first() + i + 1);
              taker.take(key.area(), next.minusDays(1));
            }
          }
        });
  }
}
