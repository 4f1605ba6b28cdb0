package io.yanmen.console.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Moments as people read them, in the zone of the office. */
public final class TimeFormat {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter WHOLE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final Clock clock;

  public TimeFormat(Clock clock) {
    this.clock = clock;
  }

  /** The time alone for today, with the day for this year, whole for what is older. */
  public String brief(Instant moment) {
    ZonedDateTime there = moment.atZone(clock.getZone());
    LocalDate today = LocalDate.now(clock);
    if (there.toLocalDate().equals(today)) {
      return TIME.format(there);
    }
    return there.getYear() == today.getYear() ? DAY_AND_TIME.format(there) : whole(moment);
  }

  /** With the year, without seconds. */
  public String minute(Instant moment) {
    return MINUTE.format(moment.atZone(clock.getZone()));
  }

  public String whole(Instant moment) {
    return WHOLE.format(moment.atZone(clock.getZone()));
  }

  /** Such as 0.4 s, 12 s, 3 min 5 s, 2 h 10 min. */
  public static String length(Duration length) {
    long millis = Math.max(0, length.toMillis());
    long seconds = millis / 1000;
    if (millis < 10_000) {
      return "%.1f s".formatted(millis / 1000.0);
    }
    if (seconds < 120) {
      return seconds + " s";
    }
    return seconds < 7200
        ? seconds / 60 + " min " + seconds % 60 + " s"
        : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }

  /** Since when the evening before today's counts: what ran in the night ran after it. */
  public Instant lastEvening() {
    return LocalDate.now(clock).minusDays(1).atTime(18, 0).atZone(clock.getZone()).toInstant();
  }

  public Instant now() {
    return clock.instant();
  }
}
