package io.yanmen.evidence;

import io.yanmen.catalog.Breakdown;
import io.yanmen.catalog.Unit;
import io.yanmen.model.Accumulation;
import io.yanmen.model.Frequency;
import io.yanmen.model.Indicator;
import io.yanmen.model.Measure;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Scenario;
import io.yanmen.model.outcome.RejectionCode;
import java.util.List;
import java.util.Optional;

/**
 * Evidence of one thing at a time, all from the same words.
 *
 * @param text the words that say it
 * @param where the place that they stand in
 */
public record EvidenceAt(String text, String where) {
  private <T> Optional<EvidenceItem<T>> found(T value) {
    return Optional.of(EvidenceItem.of(value, text, where));
  }

  public Evidence area(AreaMention area) {
    return Evidence.NONE.withArea(found(area));
  }

  /** A part of the indicator that stands above. */
  public Evidence part(PartName part) {
    return Evidence.NONE.withBreakdown(found(part));
  }

  /** Within which area a place is counted. */
  public Evidence rankIn(AreaMention area) {
    return Evidence.NONE.but().rankIn(found(area)).build();
  }

  public Evidence indicators(List<Indicator> indicators) {
    return Evidence.NONE.withIndicator(found(indicators));
  }

  public Evidence measure(Measure measure) {
    return Evidence.NONE.withMeasure(EvidenceItem.of(measure, text, where));
  }

  /** A measure of which the words leave two open. */
  public Evidence oneOf(Measure one, Measure other) {
    EvidenceItem<Measure> first = EvidenceItem.of(one, text, where);
    return Evidence.NONE.withMeasure(first.beside(EvidenceItem.of(other, text, where)));
  }

  /** Words among these, or made of them, that are not understood. */
  public Evidence unknown(String words, RejectionCode code) {
    return Evidence.NONE.withUnknown(EvidenceItem.of(new UnknownWords(words, code), text, where));
  }

  /** A heading that changes nothing, but for figures of an indicator that has such parts. */
  public Evidence heading(String heading, List<Breakdown> parts) {
    UnknownWords words = new UnknownWords(heading, RejectionCode.UNKNOWN_CONTEXT, parts);
    return Evidence.NONE.withUnknown(EvidenceItem.of(words, text, where));
  }

  public Evidence scenario(Scenario scenario) {
    return Evidence.NONE.withScenario(found(scenario));
  }

  public Evidence accumulation(Accumulation accumulation) {
    return Evidence.NONE.withAccumulation(found(accumulation));
  }

  public Evidence period(PeriodPart period) {
    return Evidence.NONE.withPeriod(found(period));
  }

  public Evidence frequency(Frequency frequency) {
    return Evidence.NONE.but().frequency(found(frequency)).build();
  }

  public Evidence unit(Unit unit) {
    return Evidence.NONE.withUnits(List.of(List.of(EvidenceItem.of(unit, text, where))));
  }

  public Evidence status(ObservationStatus status) {
    return Evidence.NONE.but().status(found(status)).build();
  }
}
