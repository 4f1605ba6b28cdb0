package io.yanmen.model;

/** Length of a period (SDMX CL_FREQ): a year, a quarter or a month. */
public enum Frequency {
  A(12),
  Q(3),
  M(1);

  private final int months;

  Frequency(int months) {
    this.months = months;
  }

  public int months() {
    return months;
  }
}
