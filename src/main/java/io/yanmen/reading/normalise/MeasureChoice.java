package io.yanmen.reading.normalise;

import io.yanmen.catalog.Unit;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.model.Indicator;
import io.yanmen.model.Measure;
import io.yanmen.model.outcome.RejectionCode;
import java.util.List;
import java.util.regex.Pattern;

/** Decides what about an indicator a figure tells. */
final class MeasureChoice {
  private static final Pattern AT_COMPARABLE_PRICES = Pattern.compile("增加值|生产总值|总产值");
  private static final Pattern AT_CURRENT_PRICES = Pattern.compile("名义|[现当][行年]?价");

  private MeasureChoice() {}

  record ChosenMeasure(Measure measure, DecisionRule rule) {}

  static ChosenMeasure choose(Evidence evidence, ParsedValue figure, Indicator indicator)
      throws RefusedException {
    if (evidence.measure().isPresent()) {
      EvidenceItem<Measure> found = evidence.measure().get();
      if (isGrowthOrIncrement(found)) {
        return new ChosenMeasure(told(found, evidence, figure), DecisionRule.SAID);
      }
      if (found.rival().isPresent()) {
        throw new RefusedException(
            RejectionCode.AMBIGUOUS_MEASURE, found.described(), found.rival().get().described());
      }
      Measure measure = ranked(atPrices(found, indicator), evidence);
      return new ChosenMeasure(
          measure, measure == found.value() ? DecisionRule.SAID : DecisionRule.RANK_OF_MEASURE);
    }
    if (evidence.rank() || evidence.change()) {
      throw new RefusedException(
          RejectionCode.AMBIGUOUS_MEASURE,
          evidence.change() ? Measure.RANK_CHANGE.code() : Measure.RANK.code(),
          evidence.change() ? Measure.YOY_RANK_CHANGE.code() : Measure.YOY_RANK.code());
    }
    boolean growth =
        figure.growth() && figure.unit().filter(u -> u.dimension().equals("percent")).isPresent();
    return growth && !indicator.unit().equals("%")
        ? new ChosenMeasure(Measure.YOY, DecisionRule.IN_CELL)
        : new ChosenMeasure(Measure.LEVEL, DecisionRule.LEVEL_UNLESS_SAID);
  }

  /** 增减 and ±, which do not say of what. */
  private static boolean isGrowthOrIncrement(EvidenceItem<Measure> found) {
    return found.value() == Measure.YOY
        && found
            .rival()
            .filter(
                r ->
                    r.value() == Measure.INCREMENT
                        && r.text().equals(found.text())
                        && r.where().equals(found.where()))
            .isPresent();
  }

  /**
   * Growth or increment by the unit of the cell or of the very head; units farther off tell not.
   */
  private static Measure told(EvidenceItem<Measure> found, Evidence evidence, ParsedValue figure)
      throws RefusedException {
    if (figure.unit().isPresent()) {
      return byUnit(figure.unit().get());
    }
    List<EvidenceItem<Unit>> near =
        evidence.units().isEmpty() ? List.of() : evidence.units().get(0);
    List<Unit> own =
        near.stream()
            .filter(u -> u.where().equals(found.where()))
            .map(EvidenceItem::value)
            .toList();
    if (own.size() == 1) {
      return byUnit(own.get(0));
    }
    boolean onlyRates =
        !near.isEmpty() && near.stream().allMatch(u -> u.value().dimension().equals("percent"));
    if (onlyRates) {
      return Measure.YOY;
    }
    throw new RefusedException(
        RejectionCode.AMBIGUOUS_MEASURE,
        found.described(),
        Measure.YOY.code() + " / " + Measure.INCREMENT.code());
  }

  private static Measure byUnit(Unit unit) {
    return switch (unit.dimension()) {
      case "percent" -> Measure.YOY;
      case "point" -> Measure.YOY_POINTS;
      default -> Measure.INCREMENT;
    };
  }

  /**
   * Value added grows at comparable prices in any case: 实际增长 of it is what others call 增长, and its
   * growth at current prices is no measure that is held.
   */
  private static Measure atPrices(EvidenceItem<Measure> found, Indicator indicator)
      throws RefusedException {
    boolean comparable = AT_COMPARABLE_PRICES.matcher(indicator.nameZh()).find();
    if (comparable
        && found.value() == Measure.YOY
        && AT_CURRENT_PRICES.matcher(found.text()).find()) {
      throw new RefusedException(RejectionCode.UNSUPPORTED_MEASURE, found.text(), found.where());
    }
    return comparable && found.value() == Measure.YOY_REAL ? Measure.YOY : found.value();
  }

  /** A bare 位次 in one place and 增速 in another: the rank by growth. */
  private static Measure ranked(Measure measure, Evidence evidence) throws RefusedException {
    if (!evidence.rank() && !evidence.change()) {
      return measure;
    }
    return switch (measure) {
      case YOY, YOY_RANK -> evidence.change() ? Measure.YOY_RANK_CHANGE : Measure.YOY_RANK;
      case LEVEL, RANK -> evidence.change() ? Measure.RANK_CHANGE : Measure.RANK;
      case RANK_CHANGE, YOY_RANK_CHANGE -> measure;
      default ->
          throw new RefusedException(
              RejectionCode.AMBIGUOUS_MEASURE, measure.code(), Measure.RANK.code());
    };
  }
}
