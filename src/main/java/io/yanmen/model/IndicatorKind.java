package io.yanmen.model;

import java.util.Locale;

/** How values of an indicator behave over time and space. */
public enum IndicatorKind {
  /** Accumulates over a period (output, investment). */
  FLOW,
  /** Stands at a moment (capacity, deposits): its values are always those of the period's end. */
  STOCK,
  /** One quantity by another (income per head): never summed. */
  RATIO,
  /** Relative to a base (consumer prices). */
  INDEX,
  /** A number of things. */
  COUNT;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if no kind has this code
   */
  public static IndicatorKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
