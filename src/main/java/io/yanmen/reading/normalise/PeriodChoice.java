package io.yanmen.reading.normalise;

import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.PeriodPart;
import io.yanmen.model.Accumulation;
import io.yanmen.model.Frequency;
import io.yanmen.model.Indicator;
import io.yanmen.model.IndicatorKind;
import io.yanmen.model.Period;
import io.yanmen.model.Scenario;
import io.yanmen.model.outcome.RejectionCode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Decides period and accumulation by the custom of China's statistics: 1-N月 is cumulative, a stock
 * stands at the period's end, a target is for the year.
 */
final class PeriodChoice {
  /**
   * @param rule of the period
   * @param spanRule of the accumulation
   */
  record ChosenPeriod(
      Period period, Accumulation accumulation, DecisionRule rule, DecisionRule spanRule) {}

  private record Span(Accumulation accumulation, DecisionRule rule) {}

  /** 年度目标 and 全年计划 are of the year, whatever months stand beside them. */
  private static final char YEAR = '年';

  private final Interner<ChosenPeriod> shared = new Interner<>();
  private final Optional<LocalDate> arrival;

  /**
   * @param arrival the day on which the file came: what happens after it can only be planned or
   *     expected; empty where nobody knows
   */
  PeriodChoice(Optional<LocalDate> arrival) {
    this.arrival = arrival;
  }

  /** The same object for the same choice. */
  ChosenPeriod choose(Evidence evidence, Indicator indicator, Scenario scenario)
      throws RefusedException {
    ChosenPeriod chosen = chosen(evidence, indicator, scenario);
    LocalDate start = chosen.period().start();
    if (scenario == Scenario.ACTUAL && arrival.filter(start::isAfter).isPresent()) {
      throw new RefusedException(RejectionCode.FUTURE_ACTUAL, chosen.period().label());
    }
    return shared.of(chosen);
  }

  private static ChosenPeriod chosen(Evidence evidence, Indicator indicator, Scenario scenario)
      throws RefusedException {
    EvidenceItem<PeriodPart> found =
        evidence.period().orElseThrow(() -> new RefusedException(RejectionCode.NO_PERIOD, ""));
    if (found.rival().isPresent()) {
      throw new RefusedException(
          RejectionCode.AMBIGUOUS_PERIOD,
          found.text(),
          found.described(),
          found.rival().get().described());
    }
    PeriodPart part = found.value();
    if (part.lacksYear()) {
      throw new RefusedException(RejectionCode.NO_PERIOD, found.text());
    }
    if (part.cutDecimal()) {
      throw new RefusedException(
          RejectionCode.AMBIGUOUS_PERIOD, found.text(), part.year() + "-01", part.year() + "-10");
    }
    DecisionRule rule = DecisionRule.SAID;
    if (scenario == Scenario.TARGET && !sameWords(evidence, found)) {
      ofTheYear(evidence, found);
      part = PeriodPart.year(part.year());
      rule = DecisionRule.TARGET_OF_THE_YEAR;
    }
    if (evidence.yearShift() != 0) {
      part = part.ofYear(part.year() + evidence.yearShift());
      rule = DecisionRule.YEAR_BEFORE;
    }
    Frequency frequency = frequency(evidence, part);
    Period period = period(part, frequency, found);
    if (frequency == Frequency.A) {
      wholeYear(evidence, indicator, scenario, found);
      return new ChosenPeriod(period, Accumulation.PERIOD, rule, DecisionRule.WHOLE_YEAR);
    }
    Span span = span(evidence, part, indicator, found);
    return new ChosenPeriod(period, span.accumulation(), rule, span.rule());
  }

  /** 累计 in a table of 2025年 may be the year so far: up to which month, it does not say. */
  private static void wholeYear(
      Evidence evidence, Indicator indicator, Scenario scenario, EvidenceItem<PeriodPart> found)
      throws RefusedException {
    boolean soFar =
        evidence.accumulation().filter(a -> a.value() == Accumulation.YTD).isPresent()
            && scenario == Scenario.ACTUAL
            && indicator.kind() != IndicatorKind.STOCK;
    if (soFar) {
      throw new RefusedException(
          RejectionCode.AMBIGUOUS_PERIOD,
          found.text(),
          "%d-12".formatted(found.value().year()),
          evidence.accumulation().get().text());
    }
  }

