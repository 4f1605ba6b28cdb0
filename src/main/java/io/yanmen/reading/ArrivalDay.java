package io.yanmen.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The day on which a file came, by the clock of China, wherever the machine stands. */
public final class ArrivalDay {
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private ArrivalDay() {}

  public static LocalDate of(Instant receivedAt) {
    return receivedAt.atOffset(CHINA).toLocalDate();
  }
}
