package io.yanmen.reading.interpret.label;

import io.yanmen.evidence.AreaMention;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.EvidenceLayers;
import io.yanmen.reading.interpret.head.Column;
import io.yanmen.reading.interpret.vocabulary.HeadRole;
import java.util.List;
import java.util.Optional;

/** Labels of a row that stand for the same figures, and what is known of those figures. */
public final class LabelGroup {
  private final List<LabelColumn> columns;
  private final boolean namesIndicators;
  private final Evidence hints;
  private final Evidence around;
  private final LabelPaths areas = new LabelPaths();
  private final LabelPaths others = new LabelPaths();

  /**
   * @param around what stands around the table
   */
  public LabelGroup(List<Column> columns, Evidence hints, Evidence around) {
    this.columns = columns.stream().map(LabelColumn::of).toList();
    this.hints = hints;
    this.namesIndicators = this.columns.stream().anyMatch(c -> c.is(HeadRole.INDICATOR));
    // A row without a name for its area is not the area of the title where rows name areas.
    boolean namesAreas =
        this.columns.stream().anyMatch(c -> c.is(HeadRole.AREA) || c.is(HeadRole.AREA_CODE));
    this.around = namesAreas ? around.withArea(Optional.empty()) : around;
  }

  /**
   * What the labels of one row say.
   *
   * @param area only the area
   * @param others all else
   */
  public record Said(LabelPaths.Together area, LabelPaths.Together others) {}

  /** Before the first label of a row that names an area. */
  LabelPaths.Together noArea() {
    return areas.nothing();
  }

  /** Before the first label of a row that says anything else. */
  LabelPaths.Together nothing() {
    return others.nothing();
  }

  List<LabelColumn> columns() {
    return columns;
  }

  boolean namesIndicators() {
    return namesIndicators;
  }

  /** The area of a figure. */
  public Optional<EvidenceItem<AreaMention>> area(Said said, Column column, Evidence section) {
    int place = column.facets().area().isPresent() ? column.index() + 1 : 0;
    Evidence known = said.area().kept(place, section);
    if (known == null) {
      known = layers(said.area().facets(), column.facets(), section).merged().onlyArea();
      said.area().keep(place, section, known);
    }
    return known.area();
  }

  /** All that counts for a figure but its area; the same object for the same labels. */
  public Evidence context(Said said, Column column, Evidence section) {
    Evidence known = said.others().kept(column.index(), section);
    if (known == null) {
      known = layers(said.others().facets(), column.facets(), section).merged().withoutArea();
      said.others().keep(column.index(), section, known);
    }
    return known;
  }

  /** Where the evidence for a figure comes from. */
  public EvidenceLayers layers(Said said, Column column, Evidence section) {
    return new EvidenceLayers(
        hints, column.facets(), said.area().facets(), said.others().facets(), section, around);
  }

  private EvidenceLayers layers(Evidence row, Evidence column, Evidence section) {
    return new EvidenceLayers(hints, column, row, section, around);
  }
}