  /**
   * 目标 at the head of a column below 2025年1-4月 is one of the year. Where a title speaks of targets
   * and something else of months, or both stand at the column, it may be one of the months.
   */
  private static void ofTheYear(Evidence evidence, EvidenceItem<PeriodPart> period)
      throws RefusedException {
    Optional<EvidenceItem<Scenario>> target = evidence.scenario();
    boolean afar = target.filter(EvidenceItem::afar).isPresent();
    boolean saysYear = target.filter(it -> !afar && it.text().indexOf(YEAR) >= 0).isPresent();
    boolean months = period.value().frequency() != Frequency.A;
    if (months && !saysYear && (afar || !period.value().afar())) {
      throw new RefusedException(
          RejectionCode.AMBIGUOUS_PERIOD,
          period.text(),
          period.described(),
          Integer.toString(period.value().year()));
    }
  }

  /** 1-4月目标 is a target of four months; 目标 below 2025年1-4月 is one of the year. */
  private static boolean sameWords(Evidence evidence, EvidenceItem<PeriodPart> period) {
    return evidence.scenario().filter(s -> s.where().equals(period.where())).isPresent()
        && period.value().frequency() != Frequency.A
        && evidence.scenario().get().text().equals(period.text());
  }

  private static Frequency frequency(Evidence evidence, PeriodPart part) throws RefusedException {
    if (evidence.frequency().isEmpty()) {
      return part.frequency();
    }
    EvidenceItem<Frequency> stated = evidence.frequency().get();
    Normaliser.agreed("frequency", stated);
    boolean coarser = stated.value().months() >= part.frequency().months();
    if (!coarser) {
      throw new RefusedException(
          RejectionCode.AMBIGUOUS_PERIOD,
          stated.text(),
          part.frequency().name(),
          stated.value().name());
    }
    return stated.value();
  }

  private static Period period(PeriodPart part, Frequency frequency, EvidenceItem<PeriodPart> found)
      throws RefusedException {
    return switch (frequency) {
      case A -> year(part, found);
      case Q -> quarter(part, found);
      case M -> Period.month(part.year(), part.index());
    };
  }

  private static Period year(PeriodPart part, EvidenceItem<PeriodPart> found)
      throws RefusedException {
    boolean wholeYear =
        switch (part.frequency()) {
          case A -> true;
          case Q -> part.index() == 4;
          case M -> part.index() == 12;
        };
    if (!wholeYear) {
      throw new RefusedException(RejectionCode.UNKNOWN_PERIOD, found.text());
    }
    return Period.year(part.year());
  }

  private static Period quarter(PeriodPart part, EvidenceItem<PeriodPart> found)
      throws RefusedException {
    if (part.frequency() == Frequency.Q) {
      return Period.quarter(part.year(), part.index());
    }
    if (part.frequency() == Frequency.M && part.index() % 3 == 0) {
      return Period.quarter(part.year(), part.index() / 3);
    }
    throw new RefusedException(RejectionCode.UNKNOWN_PERIOD, found.text());
  }

  private static Span span(
      Evidence evidence, PeriodPart part, Indicator indicator, EvidenceItem<PeriodPart> found)
      throws RefusedException {
    if (indicator.kind() == IndicatorKind.STOCK) {
      return new Span(Accumulation.PERIOD, DecisionRule.STOCK_AT_THE_END);
    }
    Optional<EvidenceItem<Accumulation>> said = evidence.accumulation();
    if (said.isPresent()) {
      Normaliser.agreed("accumulation", said.get());
      Accumulation word = said.get().value();
      boolean contradicted =
          part.accumulation().filter(a -> a != word).isPresent() && !part.weak() && !part.afar();
      if (contradicted) {
        throw new RefusedException(
            RejectionCode.AMBIGUOUS_ACCUMULATION, indicator.nameZh(), found.text());
      }
      return new Span(word, DecisionRule.SAID);
    }
    if (part.accumulation().isPresent()) {
      return new Span(part.accumulation().get(), DecisionRule.PERIOD_TELLS_SPAN);
    }
    boolean monthOfColumnOrRow = part.frequency() == Frequency.M && !part.afar();
    if (monthOfColumnOrRow) {
      return new Span(Accumulation.PERIOD, DecisionRule.MONTH_FOR_ITSELF);
    }
    if (indicator.kind() == IndicatorKind.INDEX) {
      return new Span(Accumulation.PERIOD, DecisionRule.INDEX_OF_ITS_PERIOD);
    }
    throw new RefusedException(
        RejectionCode.AMBIGUOUS_ACCUMULATION, indicator.nameZh(), found.text());
  }
}
