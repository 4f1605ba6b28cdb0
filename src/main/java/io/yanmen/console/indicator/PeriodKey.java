package io.yanmen.console.indicator;

import io.yanmen.warehouse.query.StoredFigure;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;

/** A column: where its period begins, and its length, since January may stand with February. */
record PeriodKey(LocalDate start, int months) implements Comparable<PeriodKey> {
  private static final Comparator<PeriodKey> ORDER =
      Comparator.comparing((PeriodKey it) -> it.start().plusMonths(it.months()))
          .thenComparing(PeriodKey::start);

  static PeriodKey of(StoredFigure figure) {
    return new PeriodKey(figure.start(), figure.months());
  }

  /** How the period is asked for in an address: 2025-04, or 2025-01/02. */
  String code() {
    return YearMonth.from(start) + (months == 2 ? "/02" : "");
  }

  @Override
  public int compareTo(PeriodKey other) {
    return ORDER.compare(this, other);
  }
}
