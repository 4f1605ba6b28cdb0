package io.yanmen.model;

import java.util.Locale;

/** How exactly a figure is meant. */
public enum Qualifier {
  EXACT,
  /** 以上、不低于. */
  AT_LEAST,
  /** 余、多、超. */
  OVER,
  /** 左右、约. */
  ABOUT,
  /** 以内、不超过、前三. */
  UP_TO;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if no qualifier has this code
   */
  public static Qualifier of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
