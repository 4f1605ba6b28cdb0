package io.yanmen.reading.interpret.label;

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
}
