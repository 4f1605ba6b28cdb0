package io.yanmen.warehouse.query;

import io.yanmen.model.Period;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which figures are asked for.
 *
 * @param from periods that begin on this day or later
 * @param to periods that begin on this day or earlier
 */
public record ObservationFilter(
    SeriesFilter series, Optional<LocalDate> from, Optional<LocalDate> to) {
  public static final ObservationFilter ALL =
      new ObservationFilter(SeriesFilter.ALL, Optional.empty(), Optional.empty());

  private static final Pattern PERIOD =
      Pattern.compile("(\\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?", Pattern.CASE_INSENSITIVE);

  /**
   * A period as the warehouse labels it: 2025, 2025-Q1, 2025-04.
   *
   * @throws IllegalArgumentException if the text is none of these
   */
  public static Period period(String text) {
    Matcher matcher = PERIOD.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(text);
    }
    int year = Integer.parseInt(matcher.group(1));
    if (matcher.group(2) != null) {
      return Period.quarter(year, Integer.parseInt(matcher.group(2)));
    }
    return matcher.group(3) == null
        ? Period.year(year)
        : Period.month(year, Integer.parseInt(matcher.group(3)));
  }
}
