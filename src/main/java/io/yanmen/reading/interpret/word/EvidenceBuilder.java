package io.yanmen.reading.interpret.word;

import io.yanmen.catalog.Unit;
import io.yanmen.evidence.AreaMention;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.PeriodPart;
import io.yanmen.evidence.UnknownWords;
import io.yanmen.model.Accumulation;
import io.yanmen.model.Frequency;
import io.yanmen.model.Indicator;
import io.yanmen.model.Measure;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Scenario;
import io.yanmen.model.outcome.RejectionCode;
import java.util.List;
import java.util.Optional;

/** Collects the facets of one text, remembering the text and its place with each. */
public final class EvidenceBuilder {
  private final String text;
  private final String where;
  private Evidence facets = Evidence.NONE;

  public EvidenceBuilder(String text, String where) {
    this.text = text;
    this.where = where;
  }

  private <T> Optional<EvidenceItem<T>> found(T value) {
    return Optional.of(EvidenceItem.of(value, text, where));
  }

  private void add(Evidence more) {
    facets = facets.beside(more);
  }

  public void area(AreaMention area) {
    add(Evidence.NONE.withArea(found(area)));
  }

  public void indicator(List<Indicator> indicators) {
    add(Evidence.NONE.withIndicator(found(indicators)));
  }

  boolean hasIndicator() {
    return facets.indicator().isPresent();
  }

  boolean hasArea() {
    return facets.area().isPresent();
  }

  public void measure(Measure measure) {
    add(Evidence.NONE.withMeasure(EvidenceItem.of(measure, text, where)));
  }

  void unknown(String words, RejectionCode code) {
    UnknownWords unknown = new UnknownWords(words, code);
    add(Evidence.NONE.withUnknown(Optional.of(EvidenceItem.of(unknown, text, where))));
  }

  public void scenario(Scenario scenario) {
    add(rest(found(scenario), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), 0));
  }

  public void accumulation(Accumulation accumulation) {
    add(
        rest(
            Optional.empty(),
            found(accumulation),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            0));
  }

  public void period(PeriodPart period) {
    add(rest(Optional.empty(), Optional.empty(), found(period), Optional.empty(), List.of(), 0));
  }

  void frequency(Frequency frequency) {
    add(rest(Optional.empty(), Optional.empty(), Optional.empty(), found(frequency), List.of(), 0));
  }

  public void unit(Unit unit) {
    add(
        rest(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(List.of(EvidenceItem.of(unit, text, where))),
            0));
  }

  void lastYear() {
    add(
        rest(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), -1));
  }

  void status(ObservationStatus status) {
    add(
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
            found(status),
            false,
            false,
            0,
            Optional.empty()));
  }

  /** 位次 or 位次变动 that does not say whether by level or by growth. */
  void bareRank(boolean change) {
    add(
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
            change,
            !change,
            0,
            Optional.empty()));
  }

  private static Evidence rest(
      Optional<EvidenceItem<Scenario>> scenario,
      Optional<EvidenceItem<Accumulation>> accumulation,
      Optional<EvidenceItem<PeriodPart>> period,
      Optional<EvidenceItem<Frequency>> frequency,
      List<List<EvidenceItem<Unit>>> units,
      int yearShift) {
    return new Evidence(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        scenario,
        accumulation,
        period,
        frequency,
        units,
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        yearShift,
        Optional.empty());
  }

  public Evidence build() {
    return facets;
  }
}
