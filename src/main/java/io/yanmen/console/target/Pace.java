package io.yanmen.console.target;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Where a target stands and what is still needed. Each number is empty where it makes no sense.
 *
 * @param why why it cannot be compared, or why the pace cannot be told; a key, empty if all is told
 * @param reachedPercent part of the target that is reached
 * @param yearPercent part of the year that has passed
 * @param gap actual less target: in percentage points for rates
 * @param neededPerMonth average of the remaining months that leads to the target
 * @param averageSoFar average of the months that have passed
 * @param times neededPerMonth by averageSoFar
 * @param lastYearPerMonth average of the same remaining months a year ago
 * @param lastYearPercent part of the whole last year that the same months made
 * @param neededGrowth % that the remaining months have to grow by against those a year ago
 */
public record Pace(
    TargetStatus status,
    Why why,
    Optional<BigDecimal> reachedPercent,
    Optional<BigDecimal> yearPercent,
    Optional<BigDecimal> gap,
    Optional<BigDecimal> neededPerMonth,
    Optional<BigDecimal> averageSoFar,
    Optional<BigDecimal> times,
    Optional<BigDecimal> lastYearPerMonth,
    Optional<BigDecimal> lastYearPercent,
    Optional<BigDecimal> neededGrowth) {
  /** What keeps something from being told. */
  public enum Why {
    NOTHING,
    /** The measure does not run towards a year's value (increments, changes). */
    MEASURE,
    /** Whether more or less is better is not said. */
    SIDE,
    /** The value at the start of the year is not known. */
    START,
    /** A ratio over part of a year is not one over the year. */
    PART_OF_YEAR,
    /** The actual value is itself only a bound (以上, 以内). */
    BOUND,
    /** The target is not above zero. */
    ZERO,
    /** The levels of the year before are not known. */
    LEVELS,
    /** The levels make another growth than the published one: another base or constant prices. */
    BASE
  }

  static Pace only(TargetStatus status, Why why) {
    Optional<BigDecimal> none = Optional.empty();
    return new Pace(status, why, none, none, none, none, none, none, none, none, none);
  }
}
