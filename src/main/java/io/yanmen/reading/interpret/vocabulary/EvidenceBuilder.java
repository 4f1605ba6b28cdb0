package io.yanmen.reading.interpret.vocabulary;

import io.yanmen.catalog.Breakdown;
import io.yanmen.catalog.Unit;
import io.yanmen.evidence.AreaMention;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceAt;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.EvidenceParts;
import io.yanmen.evidence.PartName;
import io.yanmen.evidence.PeriodPart;
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
  private final EvidenceAt words;
  private final boolean mayBePart;
  private Evidence facets = Evidence.NONE;

  public EvidenceBuilder(String text, String where) {
    this(text, where, false);
  }

  /**
   * @param mayBePart whether the text may be the name of a part of what stands above it
   */
  public EvidenceBuilder(String text, String where, boolean mayBePart) {
    this.words = new EvidenceAt(text, where);
    this.mayBePart = mayBePart;
  }

  private void add(Evidence more) {
    facets = facets.beside(more);
  }

  public void area(AreaMention area) {
    add(words.area(area));
  }

  public void indicator(List<Indicator> indicators) {
    add(words.indicators(indicators));
  }

  /** To try how much of a text is understood. */
  public EvidenceBuilder probe() {
    return new EvidenceBuilder("", "", mayBePart);
  }

  public boolean mayBePart() {
    return mayBePart;
  }

  public void part(PartName part) {
    add(words.part(part));
  }

  /** Within which area a place is counted. */
  public void rankIn(AreaMention area) {
    add(words.rankIn(area));
  }

  /** 增减 and ±: a growth in percent or an increment, as the unit tells. */
  void growthOrIncrement() {
    add(words.oneOf(Measure.YOY, Measure.INCREMENT));
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
    add(words.measure(measure));
  }

  public void unknown(String left, RejectionCode code) {
    add(words.unknown(left, code));
  }

  /** A heading that changes nothing, but for figures of an indicator that has such parts. */
  public void heading(String heading, List<Breakdown> parts) {
    add(words.heading(heading, parts));
  }

  public void scenario(Scenario scenario) {
    add(words.scenario(scenario));
  }

  public void accumulation(Accumulation accumulation) {
    add(words.accumulation(accumulation));
  }

  public void period(PeriodPart period) {
    add(words.period(period));
  }

  public void frequency(Frequency frequency) {
    add(words.frequency(frequency));
  }

  public void unit(Unit unit) {
    add(words.unit(unit));
  }

  void lastYear() {
    add(new EvidenceParts().yearShift(-1).build());
  }

  public void status(ObservationStatus status) {
    add(words.status(status));
  }

  /** 位次 or 位次变动 that does not say whether by level or by growth. */
  public void bareRank(boolean change) {
    add(new EvidenceParts().change(change).rank(!change).build());
  }

  public Evidence build() {
    return facets;
  }
}
