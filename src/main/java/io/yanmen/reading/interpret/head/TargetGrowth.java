package io.yanmen.reading.interpret.head;

import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.model.Measure;
import io.yanmen.model.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Doubts a growth that follows a target (2024年完成 | 2025年目标 | 增长): it may be that of the target or
 * that of what was done.
 */
public final class TargetGrowth {
  private TargetGrowth() {}

  static List<Column> resolve(List<Column> columns) {
    List<Column> resolved = new ArrayList<>(columns);
    Optional<Column> level = Optional.empty();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      if (column.use() != Column.Use.FIGURES) {
        level = Optional.empty();
        continue;
      }
      Evidence facets = column.facets();
      boolean change =
          facets
              .measure()
              .filter(m -> m.value() != Measure.LEVEL && m.value() != Measure.PROGRESS)
              .isPresent();
      if (!change) {
        level = Optional.of(column);
      } else if (facets.scenario().isEmpty() && level.filter(TargetGrowth::isPlanned).isPresent()) {
        resolved.set(i, column.with(doubted(facets, level.get().facets())));
      }
    }
    return resolved;
  }

  public static boolean isPlanned(Column column) {
    return column.facets().scenario().filter(s -> s.value() != Scenario.ACTUAL).isPresent();
  }

  private static Evidence doubted(Evidence growth, Evidence target) {
    EvidenceItem<Scenario> planned = target.scenario().orElseThrow();
    String words = growth.measure().map(EvidenceItem::text).orElse("");
    String where = growth.measure().map(EvidenceItem::where).orElse("");
    return growth.withScenario(
        Optional.of(planned.beside(EvidenceItem.of(Scenario.ACTUAL, words, where))));
  }
}
