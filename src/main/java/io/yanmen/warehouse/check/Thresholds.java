package io.yanmen.warehouse.check;

import java.util.Map;

/**
 * What the checks hold against the figures of an indicator, ready for comparison; a bound that no
 * rule sets is infinite, and a tolerance of a rule that does not apply is not a number, so that no
 * comparison with it is true.
 *
 * @param flow whether cumulative figures of it grow within a year
 * @param summable whether areas add up
 * @param lowest of a level
 * @param highest of a level
 * @param lowestGrowth of growth, %
 * @param lowestShare of a share, %
 * @param highestShare of a share, %
 * @param fall part by which a cumulative figure may be less than one before
 * @param slip how far from a power of ten a factor may be, as a logarithm, to be taken for a unit
 * @param smallest size below which no unit is taken for wrong
 * @param growth percentage points between published and computed growth
 * @param sum part by which an area may differ from the sum of those in it
 */
record Thresholds(
    boolean flow,
    boolean summable,
    double lowest,
    double highest,
    double lowestGrowth,
    double lowestShare,
    double highestShare,
    double fall,
    double slip,
    double smallest,
    double growth,
    double sum) {
  /**
   * @param values by rule and name of the threshold, with a space between
   */
  static Thresholds of(String kind, boolean summable, Map<String, Double> values) {
    double lowest = values.getOrDefault("VALUE_OUT_OF_RANGE lowest", Double.NEGATIVE_INFINITY);
    if (kind.equals("stock") || kind.equals("count")) {
      lowest = Math.max(lowest, values.getOrDefault("NEGATIVE_VALUE lowest", lowest));
    }
    return new Thresholds(
        kind.equals("flow"),
        summable,
        lowest,
        values.getOrDefault("VALUE_OUT_OF_RANGE highest", Double.POSITIVE_INFINITY),
        values.getOrDefault("VALUE_OUT_OF_RANGE lowest-growth", Double.NEGATIVE_INFINITY),
        values.getOrDefault("IMPOSSIBLE_SHARE lowest", Double.NEGATIVE_INFINITY),
        values.getOrDefault("IMPOSSIBLE_SHARE highest", Double.POSITIVE_INFINITY),
        values.getOrDefault("CUMULATIVE_FALLS tolerance", Double.NaN),
        slip(values),
        kind.equals("count") ? values.getOrDefault("UNIT_SLIP smallest-count", 0.0) : 0,
        values.getOrDefault("GROWTH_CONTRADICTS tolerance", Double.NaN),
        values.getOrDefault("PARTS_NOT_SUM tolerance", Double.NaN));
  }

  /** The loosest of those by which a factor of ten is recognised. */
  private static double slip(Map<String, Double> values) {
    boolean applies =
        values.containsKey("UNIT_SLIP nearness") && values.containsKey("UNIT_SLIP nearness-far");
    return applies
        ? Math.max(
            values.getOrDefault("UNIT_SLIP nearness", Double.NaN),
            values.getOrDefault("UNIT_SLIP nearness-same", 0.0))
        : Double.NaN;
  }

  /** Two that differ by less than this factor are no matter of units. */
  double leastFactor() {
    return Math.pow(10, 1 - slip);
  }
}
