package io.yanmen.reading.interpret;

import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellRange;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.interpret.head.Column;
import io.yanmen.reading.interpret.label.LabelColumn;
import io.yanmen.reading.interpret.shape.CellShape;
import io.yanmen.reading.interpret.shape.MergedRanges;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Figures that are merged over several rows or columns of a table: they belong to none of them
 * alone. Rows that are one by their label, and columns that are one by their head, are not several.
 */
final class MergedFigures {
  private final MergedRanges merges;
  private final List<Column> columns;
  private final List<LabelColumn> labels;
  private final Map<CellRange, Cell> found = new HashMap<>();

  MergedFigures(MergedRanges merges, List<Column> columns, List<LabelColumn> labels) {
    this.merges = merges;
    this.columns = columns;
    this.labels = labels;
  }

  /**
   * Whether any cell of a row is merged with others: if not, nothing need be asked of its cells.
   */
  boolean touch(int row) {
    return merges.touch(row);
  }

  /** The figure of several rows or columns that a cell belongs to. */
  Optional<Cell> at(SheetRow row, int column) {
    Optional<CellRange> merged = merges.at(row.number(), column);
    if (merged.isEmpty()) {
      return Optional.empty();
    }
    CellRange range = merged.get();
    if (range.firstRow() == row.number() && range.firstColumn() == column) {
      Cell cell = row.cell(column);
      if (isFigure(cell) && (areSeveralColumns(range) || areSeveralRows(range))) {
        found.keySet().removeIf(other -> other.lastRow() < row.number());
        found.put(range, cell);
      }
    }
    return Optional.ofNullable(found.get(range));
  }

  private static boolean isFigure(Cell cell) {
    CellShape shape = CellShape.of(cell);
    return shape.isFigureLike() || shape == CellShape.PERIOD;
  }

  private boolean areSeveralColumns(CellRange range) {
    return columns.stream()
            .filter(c -> c.use() == Column.Use.FIGURES)
            .filter(c -> range.contains(range.firstRow(), c.index()))
            .map(Column::facets)
            .distinct()
            .limit(2)
            .count()
        > 1;
  }

  private boolean areSeveralRows(CellRange range) {
    return range.lastRow() > range.firstRow()
        && !labels.stream().allMatch(label -> isOneLabel(label, range));
  }

  private boolean isOneLabel(LabelColumn label, CellRange range) {
    return merges
        .at(range.firstRow(), label.index())
        .filter(m -> m.firstRow() <= range.firstRow() && m.lastRow() >= range.lastRow())
        .isPresent();
  }
}
