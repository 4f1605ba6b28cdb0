package io.yanmen.reading.interpret.head;

import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.reading.interpret.vocabulary.HeadRole;
import java.util.List;
import java.util.Optional;

/** What stands around a table counts less than its heads: what they tell better is left out. */
public final class HeadsOverTitles {
  private HeadsOverTitles() {}

  /** What stands around the table, without what its own heads tell better. */
  public static Evidence resolve(Evidence around, List<Column> planned) {
    Evidence facets = statesMeasures(planned) ? around.withoutMeasure() : around;
    // 目标完成情况 names both; beside columns of targets the others are what was done.
    boolean both = facets.scenario().flatMap(EvidenceItem::rival).isPresent();
    return both && planned.stream().anyMatch(TargetGrowth::isPlanned)
        ? facets.withScenario(Optional.empty())
        : facets;
  }

  /** Beside a column of growth, a column that says nothing is one of levels, whatever the title. */
  private static boolean statesMeasures(List<Column> columns) {
    return columns.stream()
        .anyMatch(
            c ->
                c.isLabel(HeadRole.MEASURE)
                    || c.use() == Column.Use.FIGURES
                        && (c.facets().measure().isPresent()
                            || c.facets().rank()
                            || c.facets().change()));
  }
}
