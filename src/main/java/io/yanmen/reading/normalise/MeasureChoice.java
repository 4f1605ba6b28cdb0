package io.yanmen.reading.normalise;

import io.yanmen.evidence.Facets;
import io.yanmen.evidence.Found;
import io.yanmen.model.Indicator;
import io.yanmen.model.Measure;
import io.yanmen.model.outcome.RejectionCode;

/** Decides what about an indicator a figure tells. */
final class MeasureChoice {
  private MeasureChoice() {}

  record Chosen(Measure measure, Rule rule) {}

  static Chosen choose(Facets evidence, Figure figure, Indicator indicator)
      throws RefusedException {
    if (evidence.measure().isPresent()) {
      Found<Measure> found = evidence.measure().get();
      if (found.rival().isPresent()) {
        throw new RefusedException(
            RejectionCode.AMBIGUOUS_MEASURE, found.described(), found.rival().get().described());
      }
      Measure measure = ranked(found.value(), evidence);
      return new Chosen(measure, measure == found.value() ? Rule.SAID : Rule.RANK_OF_MEASURE);
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
        ? new Chosen(Measure.YOY, Rule.IN_CELL)
        : new Chosen(Measure.LEVEL, Rule.LEVEL_UNLESS_SAID);
  }

  /** A bare 位次 in one place and 增速 in another: the rank by growth. */
  private static Measure ranked(Measure measure, Facets evidence) throws RefusedException {
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
