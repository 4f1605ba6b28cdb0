package io.yanmen.reading.normalise;

import io.yanmen.catalog.Unit;
import io.yanmen.model.Measure;
import io.yanmen.model.Qualifier;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A value as a cell says it, with the words around its number understood.
 *
 * @param unit as written in the cell
 * @param growth whether the words say that it is a change (增长、下降)
 * @param place whether the words say that it is a place in a ranking (第3位、前三)
 * @param unchanged 持平
 */
public record ParsedValue(
    BigDecimal value,
    Qualifier qualifier,
    Optional<Unit> unit,
    boolean growth,
    boolean place,
    boolean unchanged) {

  private static final ParsedValue NUMBER_ALONE = of(BigDecimal.ZERO);

  static ParsedValue of(BigDecimal value) {
    return new ParsedValue(value, Qualifier.EXACT, Optional.empty(), false, false, false);
  }

  /** A figure with the same words, and one for all numbers that stand alone. */
  ParsedValue words() {
    return hasWordsOf(NUMBER_ALONE) ? NUMBER_ALONE : this;
  }

  /** Whether the same words stand around both numbers, as far as they tell what is measured. */
  boolean hasWordsOf(ParsedValue other) {
    return growth == other.growth
        && place == other.place
        && unchanged == other.unchanged
        && unit.equals(other.unit);
  }

  /** Whether the words fit a measure: a place is a rank, a growth is a change. */
  boolean fits(Measure measure) {
    boolean rank = measure == Measure.RANK || measure == Measure.YOY_RANK;
    return (!place || rank) && (!growth && !unchanged || measure.isChange());
  }
}
