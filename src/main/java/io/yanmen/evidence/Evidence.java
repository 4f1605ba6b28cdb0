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
 * @param units every unit named, the nearest place first; which one counts depends on indicator and
 *     measure
 * @param change 位次变动 without saying of which rank
 * @param rank 位次 without saying by level or by growth
 * @param yearShift -1 for 上年同期
 * @param unknown words that were not understood, and may change what the figure means
 */
@SuppressWarnings("ReferenceEquality") // NONE is one object, and asking for it is on the hot path.
public record Evidence(
    Optional<EvidenceItem<AreaMention>> area,
    Optional<EvidenceItem<List<Indicator>>> indicator,
    Optional<EvidenceItem<Measure>> measure,
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
    Optional<EvidenceItem<UnknownWords>> unknown) {

  public static final Evidence NONE =
      new Evidence(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          false,
          false,
          0,
          Optional.empty());

  /** A place in a ranking, of what it is not said. */
  public static final Evidence RANKING =
      new Evidence(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          false,
          true,
          0,
          Optional.empty());

  /** Nearer evidence over farther: what is said here counts, the rest is filled from there. */
  public Evidence over(Evidence farther) {
    if (farther == NONE) {
      return this;
    }
    if (this == NONE) {
      return farther;
    }
    return new Evidence(
        area.or(farther::area),
        indicator.or(farther::indicator),
        measure.or(farther::measure),
        scenario.or(farther::scenario),
        nearerAccumulation(farther),
        PeriodMerge.over(period, farther.period),
        frequency.or(farther::frequency),
        UnitLevels.over(units, farther.units),
        qualifier.or(farther::qualifier),
        status.or(farther::status),
        change || (measure.isEmpty() && farther.change),
        rank || (measure.isEmpty() && farther.rank),
        yearShift != 0 ? yearShift : farther.yearShift,
        unknown.or(farther::unknown));
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
    return new Evidence(
        AreaMerge.beside(area, other.area),
        both(indicator, other.indicator),
        MeasureMerge.beside(measure, other.measure),
        both(scenario, other.scenario),
        both(accumulation, other.accumulation),
        PeriodMerge.beside(period, other.period),
        both(frequency, other.frequency),
        UnitLevels.beside(units, other.units),
        both(qualifier, other.qualifier),
        both(status, other.status),
        change || other.change,
        rank || other.rank,
        yearShift != 0 ? yearShift : other.yearShift,
        unknown.or(other::unknown));
  }

  private static <T> Optional<EvidenceItem<T>> both(
      Optional<EvidenceItem<T>> one, Optional<EvidenceItem<T>> other) {
    if (one.isEmpty()) {
      return other;
    }
    return other.isEmpty() ? one : Optional.of(one.get().beside(other.get()));
  }

  public Evidence withMeasure(EvidenceItem<Measure> found) {
    return new Evidence(
        area,
        indicator,
        Optional.of(found),
        scenario,
        accumulation,
        period,
        frequency,
        units,
        qualifier,
        status,
        false,
        false,
        yearShift,
        unknown);
  }

  /** The same evidence, but for what kind of figure it is. */
  public Evidence withoutMeasure() {
    return new Evidence(
        area,
        indicator,
        Optional.empty(),
        scenario,
        accumulation,
        period,
        frequency,
        units,
        qualifier,
        status,
        false,
        false,
        yearShift,
        unknown);
  }

  public Evidence withIndicator(Optional<EvidenceItem<List<Indicator>>> found) {
    return new Evidence(
        area,
        found,
        measure,
        scenario,
        accumulation,
        period,
        frequency,
        units,
        qualifier,
        status,
        change,
        rank,
        yearShift,
        unknown);
  }

  public Evidence withArea(Optional<EvidenceItem<AreaMention>> found) {
    return new Evidence(
        found,
        indicator,
        measure,
        scenario,
        accumulation,
        period,
        frequency,
        units,
        qualifier,
        status,
        change,
        rank,
        yearShift,
        unknown);
  }

  public Evidence withScenario(Optional<EvidenceItem<Scenario>> found) {
    return new Evidence(
        area,
        indicator,
        measure,
        found,
        accumulation,
        period,
        frequency,
        units,
        qualifier,
        status,
        change,
        rank,
        yearShift,
        unknown);
  }

  public Evidence withAccumulation(Optional<EvidenceItem<Accumulation>> found) {
    return new Evidence(
        area, indicator, measure, scenario, found, period, frequency, units, qualifier, status,
        change, rank, yearShift, unknown);
  }

  public Evidence withPeriod(Optional<EvidenceItem<PeriodPart>> found) {
    return new Evidence(
        area,
        indicator,
        measure,
        scenario,
        accumulation,
        found,
        frequency,
        units,
        qualifier,
        status,
        change,
        rank,
        yearShift,
        unknown);
  }

  public Evidence withUnknown(Optional<EvidenceItem<UnknownWords>> found) {
    return new Evidence(
        area,
        indicator,
        measure,
        scenario,
        accumulation,
        period,
        frequency,
        units,
        qualifier,
        status,
        change,
        rank,
        yearShift,
        found);
  }

  /** The same evidence, its period marked as one that stands far from the figures. */
  public Evidence fromAfar() {
    return new Evidence(
        area,
        indicator,
        measure,
        scenario,
        accumulation,
        period.map(p -> new EvidenceItem<>(p.value().fromAfar(), p.text(), p.where(), p.rival())),
        frequency,
        units,
        qualifier,
        status,
        change,
        rank,
        yearShift,
        unknown);
  }

  /** Only what a file name may tell: the period and the area. */
  public Evidence onlyAreaAndPeriod() {
    return new Evidence(
        area,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        period,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        0,
        Optional.empty());
  }

  /** Only when and over what span. */
  public Evidence onlyPeriodAndAccumulation() {
    return new Evidence(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        accumulation,
        period,
        frequency,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        0,
        Optional.empty());
  }

  /** Only in what it is measured. */
  public Evidence onlyUnits() {
    return new Evidence(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        units,
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        0,
        Optional.empty());
  }

  /** Only of which area it is said. */
  public Evidence onlyArea() {
    return area.isEmpty() ? NONE : NONE.withArea(area);
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

  public boolean saysNothing() {
    return area.isEmpty()
        && indicator.isEmpty()
        && measure.isEmpty()
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
