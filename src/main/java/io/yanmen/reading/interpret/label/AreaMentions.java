package io.yanmen.reading.interpret.label;

import io.yanmen.model.Area;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.interpret.head.Column;
import io.yanmen.reading.interpret.vocabulary.HeadRole;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The areas that the heads and labels of a table name, each as all those that it may mean. */
public final class AreaMentions {
  private AreaMentions() {}

  public static Set<List<Area>> of(
      List<Column> planned, List<SheetRow> sample, LabelMemory labels) {
    Set<List<Area>> mentions = new LinkedHashSet<>();
    for (Column column : planned) {
      column.facets().area().ifPresent(a -> mentions.add(a.value().candidates()));
      if (column.isLabel(HeadRole.AREA) || column.isLabel(HeadRole.AREA_CODE)) {
        for (SheetRow row : sample) {
          Cell cell = row.cell(column.index());
          if (!cell.isEmpty()) {
            labels
                .of(HeadRole.AREA, cell, row.number(), column.index())
                .facets()
                .area()
                .ifPresent(a -> mentions.add(a.value().candidates()));
          }
        }
      }
    }
    mentions.remove(List.<Area>of());
    return mentions;
  }
}
