package io.yanmen.evidence;

import io.yanmen.catalog.Unit;
import io.yanmen.model.Accumulation;
import io.yanmen.model.Frequency;
import io.yanmen.model.Indicator;
import io.yanmen.model.Measure;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Qualifier;
import io.yanmen.model.Scenario;
import java.util.List;
import java.util.Optional;

/**
 * All that one place of a table tells about the figures it stands for.
 *
 * @param breakdown the part of the indicator, the whole where none is named; one at a time, near or
 *     far
 * @param rankIn within what a place is counted (全市, 全省)
 * @param units every unit named, the nearest place first; which one counts depends on indicator and
 *     measure
 * @param change 位次变动 without saying of which rank
 * @param rank 位次 without saying by level or by growth
 * @param yearShift -1 for 上年同期
 * @param unknown words that were not understood, and may change what the figure means; the nearest
 *     first
 */
@SuppressWarnings("ReferenceEquality") // NONE is one object, and asking for it is on the hot path.
public record Evidence(
    Optional<EvidenceItem<AreaMention>> area,
    Optional<EvidenceItem<List<Indicator>>> indicator,
    Optional<EvidenceItem<PartName>> breakdown,
    Optional<EvidenceItem<Measure>> measure,
    Optional<EvidenceItem<AreaMention>> rankIn,
    Optional<EvidenceItem<Scenario>> scenario,
    Optional<EvidenceItem<Accumulation>> accumulation,
    Optional<EvidenceItem<PeriodPart>> period,
    Optional<EvidenceItem<Frequency>> frequency,
    List<List<EvidenceItem<Unit>>> units,
    Optional<EvidenceItem<Qualifier>> qualifier,
    Optional<EvidenceItem<ObservationStatus>> status,
    boolean change,
    boolean rank,
    int yearShift,
    List<EvidenceItem<UnknownWords>> unknown) {

  public static final Evidence NONE = new EvidenceParts().build();

  /** A place in a ranking, of what it is not said. */
  public static final Evidence RANKING = NONE.but().rank(true).build();

  /** All of this, to say some of it otherwise. */
  public EvidenceParts but() {
    return new EvidenceParts(this);
  }

  /** Nearer evidence over farther: what is said here counts, the rest is filled from there. */
  public Evidence over(Evidence farther) {
    if (farther == NONE) {
      return this;
    }
    if (this == NONE) {
      return farther;
    }
    boolean doubted = wholeBelowPart(farther);
    return new EvidenceParts()
        .area(area.or(farther::area))
        .indicator(indicator.or(farther::indicator))
        .breakdown(doubted ? breakdown : both(breakdown, farther.breakdown))
        .measure(measure.or(farther::measure))
        .rankIn(rankIn.or(farther::rankIn))
        .scenario(scenario.or(farther::scenario))
        .accumulation(nearerAccumulation(farther))
        .period(PeriodMerge.over(period, farther.period))
        .frequency(frequency.or(farther::frequency))
        .units(UnitLevels.over(units, farther.units))
        .qualifier(qualifier.or(farther::qualifier))
        .status(status.or(farther::status))
        .change(change || (measure.isEmpty() && farther.change))
        .rank(rank || (measure.isEmpty() && farther.rank))
        .yearShift(yearShift != 0 ? yearShift : farther.yearShift)
        .unknown(
            UnknownWords.together(doubted ? withContradiction(farther) : unknown, farther.unknown))
        .build();
  }

  /**
   * 固定资产投资 below 房地产业固定资产投资 names the whole again: it may be short for the part, or be the whole.
   */
  private boolean wholeBelowPart(Evidence farther) {
    return indicator.isPresent()
        && breakdown.isEmpty()
        && farther.indicator.isPresent()
        && farther.breakdown.isPresent();
  }

  private List<EvidenceItem<UnknownWords>> withContradiction(Evidence farther) {
    return UnknownWords.together(
        unknown,
        List.of(
            UnknownWords.contradiction(
                "indicator", indicator.orElseThrow(), farther.breakdown.orElseThrow())));
  }

  /** A period that says 1-4月 itself is not made a single month by a 当月 that stands farther away. */
  private Optional<EvidenceItem<Accumulation>> nearerAccumulation(Evidence farther) {
    boolean saidByPeriod =
        period.isPresent()
            && period.get().value().accumulation().isPresent()
            && !period.get().value().weak();
    return saidByPeriod ? accumulation : accumulation.or(farther::accumulation);
  }

  /** Evidence of the same distance from elsewhere; where both speak and differ, that is kept. */
  public Evidence beside(Evidence other) {
    if (other == NONE) {
      return this;
    }
    if (this == NONE) {
      return other;
    }
    return new EvidenceParts()
        .area(AreaMerge.beside(area, other.area))
        .indicator(both(indicator, other.indicator))
        .breakdown(both(breakdown, other.breakdown))
        .measure(MeasureMerge.beside(measure, other.measure))
        .rankIn(both(rankIn, other.rankIn))
        .scenario(both(scenario, other.scenario))
        .accumulation(both(accumulation, other.accumulation))
        .period(PeriodMerge.beside(period, other.period))
        .frequency(both(frequency, other.frequency))
        .units(UnitLevels.beside(units, other.units))
        .qualifier(both(qualifier, other.qualifier))
        .status(both(status, other.status))
        .change(change || other.change)
        .rank(rank || other.rank)
        .yearShift(yearShift != 0 ? yearShift : other.yearShift)
        .unknown(UnknownWords.together(unknown, other.unknown))
        .build();
  }

  private static <T> Optional<EvidenceItem<T>> both(
      Optional<EvidenceItem<T>> one, Optional<EvidenceItem<T>> other) {
    if (one.isEmpty()) {
      return other;
    }
    return other.isEmpty() ? one : Optional.of(one.get().beside(other.get()));
  }

  public Evidence withMeasure(EvidenceItem<Measure> found) {
    return but().measure(Optional.of(found)).change(false).rank(false).build();
  }

  /** The same evidence, but for what kind of figure it is. */
  public Evidence withoutMeasure() {
    return but().measure(Optional.empty()).change(false).rank(false).build();
  }

  public Evidence withIndicator(Optional<EvidenceItem<List<Indicator>>> found) {
    return but().indicator(found).build();
  }

  public Evidence withBreakdown(Optional<EvidenceItem<PartName>> found) {
    return but().breakdown(found).build();
  }

  public Evidence withArea(Optional<EvidenceItem<AreaMention>> found) {
    return but().area(found).build();
  }

  public Evidence withScenario(Optional<EvidenceItem<Scenario>> found) {
    return but().scenario(found).build();
  }

  public Evidence withAccumulation(Optional<EvidenceItem<Accumulation>> found) {
    return but().accumulation(found).build();
  }

  public Evidence withPeriod(Optional<EvidenceItem<PeriodPart>> found) {
    return but().period(found).build();
  }

  public Evidence withUnits(List<List<EvidenceItem<Unit>>> found) {
    return but().units(found).build();
  }

  /** The same evidence with these words not understood, and no others. */
  public Evidence withUnknown(EvidenceItem<UnknownWords> found) {
    return withUnknown(List.of(found));
  }

  public Evidence withUnknown(List<EvidenceItem<UnknownWords>> found) {
    return but().unknown(found).build();
  }

  /** The same evidence; period, scenario and units marked as standing far from the figures. */
  public Evidence fromAfar() {
    return but()
        .period(
            period.map(
                p -> new EvidenceItem<>(p.value().fromAfar(), p.text(), p.where(), p.rival())))
        .scenario(scenario.map(EvidenceItem::fromAfar))
        .units(units.stream().map(it -> it.stream().map(EvidenceItem::fromAfar).toList()).toList())
        .build();
  }

  /** Only what a file name may tell: the period and the area. */
  public Evidence onlyAreaAndPeriod() {
    return new EvidenceParts().area(area).period(period).build();
  }

  /** Only when and over what span. */
  public Evidence onlyPeriodAndAccumulation() {
    return new EvidenceParts()
        .accumulation(accumulation)
        .period(period)
        .frequency(frequency)
        .build();
  }

  /** Only in what it is measured. */
  public Evidence onlyUnits() {
    return new EvidenceParts().units(units).build();
  }

  /** Only of which area it is said. */
  public Evidence onlyArea() {
    return area.isEmpty() ? NONE : new EvidenceParts().area(area).build();
  }

  /** The same evidence, but for its area. */
  public Evidence withoutArea() {
    if (area.isEmpty()) {
      return this;
    }
    Evidence others = withArea(Optional.empty());
    return others.saysNothing() && unknown.isEmpty() ? NONE : others;
  }

  /** Whether nothing but an area is said. */
  public boolean saysOnlyArea() {
    return area.isPresent() && unknown.isEmpty() && withArea(Optional.empty()).saysNothing();
  }

  /** Whether an indicator is named, or a part of one. */
  public boolean namesIndicator() {
    return indicator.isPresent() || breakdown.isPresent();
  }

  /** Only which indicator it is, and which part of it. */
  public Evidence onlyIndicator() {
    return new EvidenceParts().indicator(indicator).breakdown(breakdown).build();
  }

  /** Whether nothing was understood. */
  public boolean saysNothing() {
    return area.isEmpty()
        && indicator.isEmpty()
        && breakdown.isEmpty()
        && measure.isEmpty()
        && rankIn.isEmpty()
        && scenario.isEmpty()
        && accumulation.isEmpty()
        && period.isEmpty()
        && frequency.isEmpty()
        && units.isEmpty()
        && qualifier.isEmpty()
        && status.isEmpty()
        && !change
        && !rank
        && yearShift == 0;
  }
}
