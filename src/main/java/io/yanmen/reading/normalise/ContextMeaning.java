package io.yanmen.reading.normalise;

import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.model.Accumulation;
import io.yanmen.model.Indicator;
import io.yanmen.model.Measure;
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
final class ContextMeaning {
  /** All about a figure that is neither its area nor its number. */
  record UnderstoodContext(
      UnitChoice.ChosenUnit unit,
      Scenario scenario,
      PeriodChoice.ChosenPeriod period,
      Decisions rules) {}

  private final Evidence context;
  private final Indicator indicator;
  private final String breakdown;
  private final UnitChoice units;
  private final PeriodChoice periods;
  private final Qualifier qualifier;
  private final ObservationStatus status;

  // Tables repeat the order of what they say: what came after this one will mostly come again.
  private @Nullable ContextMeaning follower;

  // Figures of a column are written alike: the meaning of the last one is that of most.
  private @Nullable ParsedValue last;
  private @Nullable UnderstoodContext meaning;
  private @Nullable RefusedException refusal;

  ContextMeaning(
      Evidence context,
      IndicatorChoice.ChosenIndicator chosen,
      UnitChoice units,
      PeriodChoice periods) {
    this.context = context;
    this.indicator = chosen.indicator();
    this.breakdown = chosen.breakdown();
    this.units = units;
    this.periods = periods;
    this.qualifier = context.qualifier().map(EvidenceItem::value).orElse(Qualifier.EXACT);
    this.status = context.status().map(EvidenceItem::value).orElse(ObservationStatus.A);
  }

  Evidence context() {
    return context;
  }

  /** The verdict that was asked for after this one. */
  @Nullable ContextMeaning follower() {
    return follower;
  }

  void follow(ContextMeaning next) {
    follower = next;
  }

  Indicator indicator() {
    return indicator;
  }

  /** The part of the indicator, as it stands in a series. */
  String breakdown() {
    return breakdown;
  }

  ObservationStatus status() {
    return status;
  }

  Qualifier qualifier(ParsedValue figure) {
    return figure.qualifier() != Qualifier.EXACT ? figure.qualifier() : qualifier;
  }

  /** What the figure means, which depends on the words in its cell, not on its number. */
  UnderstoodContext meaning(ParsedValue figure) throws RefusedException {
    if (last == null || !figure.hasWordsOf(last)) {
      decide(figure);
    }
    if (refusal != null) {
      throw refusal;
    }
    return Objects.requireNonNull(meaning);
  }

  private void decide(ParsedValue figure) {
    last = figure.words();
    try {
      meaning = decided(figure);
      refusal = null;
    } catch (RefusedException refused) {
      refusal = refused;
    }
  }

  private UnderstoodContext decided(ParsedValue figure) throws RefusedException {
    MeasureChoice.ChosenMeasure measure = MeasureChoice.choose(context, figure, indicator);
    Scenario scenario = scenario();
    PeriodChoice.ChosenPeriod period = periods.choose(context, indicator, scenario);
    if (measure.measure() == Measure.MOM && period.accumulation() == Accumulation.YTD) {
      throw new RefusedException(
          RejectionCode.UNSUPPORTED_MEASURE,
          context.measure().map(EvidenceItem::text).orElse(Measure.MOM.code()));
    }
    UnitChoice.ChosenUnit unit = units.choose(context, figure, indicator, measure.measure());
    return new UnderstoodContext(unit, scenario, period, rules(measure, period, unit));
  }

  private Scenario scenario() throws RefusedException {
    if (context.scenario().isEmpty()) {
      return Scenario.ACTUAL;
    }
    EvidenceItem<Scenario> found = context.scenario().get();
    if (found.rival().isPresent()) {
      throw new RefusedException(
          RejectionCode.AMBIGUOUS_SCENARIO, found.described(), found.rival().get().described());
    }
    return found.value();
  }

  private Decisions rules(
      MeasureChoice.ChosenMeasure measure,
      PeriodChoice.ChosenPeriod period,
      UnitChoice.ChosenUnit unit) {
    return new Decisions(
        unit.measure() == measure.measure() ? measure.rule() : DecisionRule.UNIT_TELLS_MEASURE,
        context.scenario().isPresent() ? DecisionRule.SAID : DecisionRule.ACTUAL_UNLESS_SAID,
        period.rule(),
        period.spanRule(),
        unit.rule(),
        unit.found());
  }
}
