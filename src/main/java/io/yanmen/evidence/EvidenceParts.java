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

/** The parts that a piece of {@link Evidence} is made of; what is not given is not said. */
public final class EvidenceParts {
  private Optional<EvidenceItem<AreaMention>> area = Optional.empty();
  private Optional<EvidenceItem<List<Indicator>>> indicator = Optional.empty();
  private Optional<EvidenceItem<PartName>> breakdown = Optional.empty();
  private Optional<EvidenceItem<Measure>> measure = Optional.empty();
  private Optional<EvidenceItem<AreaMention>> rankIn = Optional.empty();
  private Optional<EvidenceItem<Scenario>> scenario = Optional.empty();
  private Optional<EvidenceItem<Accumulation>> accumulation = Optional.empty();
  private Optional<EvidenceItem<PeriodPart>> period = Optional.empty();
  private Optional<EvidenceItem<Frequency>> frequency = Optional.empty();
  private List<List<EvidenceItem<Unit>>> units = List.of();
  private Optional<EvidenceItem<Qualifier>> qualifier = Optional.empty();
  private Optional<EvidenceItem<ObservationStatus>> status = Optional.empty();
  private boolean change;
  private boolean rank;
  private int yearShift;
  private List<EvidenceItem<UnknownWords>> unknown = List.of();

  public EvidenceParts() {}

  EvidenceParts(Evidence evidence) {
    area = evidence.area();
    indicator = evidence.indicator();
    breakdown = evidence.breakdown();
    measure = evidence.measure();
    rankIn = evidence.rankIn();
    scenario = evidence.scenario();
    accumulation = evidence.accumulation();
    period = evidence.period();
    frequency = evidence.frequency();
    units = evidence.units();
    qualifier = evidence.qualifier();
    status = evidence.status();
    change = evidence.change();
    rank = evidence.rank();
    yearShift = evidence.yearShift();
    unknown = evidence.unknown();
  }

  public EvidenceParts area(Optional<EvidenceItem<AreaMention>> value) {
    area = value;
    return this;
  }

  public EvidenceParts indicator(Optional<EvidenceItem<List<Indicator>>> value) {
    indicator = value;
    return this;
  }

  public EvidenceParts breakdown(Optional<EvidenceItem<PartName>> value) {
    breakdown = value;
    return this;
  }

  public EvidenceParts measure(Optional<EvidenceItem<Measure>> value) {
    measure = value;
    return this;
  }

  public EvidenceParts rankIn(Optional<EvidenceItem<AreaMention>> value) {
    rankIn = value;
    return this;
  }

  public EvidenceParts scenario(Optional<EvidenceItem<Scenario>> value) {
    scenario = value;
    return this;
  }

  public EvidenceParts accumulation(Optional<EvidenceItem<Accumulation>> value) {
    accumulation = value;
    return this;
  }

  public EvidenceParts period(Optional<EvidenceItem<PeriodPart>> value) {
    period = value;
    return this;
  }

  public EvidenceParts frequency(Optional<EvidenceItem<Frequency>> value) {
    frequency = value;
    return this;
  }

  public EvidenceParts units(List<List<EvidenceItem<Unit>>> value) {
    units = value;
    return this;
  }

  public EvidenceParts qualifier(Optional<EvidenceItem<Qualifier>> value) {
    qualifier = value;
    return this;
  }

  public EvidenceParts status(Optional<EvidenceItem<ObservationStatus>> value) {
    status = value;
    return this;
  }

  public EvidenceParts change(boolean value) {
    change = value;
    return this;
  }

  public EvidenceParts rank(boolean value) {
    rank = value;
    return this;
  }

  public EvidenceParts yearShift(int value) {
    yearShift = value;
    return this;
  }

  public EvidenceParts unknown(List<EvidenceItem<UnknownWords>> value) {
    unknown = value;
    return this;
  }

  public Evidence build() {
    return new Evidence(
        area,
        indicator,
        breakdown,
        measure,
        rankIn,
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
}
