package io.yanmen.console.target;

import io.yanmen.model.IndicatorKind;
import io.yanmen.model.Measure;
import io.yanmen.model.Qualifier;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * A target of a year.
 *
 * @param value in the canonical unit of the measure
 */
public record Aim(
    String indicator, IndicatorKind kind, Measure measure, BigDecimal value, Qualifier qualifier) {
  /** Of these a smaller value is the better one. */
  private static final Set<String> LESS_IS_BETTER =
      Set.of("energy_intensity", "pm25", "air_quality_index");

  /** Which side of the target is the good one. */
  public enum Side {
    /** At least the target. */
    FLOOR,
    /** At most the target. */
    CEILING
  }

  /**
   * The words decide first (以上, 以内); of a bare number, more is better, but for places, for what is
   * to fall, and for what is known to be better small. Of an index without a word nobody can tell:
   * empty.
   */
  public Optional<Side> side() {
    if (isPlace()) {
      return Optional.of(Side.CEILING);
    }
    return switch (qualifier) {
      case AT_LEAST, OVER -> Optional.of(Side.FLOOR);
      case UP_TO -> Optional.of(Side.CEILING);
      case EXACT, ABOUT -> sideOfBareNumber();
    };
  }

  private Optional<Side> sideOfBareNumber() {
    if (LESS_IS_BETTER.contains(indicator) || (measure == Measure.YOY && value.signum() < 0)) {
      return Optional.of(Side.CEILING);
    }
    return kind == IndicatorKind.INDEX ? Optional.empty() : Optional.of(Side.FLOOR);
  }

  boolean isPlace() {
    return measure == Measure.RANK || measure == Measure.YOY_RANK;
  }
}
