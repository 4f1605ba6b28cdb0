package io.yanmen.reading.normalise;

import io.yanmen.evidence.Facets;
import io.yanmen.evidence.Found;
import io.yanmen.model.Indicator;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Qualifier;
import io.yanmen.model.Scenario;
import io.yanmen.model.outcome.RejectionCode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the words around figures decide, once for all figures that stand among the same words; or
 * why they decide nothing.
 */
final class Verdict {
  /** All about a figure that is neither its area nor its number. */
  record Meaning(
      UnitChoice.Chosen unit, Scenario scenario, PeriodChoice.Chosen period, Rules rules) {}

  private final Facets context;
  private final Indicator indicator;
  private final UnitChoice units;
  private final PeriodChoice periods;
  private final Qualifier qualifier;
  private final ObservationStatus status;

  // Tables repeat the order of what they say: what came after this one will mostly come again.
  private @Nullable Verdict follower;

  // Figures of a column are written alike: the meaning of the last one is that of most.
  private @Nullable Figure last;
  private @Nullable Meaning meaning;
  private @Nullable RefusedException refusal;

  Verdict(Facets context, Indicator indicator, UnitChoice units, PeriodChoice periods) {
    this.context = context;
    this.indicator = indicator;
    this.units = units;
    this.periods = periods;
    this.qualifier = context.qualifier().map(Found::value).orElse(Qualifier.EXACT);
    this.status = context.status().map(Found::value).orElse(ObservationStatus.A);
  }

  Facets context() {
    return context;
  }

  /** The verdict that was asked for after this one. */
  @Nullable Verdict follower() {
    return follower;
  }

  void follow(Verdict next) {
    follower = next;
  }

  Indicator indicator() {
    return indicator;
  }

  ObservationStatus status() {
    return status;
  }

  Qualifier qualifier(Figure figure) {
    return figure.qualifier() != Qualifier.EXACT ? figure.qualifier() : qualifier;
  }

  /** What the figure means, which depends on the words in its cell, not on its number. */
  Meaning meaning(Figure figure) throws RefusedException {
    if (last == null || !figure.hasWordsOf(last)) {
      decide(figure);
    }
    if (refusal != null) {
      throw refusal;
    }
    return Objects.requireNonNull(meaning);
  }

  private void decide(Figure figure) {
    last = figure.words();
    try {
      meaning = decided(figure);
      refusal = null;
    } catch (RefusedException refused) {
      refusal = refused;
    }
  }

  private Meaning decided(Figure figure) throws RefusedException {
    MeasureChoice.Chosen measure = MeasureChoice.choose(context, figure, indicator);
    Scenario scenario = scenario();
    PeriodChoice.Chosen period = periods.choose(context, indicator, scenario);
    UnitChoice.Chosen unit = units.choose(context, figure, indicator, measure.measure());
    return new Meaning(unit, scenario, period, rules(measure, period, unit));
  }

  private Scenario scenario() throws RefusedException {
    if (context.scenario().isEmpty()) {
      return Scenario.ACTUAL;
    }
    Found<Scenario> found = context.scenario().get();
    if (found.rival().isPresent()) {
      throw new RefusedException(
          RejectionCode.AMBIGUOUS_SCENARIO, found.described(), found.rival().get().described());
    }
    return found.value();
  }

  private Rules rules(
      MeasureChoice.Chosen measure, PeriodChoice.Chosen period, UnitChoice.Chosen unit) {
    return new Rules(
        unit.measure() == measure.measure() ? measure.rule() : Rule.UNIT_TELLS_MEASURE,
        context.scenario().isPresent() ? Rule.SAID : Rule.ACTUAL_UNLESS_SAID,
        period.rule(),
        period.spanRule(),
        unit.rule(),
        unit.found());
  }
}
