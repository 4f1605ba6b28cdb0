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
    return Evidence.NONE.withUnknown(EvidenceItem.of(new UnknownWords(words, code), words, where));
  }

  Evidence scenario(Scenario scenario) {
    return Evidence.NONE.withScenario(found(scenario));
  }

  Evidence accumulation(Accumulation accumulation) {
    return Evidence.NONE.withAccumulation(found(accumulation));
  }

  public Evidence period(PeriodPart period) {
    return Evidence.NONE.withPeriod(found(period));
  }

  Evidence frequency(Frequency frequency) {
    return Evidence.NONE.but().frequency(found(frequency)).build();
  }

  Evidence unit(Unit unit) {
    return Evidence.NONE.withUnits(List.of(List.of(EvidenceItem.of(unit, text, where))));
  }

  Evidence status(ObservationStatus status) {
    return Evidence.NONE.but().status(found(status)).build();
  }
}
