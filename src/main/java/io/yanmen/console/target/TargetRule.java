package io.yanmen.console.target;

import static java.math.RoundingMode.HALF_UP;

import io.yanmen.console.target.Pace.Why;
import io.yanmen.model.IndicatorKind;
import io.yanmen.model.Measure;
import io.yanmen.model.Qualifier;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The rule of docs/console.md: a flow is compared with the part of the year that has passed (时间进度),
 * a rate with the rate, a stock or ratio with the level and the way since the year began.
 */
public final class TargetRule {
  private static final BigDecimal HUNDRED = new BigDecimal(100);
  private static final BigDecimal YEAR = new BigDecimal(12);

  /** Percentage points by which published growth and that of the levels may differ by rounding. */
  private static final BigDecimal SAME_BASE = new BigDecimal("0.5");

  private static final int PLACES = 1;

  private TargetRule() {}

  public static Pace apply(Aim aim, Optional<Standing> newest) {
    if (newest.isEmpty()) {
      return Pace.only(TargetStatus.NO_FIGURE, Why.NOTHING);
    }
    if (aim.side().isEmpty()) {
      return Pace.only(TargetStatus.NOT_COMPARABLE, Why.SIDE);
    }
    Standing now = newest.get();
    boolean floor = aim.side().get() == Aim.Side.FLOOR;
    boolean met = met(aim, now.value(), floor);
    if (!settles(now.qualifier(), floor, met)) {
      return Pace.only(TargetStatus.NOT_COMPARABLE, Why.BOUND);
    }
    return switch (aim.measure()) {
      case LEVEL -> ofLevel(aim, now, floor, met);
      case YOY -> ofRate(aim, now, met);
      case SHARE, RANK, YOY_RANK -> ofValue(aim, now, floor, met);
      case MOM, YOY_REAL, YOY_POINTS, INCREMENT, RANK_CHANGE, YOY_RANK_CHANGE, PROGRESS ->
          Pace.only(TargetStatus.NOT_COMPARABLE, Why.MEASURE);
    };
  }

  private static boolean met(Aim aim, BigDecimal value, boolean floor) {
    int comparison = value.compareTo(aim.value());
    if (aim.qualifier() == Qualifier.OVER && !aim.isPlace()) {
      return comparison > 0;
    }
    return floor ? comparison >= 0 : comparison <= 0;
  }

  /** Whether an actual value that may be only a bound decides the question. */
  private static boolean settles(Qualifier actual, boolean floor, boolean met) {
    return switch (actual) {
      case EXACT, ABOUT -> true;
      case AT_LEAST, OVER -> floor == met;
      case UP_TO -> floor != met;
    };
  }

  private static Pace ofLevel(Aim aim, Standing now, boolean floor, boolean met) {
    if (aim.kind() == IndicatorKind.FLOW
        || (aim.kind() == IndicatorKind.COUNT && now.cumulative() && now.months() < 12)) {
      return aim.value().signum() > 0
          ? ofFlow(aim, now, floor, met)
          : Pace.only(TargetStatus.NOT_COMPARABLE, Why.ZERO);
    }
    if (aim.kind() == IndicatorKind.RATIO && now.cumulative() && now.months() < 12) {
      return Pace.only(TargetStatus.NOT_COMPARABLE, Why.PART_OF_YEAR);
    }
    return ofValue(aim, now, floor, met);
  }

  private static Pace ofFlow(Aim aim, Standing now, boolean floor, boolean met) {
    BigDecimal passed = new BigDecimal(now.months());
    // By products, so that no rounding decides: value/target against months/12.
    int pace = now.value().multiply(YEAR).compareTo(aim.value().multiply(passed));
    TargetStatus status =
        floor
            ? met ? TargetStatus.REACHED : pace(now.months() < 12 && pace >= 0)
            : met && now.months() == 12 ? TargetStatus.REACHED : pace(met && pace <= 0);
    BigDecimal missing = aim.value().subtract(now.value());
    BigDecimal average = per(now.value(), passed);
    Optional<BigDecimal> needed = Optional.empty();
    Optional<BigDecimal> before = Optional.empty();
    BigDecimal left = YEAR.subtract(passed);
    if (left.signum() > 0 && missing.signum() > 0) {
      needed = Optional.of(per(missing, left));
      before =
          now.yearBefore()
              .flatMap(all -> now.sameBefore().map(all::subtract))
              .filter(rest -> rest.signum() > 0)
              .map(rest -> per(rest, left));
    }
    Optional<BigDecimal> rest = before;
    return new Pace(
        status,
        Why.NOTHING,
        Optional.of(percent(now.value(), aim.value())),
        Optional.of(percent(passed, YEAR)),
        Optional.of(missing.negate()),
        needed,
        Optional.of(average),
        needed.filter(it -> average.signum() > 0).map(it -> it.divide(average, 2, HALF_UP)),
        before,
        now.yearBefore()
            .filter(all -> all.signum() > 0)
            .flatMap(all -> now.sameBefore().map(same -> percent(same, all))),
        needed.flatMap(it -> rest.map(old -> percent(it, old).subtract(HUNDRED))));
  }

