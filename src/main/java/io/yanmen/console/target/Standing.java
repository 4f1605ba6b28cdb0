package io.yanmen.console.target;

import io.yanmen.model.Qualifier;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The newest actual value of a target's year, and what is known of the year before.
 *
 * @param months of the year that had passed at the end of its period, 1 to 12
 * @param cumulative from 1 January on, or of the whole year
 * @param levelNow the level of the same period, where the target is one of growth
 * @param sameBefore level of the same period a year ago
 * @param yearBefore level of the whole year before; of a stock, at its end
 */
public record Standing(
    BigDecimal value,
    Qualifier qualifier,
    int months,
    boolean cumulative,
    Optional<BigDecimal> levelNow,
    Optional<BigDecimal> sameBefore,
    Optional<BigDecimal> yearBefore) {
  public Standing {
    if (months < 1 || months > 12) {
      throw new IllegalArgumentException("months of a year: " + months);
    }
  }
}
