package io.yanmen.reading.interpret.row;

import io.yanmen.model.Frequency;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.interpret.head.Column;
import io.yanmen.reading.interpret.label.LabelMemory;
import io.yanmen.reading.interpret.shape.CellShape;
import io.yanmen.reading.interpret.shape.CellShapeCache;
import io.yanmen.reading.interpret.vocabulary.HeadRole;
import java.util.BitSet;
import java.util.List;

/**
 * Finds columns of quarterly figures in a table of months in which a figure stands in a month that
 * ends no quarter: such a column has slipped against its months, so that none of it can be trusted.
 */
public final class SlippedColumns {
  private SlippedColumns() {}

  public static BitSet of(
      List<Column> columns, List<SheetRow> sample, CellShapeCache shapes, LabelMemory labels) {
    BitSet found = new BitSet();
    List<Column> quarterly = columns.stream().filter(SlippedColumns::isQuarterly).toList();
    List<Column> periods = columns.stream().filter(c -> c.isLabel(HeadRole.PERIOD)).toList();
    if (quarterly.isEmpty() || periods.isEmpty()) {
      return found;
    }
    for (SheetRow row : sample) {
      if (isOffQuarter(row, periods, labels)) {
        quarterly.stream()
            .map(Column::index)
            .filter(c -> shapes.of(row.cell(c)) == CellShape.FIGURE)
            .forEach(found::set);
      }
    }
    return found;
  }

  private static boolean isQuarterly(Column column) {
    return column.use() == Column.Use.FIGURES
        && column.facets().frequency().filter(f -> f.value() == Frequency.Q).isPresent();
  }

  private static boolean isOffQuarter(SheetRow row, List<Column> periods, LabelMemory labels) {
    return periods.stream()
        .map(c -> labels.of(HeadRole.PERIOD, row.cell(c.index()), row.number(), c.index()).facets())
        .flatMap(f -> f.period().stream())
        .anyMatch(p -> p.value().frequency() == Frequency.M && p.value().index() % 3 != 0);
  }
}