  private static Pace ofRate(Aim aim, Standing now, boolean met) {
    boolean over = now.months() == 12;
    TargetStatus status = over ? met ? TargetStatus.REACHED : TargetStatus.BEHIND : pace(met);
    Why why = over ? Why.NOTHING : whyNoGrowth(now);
    Optional<BigDecimal> growth =
        over || why != Why.NOTHING ? Optional.empty() : Optional.of(neededGrowth(aim, now));
    return valued(status, why, aim, now, Optional.empty(), growth);
  }

  private static Why whyNoGrowth(Standing now) {
    if (now.sameBefore().isEmpty() || now.yearBefore().isEmpty() || !now.cumulative()) {
      return Why.LEVELS;
    }
    BigDecimal same = now.sameBefore().get();
    if (same.signum() <= 0 || now.yearBefore().get().compareTo(same) <= 0) {
      return Why.LEVELS;
    }
    return now.levelNow()
            .map(level -> level.multiply(HUNDRED).divide(same, 4, HALF_UP).subtract(HUNDRED))
            .filter(made -> made.subtract(now.value()).abs().compareTo(SAME_BASE) > 0)
            .isPresent()
        ? Why.BASE
        : Why.NOTHING;
  }

  /**
   * Last year's levels are the weights of the months that have passed and of those that have not.
   */
  private static BigDecimal neededGrowth(Aim aim, Standing now) {
    BigDecimal all = now.yearBefore().orElseThrow();
    BigDecimal same = now.sameBefore().orElseThrow();
    return all.multiply(aim.value())
        .subtract(same.multiply(now.value()))
        .divide(all.subtract(same), PLACES, HALF_UP);
  }

  private static Pace ofValue(Aim aim, Standing now, boolean floor, boolean met) {
    boolean over = now.months() == 12;
    // Below a ceiling the year is not won before it is over; a floor that stands is reached.
    if (met) {
      TargetStatus status = floor || over ? TargetStatus.REACHED : TargetStatus.ON_PACE;
      return valued(status, Why.NOTHING, aim, now, share(aim, now), Optional.empty());
    }
    if (over || aim.isPlace()) {
      return valued(TargetStatus.BEHIND, Why.NOTHING, aim, now, share(aim, now), Optional.empty());
    }
    Optional<BigDecimal> start =
        aim.measure() == Measure.LEVEL ? now.yearBefore() : Optional.empty();
    if (start.isEmpty() || met(aim, start.get(), floor)) {
      return valued(
          TargetStatus.NOT_COMPARABLE, Why.START, aim, now, share(aim, now), Optional.empty());
    }
    BigDecimal way = aim.value().subtract(start.get()).abs();
    BigDecimal gone = now.value().subtract(start.get());
    BigDecimal done = floor ? gone : gone.negate();
    boolean onPace = done.multiply(YEAR).compareTo(way.multiply(new BigDecimal(now.months()))) >= 0;
    return valued(pace(onPace), Why.NOTHING, aim, now, share(aim, now), Optional.empty());
  }

  private static Optional<BigDecimal> share(Aim aim, Standing now) {
    return aim.measure() == Measure.LEVEL && aim.value().signum() > 0
        ? Optional.of(percent(now.value(), aim.value()))
        : Optional.empty();
  }

  private static Pace valued(
      TargetStatus status,
      Why why,
      Aim aim,
      Standing now,
      Optional<BigDecimal> share,
      Optional<BigDecimal> growth) {
    Optional<BigDecimal> none = Optional.empty();
    Optional<BigDecimal> gap = Optional.of(now.value().subtract(aim.value()));
    return new Pace(status, why, share, none, gap, none, none, none, none, none, growth);
  }

  private static TargetStatus pace(boolean kept) {
    return kept ? TargetStatus.ON_PACE : TargetStatus.BEHIND;
  }

  private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return part.multiply(HUNDRED).divide(whole, PLACES, HALF_UP);
  }

  /** One digit more than the whole has, so that an average does not look exact. */
  private static BigDecimal per(BigDecimal whole, BigDecimal months) {
    return whole.divide(months, Math.max(whole.stripTrailingZeros().scale(), 0) + 1, HALF_UP);
  }
}
