package io.yanmen.reading.interpret.label;

import io.yanmen.evidence.Evidence;
import io.yanmen.reading.interpret.head.Column;
import io.yanmen.reading.interpret.vocabulary.HeadRole;

/**
 * A column of labels.
 *
 * @param role what it labels
 * @param understood whether it is known what it labels
 */
public record LabelColumn(int index, HeadRole role, boolean understood) {
  public static LabelColumn of(Column column) {
    return new LabelColumn(
        column.index(), column.role().orElse(HeadRole.NOTE), column.use() == Column.Use.LABEL);
  }

  public boolean is(HeadRole wanted) {
    return understood && role == wanted;
  }

  /** Whether a label is of the kind that the column holds; a year among months is not. */
  public boolean names(Evidence label) {
    boolean known = label.unknown().isEmpty();
    return switch (role) {
      case AREA, AREA_CODE -> known && label.area().isPresent() && label.indicator().isEmpty();
      case INDICATOR, INDICATOR_CODE -> known && label.indicator().isPresent();
      case PERIOD -> known && label.period().filter(p -> !p.value().isYearOnly()).isPresent();
      default -> true;
    };
  }
}
