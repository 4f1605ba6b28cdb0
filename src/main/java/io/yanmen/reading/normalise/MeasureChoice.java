package io.yanmen.reading.normalise;

import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.model.Indicator;
import io.yanmen.model.Measure;
import io.yanmen.model.outcome.RejectionCode;

/** Decides what about an indicator a figure tells. */
final class MeasureChoice {
  private MeasureChoice() {}

  record ChosenMeasure(Measure measure, DecisionRule rule) {}

  static ChosenMeasure choose(Evidence evidence, ParsedValue figure, Indicator indicator)
      throws RefusedException {
    if (evidence.measure().isPresent()) {
      EvidenceItem<Measure> found = evidence.measure().get();
      if (found.rival().isPresent()) {
        throw new RefusedException(
            RejectionCode.AMBIGUOUS_MEASURE, found.described(), found.rival().get().described());
      }
      Measure measure = ranked(found.value(), evidence);
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
