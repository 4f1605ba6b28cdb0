package io.yanmen.model;

import java.time.LocalDate;

/**
 * A calendar period.
 *
 * @param start its first day; a quarter starts in January, April, July or October, a year on 1
 *     January
 */
public record Period(Frequency frequency, LocalDate start) {
  public Period {
    boolean aligned =
        start.getDayOfMonth() == 1 && (start.getMonthValue() - 1) % frequency.months() == 0;
    if (!aligned) {
      throw new IllegalArgumentException(start + " begins no period of frequency " + frequency);
    }
  }

  public static Period year(int year) {
    return new Period(Frequency.A, LocalDate.of(year, 1, 1));
  }

  /**
   * @param quarter 1 to 4
   */
  public static Period quarter(int year, int quarter) {
    return new Period(Frequency.Q, LocalDate.of(year, 3 * quarter - 2, 1));
  }

  /**
   * @param month 1 to 12
   */
  public static Period month(int year, int month) {
    return new Period(Frequency.M, LocalDate.of(year, month, 1));
  }

  /** The last day. */
  public LocalDate end() {
    return start.plusMonths(frequency.months()).minusDays(1);
  }

  /** ISO 8601 style: {@code 2025}, {@code 2025-Q1}, {@code 2025-04}. */
  public String label() {
    return switch (frequency) {
      case A -> "%04d".formatted(start.getYear());
      case Q -> "%04d-Q%d".formatted(start.getYear(), (start.getMonthValue() + 2) / 3);
      case M -> "%04d-%02d".formatted(start.getYear(), start.getMonthValue());
    };
  }
}
