package io.yanmen.reading.interpret.head;

import io.yanmen.evidence.AreaMention;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.UnknownWords;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.reading.interpret.vocabulary.HeadRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where heads name areas (代县 | 增长 | 繁峙县 | 增长), a head without one is about the area before it, if
 * each area has as many such heads behind it; else nobody knows, and it is never about the area of
 * the title.
 */
final class InheritedAreas {
  private static final Pattern AREA = Pattern.compile("\\p{IsHan}+[县市区旗州盟]");

  private InheritedAreas() {}

  static List<Column> resolve(List<Column> columns) {
    boolean rows =
        columns.stream().anyMatch(c -> c.isLabel(HeadRole.AREA) || c.isLabel(HeadRole.AREA_CODE));
    if (rows || columns.stream().noneMatch(InheritedAreas::namesArea)) {
      return columns;
    }
    boolean regular = groups(columns).stream().distinct().count() == 1;
    List<Column> resolved = new ArrayList<>();
    Optional<EvidenceItem<AreaMention>> before = Optional.empty();
    for (Column head : columns) {
      Column column = asArea(head);
      if (namesArea(column)) {
        before = column.facets().area();
      }
      resolved.add(
          lacksArea(column) && before.isPresent() ? of(column, before.get(), regular) : column);
    }
    return resolved;
  }

  /** 大亚湾区 beside the heads of two districts is an area that is not known, and no indicator. */
  private static Column asArea(Column column) {
    List<EvidenceItem<UnknownWords>> unknown = column.facets().unknown();
    boolean area =
        column.use() == Column.Use.FIGURES
            && column.facets().indicator().isEmpty()
            && unknown.size() == 1
            && unknown.get(0).value().code() == RejectionCode.UNKNOWN_INDICATOR
            && AREA.matcher(unknown.get(0).value().words()).matches();
    if (!area) {
      return column;
    }
    EvidenceItem<UnknownWords> words = unknown.get(0);
    UnknownWords name = new UnknownWords(words.value().words(), RejectionCode.UNKNOWN_AREA);
    return column.with(
        column.facets().withUnknown(EvidenceItem.of(name, words.text(), words.where())));
  }

  private static boolean namesArea(Column column) {
    return column.use() == Column.Use.FIGURES && column.facets().area().isPresent();
  }

  /** A head that is not understood may name anything, and is refused anyway. */
  private static boolean lacksArea(Column column) {
    return column.use() == Column.Use.FIGURES
        && column.facets().area().isEmpty()
        && column.facets().unknown().isEmpty();
  }

  /** How many columns of figures stand behind each area. */
  private static List<Integer> groups(List<Column> columns) {
    List<Integer> sizes = new ArrayList<>();
    for (Column column : columns) {
      if (namesArea(column)) {
        sizes.add(0);
      } else if (lacksArea(column) && !sizes.isEmpty()) {
        sizes.set(sizes.size() - 1, sizes.get(sizes.size() - 1) + 1);
      }
    }
    return sizes;
  }

  private static Column of(Column column, EvidenceItem<AreaMention> area, boolean regular) {
    if (regular) {
      return column.with(column.facets().withArea(Optional.of(area)));
    }
    UnknownWords doubt = new UnknownWords(area.text(), RejectionCode.UNKNOWN_CONTEXT);
    return column.with(
        column.facets().withUnknown(EvidenceItem.of(doubt, area.text(), area.where())));
  }
}
