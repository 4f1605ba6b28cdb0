package io.yanmen.reading.interpret.head;

import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.PeriodPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells January from October where a spreadsheet has kept both as 2016.1: by the months that stand
 * beside it.
 */
public final class DottedMonths {
  private DottedMonths() {}

  static List<Column> resolve(List<Column> columns) {
    List<Column> resolved = new ArrayList<>(columns);
    for (int i = 0; i < columns.size(); i++) {
      Evidence facets = columns.get(i).facets();
      if (isCut(facets)) {
        Evidence told = told(facets, facetsAt(columns, i - 1), facetsAt(columns, i + 1));
        resolved.set(i, columns.get(i).with(told));
      }
    }
    return resolved;
  }

  private static Evidence facetsAt(List<Column> columns, int index) {
    return index >= 0 && index < columns.size() ? columns.get(index).facets() : Evidence.NONE;
  }

  public static boolean isCut(Evidence facets) {
    return facets.period().filter(p -> p.value().cutDecimal()).isPresent();
  }

  /** The facets with their month told, or as they are where the neighbours do not tell it. */
  public static Evidence told(Evidence cut, Evidence before, Evidence after) {
    EvidenceItem<PeriodPart> found = cut.period().orElseThrow();
    return found
        .value()
        .between(before.period().map(EvidenceItem::value), after.period().map(EvidenceItem::value))
        .map(part -> EvidenceItem.of(part, found.text(), found.where()))
        .map(month -> cut.withPeriod(Optional.of(month)))
        .orElse(cut);
  }
}
