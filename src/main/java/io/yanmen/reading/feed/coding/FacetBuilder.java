package io.yanmen.reading.feed.coding;

import io.yanmen.catalog.Unit;
import io.yanmen.evidence.AreaMention;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.PeriodPart;
import io.yanmen.evidence.UnknownWords;
import io.yanmen.model.Accumulation;
import io.yanmen.model.Area;
import io.yanmen.model.Frequency;
import io.yanmen.model.Indicator;
import io.yanmen.model.Measure;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Scenario;
import io.yanmen.model.outcome.RejectionCode;
import java.util.List;
import java.util.Optional;

/**
 * Facets that say one thing.
 *
 * @param text the words that say it
 * @param where the place that they stand in
 */
public record FacetBuilder(String text, String where) {
  private <T> Optional<EvidenceItem<T>> found(T value) {
    return Optional.of(EvidenceItem.of(value, text, where));
  }

  Evidence area(Area area) {
    return Evidence.NONE.withArea(found(AreaMention.of(List.of(area))));
  }

  Evidence areas(List<Area> areas) {
    return Evidence.NONE.withArea(found(AreaMention.of(areas)));
  }

  Evidence indicators(List<Indicator> indicators) {
    return Evidence.NONE.withIndicator(found(indicators));
  }

  Evidence measure(Measure measure) {
    return Evidence.NONE.withMeasure(EvidenceItem.of(measure, text, where));
  }

  Evidence unknown(String words, RejectionCode code) {
    return Evidence.NONE.withUnknown(
        Optional.of(EvidenceItem.of(new UnknownWords(words, code), words, where)));
  }

  Evidence scenario(Scenario scenario) {
    return rest(found(scenario), Optional.empty(), Optional.empty(), Optional.empty());
  }

  Evidence accumulation(Accumulation accumulation) {
    return rest(Optional.empty(), found(accumulation), Optional.empty(), Optional.empty());
  }

  public Evidence period(PeriodPart period) {
    return rest(Optional.empty(), Optional.empty(), found(period), Optional.empty());
  }

  Evidence frequency(Frequency frequency) {
    return rest(Optional.empty(), Optional.empty(), Optional.empty(), found(frequency));
  }

  Evidence unit(Unit unit) {
    return withUnits(Evidence.NONE, List.of(List.of(EvidenceItem.of(unit, text, where))));
  }

  Evidence status(ObservationStatus status) {
    Evidence none = Evidence.NONE;
    return new Evidence(
        none.area(),
        none.indicator(),
        none.measure(),
        none.scenario(),
        none.accumulation(),
        none.period(),
        none.frequency(),
        none.units(),
        none.qualifier(),
        found(status),
        false,
        false,
        0,
        none.unknown());
  }

  private static Evidence rest(
      Optional<EvidenceItem<Scenario>> scenario,
      Optional<EvidenceItem<Accumulation>> accumulation,
      Optional<EvidenceItem<PeriodPart>> period,
      Optional<EvidenceItem<Frequency>> frequency) {
    Evidence none = Evidence.NONE;
    return new Evidence(
        none.area(),
        none.indicator(),
        none.measure(),
        scenario,
        accumulation,
        period,
        frequency,
        none.units(),
        none.qualifier(),
        none.status(),
        false,
        false,
        0,
        none.unknown());
  }

  static Evidence withUnits(Evidence it, List<List<EvidenceItem<Unit>>> units) {
    return new Evidence(
        it.area(),
        it.indicator(),
        it.measure(),
        it.scenario(),
        it.accumulation(),
        it.period(),
        it.frequency(),
        units,
        it.qualifier(),
        it.status(),
        it.change(),
        it.rank(),
        it.yearShift(),
        it.unknown());
  }

  public static Evidence withScenario(Evidence it, Optional<EvidenceItem<Scenario>> scenario) {
    return new Evidence(
        it.area(),
        it.indicator(),
        it.measure(),
        scenario,
        it.accumulation(),
        it.period(),
        it.frequency(),
        it.units(),
        it.qualifier(),
        it.status(),
        it.change(),
        it.rank(),
        it.yearShift(),
        it.unknown());
  }
}
