package io.yanmen.interpret;

import io.yanmen.model.Frequency;
import io.yanmen.model.SheetRow;
import java.util.BitSet;
import java.util.List;

/**
 * Finds columns of quarterly figures in a table of months in which a figure stands in a month that
 * ends no quarter: such a column has slipped against its months, so that none of it can be trusted.
 */
final class SlippedColumns {
  private SlippedColumns() {}

  static BitSet of(List<Column> columns, List<SheetRow> sample, Shapes shapes, LabelMemory labels) {
    BitSet found = new BitSet();
    for (Column column : columns) {
      boolean quarterly =
          column.facets().frequency().filter(f -> f.value() == Frequency.Q).isPresent();
      if (column.use() != Column.Use.FIGURES || !quarterly) {
        continue;
      }
      for (SheetRow row : sample) {
        boolean figure = shapes.of(row.cell(column.index())) == Shape.FIGURE;
        if (figure && isOffQuarter(row, columns, labels)) {
          found.set(column.index());
        }
      }
    }
    return found;
  }

  private static boolean isOffQuarter(SheetRow row, List<Column> columns, LabelMemory labels) {
    return columns.stream()
        .filter(c -> c.isLabel(Role.PERIOD))
        .map(c -> labels.of(Role.PERIOD, row.cell(c.index()), row.number(), c.index()).facets())
        .flatMap(f -> f.period().stream())
        .anyMatch(p -> p.value().frequency() == Frequency.M && p.value().index() % 3 != 0);
  }
}
