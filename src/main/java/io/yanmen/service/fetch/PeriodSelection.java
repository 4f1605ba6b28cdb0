package io.yanmen.service.fetch;

import io.yanmen.model.Frequency;
import io.yanmen.model.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which periods a feed asks for when its time comes; each is one request, or one run of pages. */
public enum PeriodSelection {
  THIS_MONTH,
  LAST_MONTH,
  LAST_QUARTER,
  LAST_YEAR,
  /** From the newest month loaded, once more for its corrections, to last month. */
  SINCE_NEWEST;

  static PeriodSelection of(String words) {
    for (PeriodSelection selection : values()) {
      if (selection.words().equals(words)) {
        return selection;
      }
    }
    throw new IllegalArgumentException(
        "{period:...}: this-month, last-month, last-quarter, last-year or since-newest, not \""
            + words
            + "\"");
  }

  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @param today in the time zone of the feed
   * @param newest the newest month loaded of the feed's source
   * @param first where {@link #SINCE_NEWEST} begins while nothing is loaded; without it, last month
   */
  public List<Period> periods(LocalDate today, Optional<Period> newest, Optional<Period> first) {
    Period thisMonth = Period.month(today.getYear(), today.getMonthValue());
    Period lastMonth = before(thisMonth);
    return switch (this) {
      case THIS_MONTH -> List.of(thisMonth);
      case LAST_MONTH -> List.of(lastMonth);
      case LAST_QUARTER ->
          List.of(before(Period.quarter(today.getYear(), (today.getMonthValue() + 2) / 3)));
      case LAST_YEAR -> List.of(Period.year(today.getYear() - 1));
      case SINCE_NEWEST -> range(newest.or(() -> first).orElse(lastMonth), lastMonth);
    };
  }

  private static Period before(Period period) {
    Frequency frequency = period.frequency();
    return new Period(frequency, period.start().minusMonths(frequency.months()));
  }

  /**
   * All periods from the first to the last, of the first one's frequency; none if the last lies
   * before it.
   */
  public static List<Period> range(Period first, Period last) {
    List<Period> periods = new ArrayList<>();
    Frequency frequency = first.frequency();
    for (LocalDate start = first.start();
        !start.isAfter(last.end());
        start = start.plusMonths(frequency.months())) {
      periods.add(new Period(frequency, start));
    }
    return periods;
  }
}
