package io.yanmen.reading.interpret.vocabulary;

import io.yanmen.catalog.Breakdown;
import io.yanmen.catalog.Unit;
import io.yanmen.evidence.AreaMention;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.EvidenceParts;
import io.yanmen.evidence.PartName;
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
  private final boolean mayBePart;
  private Evidence facets = Evidence.NONE;

  public EvidenceBuilder(String text, String where) {
    this(text, where, false);
  }

  /**
   * @param mayBePart whether the text may be the name of a part of what stands above it
   */
  public EvidenceBuilder(String text, String where, boolean mayBePart) {
    this.text = text;
    this.where = where;
    this.mayBePart = mayBePart;
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

  /** To try how much of a text is understood. */
  public EvidenceBuilder probe() {
    return new EvidenceBuilder("", "", mayBePart);
  }

  public boolean mayBePart() {
    return mayBePart;
  }

  public void part(PartName part) {
    add(Evidence.NONE.withBreakdown(found(part)));
  }

  /** Within which area a place is counted. */
  public void rankIn(AreaMention area) {
    add(new EvidenceParts().rankIn(found(area)).build());
  }

  /** 增减 and ±: a growth in percent or an increment, as the unit tells. */
  void growthOrIncrement() {
    EvidenceItem<Measure> growth = EvidenceItem.of(Measure.YOY, text, where);
    add(Evidence.NONE.withMeasure(growth.beside(EvidenceItem.of(Measure.INCREMENT, text, where))));
  }

  public Optional<List<Indicator>> indicators() {
    return facets.indicator().map(EvidenceItem::value);
  }

  public boolean hasIndicator() {
    return facets.indicator().isPresent();
  }

  public boolean hasArea() {
    return facets.area().isPresent();
  }

  public void measure(Measure measure) {
    add(Evidence.NONE.withMeasure(EvidenceItem.of(measure, text, where)));
  }

  public void unknown(String words, RejectionCode code) {
    add(Evidence.NONE.withUnknown(EvidenceItem.of(new UnknownWords(words, code), text, where)));
  }

  /** A heading that changes nothing, but for figures of an indicator that has such parts. */
  public void heading(String words, List<Breakdown> parts) {
    UnknownWords heading = new UnknownWords(words, RejectionCode.UNKNOWN_CONTEXT, parts);
    add(Evidence.NONE.withUnknown(EvidenceItem.of(heading, text, where)));
  }

  public void scenario(Scenario scenario) {
    add(new EvidenceParts().scenario(found(scenario)).build());
  }

  public void accumulation(Accumulation accumulation) {
    add(new EvidenceParts().accumulation(found(accumulation)).build());
  }

  public void period(PeriodPart period) {
    add(new EvidenceParts().period(found(period)).build());
  }

  public void frequency(Frequency frequency) {
    add(new EvidenceParts().frequency(found(frequency)).build());
  }

  public void unit(Unit unit) {
    add(new EvidenceParts().units(List.of(List.of(EvidenceItem.of(unit, text, where)))).build());
  }

  void lastYear() {
    add(new EvidenceParts().yearShift(-1).build());
  }

  public void status(ObservationStatus status) {
    add(new EvidenceParts().status(found(status)).build());
  }

  /** 位次 or 位次变动 that does not say whether by level or by growth. */
  public void bareRank(boolean change) {
    add(new EvidenceParts().change(change).rank(!change).build());
  }

  public Evidence build() {
    return facets;
  }
}
