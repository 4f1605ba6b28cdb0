package io.yanmen.model;

import java.util.Locale;

/** What span a value covers that is published for a period. */
public enum Accumulation {
  /** The period alone (当月、当季), and every stock at the period's end. */
  PERIOD,
  /** From 1 January to the end of the period (累计、1-4月). */
  YTD;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if no accumulation has this code
   */
  public static Accumulation of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
