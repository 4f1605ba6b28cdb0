package io.yanmen.warehouse.check;

import io.yanmen.model.IndicatorKind;
import io.yanmen.model.outcome.RejectionCode;
import java.util.Map;

/**
 * What checks ask of an indicator.
 *
 * @param summable whether areas add up
 * @param thresholds by check and name, with a space between; those that apply
 */
public record IndicatorFacts(IndicatorKind kind, boolean summable, Map<String, Double> thresholds) {
  public IndicatorFacts {
    thresholds = Map.copyOf(thresholds);
  }

  /**
   * Not a number where the check does not apply, so that no comparison with it is true.
   *
   * @param name of the threshold
   */
  public double threshold(RejectionCode check, String name) {
    return thresholds.getOrDefault(key(check.name(), name), Double.NaN);
  }

  static String key(String check, String name) {
    return check + ' ' + name;
  }
}
