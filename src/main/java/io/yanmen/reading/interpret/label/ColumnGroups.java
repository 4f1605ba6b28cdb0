package io.yanmen.reading.interpret.label;

import io.yanmen.reading.interpret.head.Column;
import io.yanmen.reading.interpret.vocabulary.HeadRole;
import java.util.ArrayList;
import java.util.List;

/** Tells which labels of a row stand for which of its figures. */
public final class ColumnGroups {
  private ColumnGroups() {}

  /**
   * Labels stand for all figures of their row, unless tables stand side by side: then each label of
   * a role that comes again begins a new group of columns.
   */
  public static List<List<Column>> of(List<Column> columns) {
    HeadRole first = repeatedRole(columns);
    List<List<Column>> groups = new ArrayList<>();
    List<Column> all =
        columns.stream()
            .filter(c -> c.use() == Column.Use.LABEL || c.use() == Column.Use.UNKNOWN_LABEL)
            .toList();
    if (first == HeadRole.VALUE) {
      columns.forEach(c -> groups.add(all));
      return groups;
    }
    int start = 0;
    boolean figuresSince = false;
    int end = -1;
    List<Column> group = all;
    for (int i = 0; i < columns.size(); i++) {
      boolean begins = columns.get(i).isLabel(first) && figuresSince;
      if (begins) {
        start = i;
        figuresSince = false;
      }
      if (begins || i >= end) {
        // The same list for all columns of a group.
        end = groupEnd(columns, first, start, i);
        group = within(all, start, end);
      }
      groups.add(group);
      figuresSince |= columns.get(i).use() == Column.Use.FIGURES;
    }
    return groups;
  }

  private static int groupEnd(List<Column> columns, HeadRole first, int start, int from) {
    boolean figures = false;
    for (int i = start; i < columns.size(); i++) {
      if (i > from && figures && columns.get(i).isLabel(first)) {
        return i;
      }
      figures |= columns.get(i).use() == Column.Use.FIGURES;
    }
    return columns.size();
  }

  private static List<Column> within(List<Column> labels, int start, int end) {
    return labels.stream().filter(c -> c.index() >= start && c.index() < end).toList();
  }

  /**
   * The role that heads several groups of columns; {@link HeadRole#VALUE} where there is one group.
   */
  private static HeadRole repeatedRole(List<Column> columns) {
    for (HeadRole role : List.of(HeadRole.AREA, HeadRole.INDICATOR, HeadRole.PERIOD)) {
      int groups = 0;
      boolean figures = true;
      for (Column column : columns) {
        if (column.isLabel(role) && figures) {
          groups++;
          figures = false;
        }
        figures |= column.use() == Column.Use.FIGURES;
      }
      if (groups > 1) {
        return role;
      }
    }
    return HeadRole.VALUE;
  }
}
