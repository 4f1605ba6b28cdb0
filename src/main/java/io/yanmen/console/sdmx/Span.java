package io.yanmen.console.sdmx;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days of a period as queries write it: SDMX 2.1, section 6, 4.2 (StandardTimePeriodType),
 * without weeks and days of a year.
 */
record Span(LocalDate first, LocalDate last) {
  private static final Pattern PERIOD =
      Pattern.compile(
          "(\\d{4})(?:-(?:A1|(?:S([12]))|(?:T([1-3]))|(?:Q([1-4]))|(?:M?(0[1-9]|1[0-2]))))?");

  /**
   * @param name of the parameter, for the refusal
   */
  static Span of(String name, String text) {
    Matcher period = PERIOD.matcher(text);
    if (period.matches()) {
      int year = Integer.parseInt(period.group(1));
      for (int i = 2; i <= 5; i++) {
        if (period.group(i) != null) {
          int months = i == 2 ? 6 : i == 3 ? 4 : i == 4 ? 3 : 1;
          LocalDate first =
              LocalDate.of(year, (Integer.parseInt(period.group(i)) - 1) * months + 1, 1);
          return new Span(first, first.plusMonths(months).minusDays(1));
        }
      }
      return new Span(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }
    try {
      LocalDate day = day(text.replace(' ', '+'));
      return new Span(day, day);
    } catch (DateTimeException e) {
      throw SdmxRefusal.syntax("sdmx.refused.period", name, text);
    }
  }

  private static LocalDate day(String text) {
    if (text.length() == 10) {
      return LocalDate.parse(text);
    }
    return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
        ? OffsetDateTime.parse(text).toLocalDate()
        : LocalDateTime.parse(text).toLocalDate();
  }
}
