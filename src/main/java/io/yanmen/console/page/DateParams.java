package io.yanmen.console.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Days as forms send them, 2025-04-30, in the zone of the office. */
public record DateParams(ZoneId zone) {
  /** The beginning of a day; empty if the text is none. */
  public Optional<Instant> startOf(String day) {
    return parsed(day).map(it -> it.atStartOfDay(zone).toInstant());
  }

  /** The end of a day, which is no part of it; empty if the text is none. */
  public Optional<Instant> endOf(String day) {
    return parsed(day).map(it -> it.plusDays(1).atStartOfDay(zone).toInstant());
  }

  private static Optional<LocalDate> parsed(String day) {
    try {
      return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
