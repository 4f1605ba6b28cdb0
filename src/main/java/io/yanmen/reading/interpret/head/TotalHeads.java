package io.yanmen.reading.interpret.head;

import io.yanmen.evidence.AreaMention;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.model.Indicator;
import io.yanmen.reading.interpret.vocabulary.HeadRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 合计 below the head of an indicator, in a table whose rows are areas or that names none at all, is
 * the whole of the indicator beside its parts (合计 | 第一产业 | 第二产业), and no area. A head that is not
 * understood may name an area.
 */
final class TotalHeads {
  private TotalHeads() {}

  static List<Column> resolve(List<Column> columns) {
    boolean areasDown = columns.stream().anyMatch(c -> c.isLabel(HeadRole.AREA));
    boolean areasAcross =
        columns.stream().anyMatch(c -> c.facets().area().isPresent() && !isTotal(c));
    boolean understood =
        columns.stream()
            .filter(c -> c.use() != Column.Use.IGNORED)
            .allMatch(c -> c.use() != Column.Use.UNKNOWN_LABEL && c.facets().unknown().isEmpty());
    if (areasAcross || !(areasDown || understood)) {
      return columns;
    }
    List<EvidenceItem<List<Indicator>>> wholes =
        columns.stream()
            .filter(TotalHeads::isTotal)
            .flatMap(c -> c.facets().indicator().stream())
            .toList();
    List<Column> resolved = new ArrayList<>();
    for (Column column : columns) {
      Evidence facets = column.facets();
      boolean headed = facets.indicator().isPresent() || facets.measure().isPresent();
      resolved.add(isTotal(column) && headed ? column.with(whole(facets, wholes)) : column);
    }
    return resolved;
  }

  /** The growth of the whole is that of the indicator whose whole stands beside it. */
  private static Evidence whole(Evidence facets, List<EvidenceItem<List<Indicator>>> wholes) {
    Evidence nowhere = facets.withArea(Optional.empty());
    boolean one = wholes.stream().map(EvidenceItem::value).distinct().count() == 1;
    return facets.indicator().isEmpty() && one
        ? nowhere.withIndicator(Optional.of(wholes.get(0)))
        : nowhere;
  }

  private static boolean isTotal(Column column) {
    return column
        .facets()
        .area()
        .filter(a -> a.value().total() == AreaMention.Total.SUM)
        .isPresent();
  }
}
