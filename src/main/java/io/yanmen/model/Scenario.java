package io.yanmen.model;

import java.util.Locale;

/** Whether a value happened, is aimed at, or is expected. */
public enum Scenario {
  ACTUAL,
  /** 目标、计划. */
  TARGET,
  /** 预计、预测. */
  FORECAST;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if no scenario has this code
   */
  public static Scenario of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
