package io.yanmen.sample.counties;

import io.yanmen.model.Indicator;
import io.yanmen.model.IndicatorKind;
import java.util.Set;

/**
 * An indicator as the made tables write it.
 *
 * @param unit as written, which is not always the canonical one; empty where there is none
 * @param factor canonical units in one as written
 * @param decimals of the figures as written
 * @param cumulative whether a figure is that from January to its month
 */
public record Column(
    Indicator indicator, String unit, long factor, int decimals, boolean cumulative) {
  /** Per head, and yet they grow from month to month. */
  private static final Set<String> CUMULATIVE_RATIOS =
      Set.of("gdp_per_capita", "urban_income", "rural_income", "resident_income");

  private static final int IN_YUAN_BY_HUNDRED_MILLION = 3;
  private static final long TEN_THOUSAND = 10_000;

  static Column of(Indicator indicator, int place) {
    boolean cumulative =
        indicator.kind() == IndicatorKind.FLOW || CUMULATIVE_RATIOS.contains(indicator.code());
    if (indicator.unit().equals("万元") && place % IN_YUAN_BY_HUNDRED_MILLION == 0) {
      return new Column(indicator, "亿元", TEN_THOUSAND, 2, cumulative);
    }
    String unit = indicator.unit().equals("无") ? "" : indicator.unit();
    return new Column(indicator, unit, 1, decimals(unit, place), cumulative);
  }

  private static int decimals(String unit, int place) {
    return switch (unit) {
      case "个", "项", "所", "张", "人", "头", "只", "天", "元", "平方米" -> 0;
      default -> 1 + place % 2;
    };
  }

  /** The head of the column in a wide table whose title says from January to when. */
  public String head() {
    String said = indicator.nameZh() + (unit.isEmpty() ? "" : "（" + unit + "）");
    if (cumulative || indicator.kind() == IndicatorKind.STOCK) {
      return said;
    }
    return switch (indicator.code()) {
      case "pm25", "air_quality_index" -> "当月" + said;
      default -> "期末" + said;
    };
  }
}
