package io.yanmen.reading.feed.mapping;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a dimension of a feed tells of its figures. */
public enum DimensionRole {
  AREA,
  INDICATOR,
  MEASURE,
  SCENARIO,
  FREQUENCY,
  ACCUMULATION,
  UNIT,
  /** The power of ten that figures are multiplied by (SDMX UNIT_MULT). */
  MULTIPLIER,
  PERIOD,
  STATUS,
  /** Only the codes listed are read; figures of all others are left out. */
  FILTER,
  /** Tells nothing that matters. */
  IGNORE;

  /** The name used in source files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if no facet has this code; the message lists all
   */
  public static DimensionRole of(String code) {
    return Arrays.stream(values())
        .filter(it -> it.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "as: one of "
                        + Arrays.stream(values())
                            .map(DimensionRole::code)
                            .collect(Collectors.joining(", "))
                        + ", not \""
                        + code
                        + "\""));
  }
}
