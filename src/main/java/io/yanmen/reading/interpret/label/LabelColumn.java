package io.yanmen.reading.interpret.label;

import io.yanmen.reading.interpret.head.Column;
import io.yanmen.reading.interpret.word.Role;

/**
 * A column of labels.
 *
 * @param role what it labels
 * @param understood whether it is known what it labels
 */
public record LabelColumn(int index, Role role, boolean understood) {
  public static LabelColumn of(Column column) {
    return new LabelColumn(
        column.index(), column.role().orElse(Role.NOTE), column.use() == Column.Use.LABEL);
  }

  public boolean is(Role wanted) {
    return understood && role == wanted;
  }
}
