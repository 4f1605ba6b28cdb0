package io.yanmen.model;

import java.util.List;

/**
 * An indicator of the catalogue.
 *
 * @param unit canonical unit: every {@link Measure#LEVEL} value in the warehouse is in it
 * @param summable whether the values of areas add up to that of the area around them
 * @param frequency the most frequent publication
 * @param aliasesZh other Chinese names that mean just this indicator
 */
public record Indicator(
    String code,
    String nameZh,
    String nameEn,
    String unit,
    IndicatorKind kind,
    boolean summable,
    Frequency frequency,
    List<String> aliasesZh) {
  public Indicator {
    aliasesZh = List.copyOf(aliasesZh);
  }
}
