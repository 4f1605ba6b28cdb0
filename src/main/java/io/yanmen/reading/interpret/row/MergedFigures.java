package io.yanmen.reading.interpret.row;

import io.yanmen.evidence.Evidence;
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
import org.jspecify.annotations.Nullable;

/**
 * Figures that are merged over several rows or columns of a table: they belong to none of them
 * alone. Rows that are one by their label, and columns that are one by their head, are not several.
 */
public final class MergedFigures {
  private final MergedRanges merges;
  private final List<Column> columns;
  private final List<LabelColumn> labels;
  private final Map<CellRange, Cell> found = new HashMap<>();

  // The row that was asked for last, as all questions about its cells follow one another.
  private int lastRow = -1;
  private @Nullable CellRange[] ranges = new CellRange[0];

  public MergedFigures(MergedRanges merges, List<Column> columns, List<LabelColumn> labels) {
    this.merges = merges;
    this.columns = columns;
    this.labels = labels;
  }

  /**
   * Whether any cell of a row is merged with others: if not, nothing need be asked of its cells.
   */
  public boolean touch(int row) {
    return merges.touch(row);
  }

  /** The figure of several rows or columns that a cell below the table's heads belongs to. */
  public Optional<Cell> at(SheetRow row, int column) {
    if (row.number() != lastRow) {
      lastRow = row.number();
      ranges = merges.ofRow(lastRow, columns.size());
      found.keySet().removeIf(range -> range.lastRow() < lastRow);
    }
    CellRange range = ranges[column];
    if (range == null) {
      return Optional.empty();
    }
    if (range.firstRow() == row.number() && range.firstColumn() == column) {
      Cell cell = row.cell(column);
      if (isFigure(cell) && (areSeveralColumns(range) || areSeveralRows(range))) {
        found.put(range, cell);
      }
    }
    return Optional.ofNullable(found.get(range));
  }

  private static boolean isFigure(Cell cell) {
    CellShape shape = CellShape.of(cell);
    return shape.isFigureLike() || shape == CellShape.PERIOD;
  }

  /** Whether other words stand above one of its columns of figures than above the first. */
  private boolean areSeveralColumns(CellRange range) {
    Evidence head = columns.get(range.firstColumn()).facets();
    for (int c = range.firstColumn() + 1; c <= range.lastColumn() && c < columns.size(); c++) {
      Column column = columns.get(c);
      if (column.use() == Column.Use.FIGURES && !column.facets().equals(head)) {
        return true;
      }
    }
    return false;
  }

  private boolean areSeveralRows(CellRange range) {
    return range.lastRow() > range.firstRow()
        && !labels.stream().allMatch(label -> isOneLabel(ranges[label.index()], range));
  }

  private static boolean isOneLabel(@Nullable CellRange label, CellRange figure) {
    return label != null
        && label.firstRow() <= figure.firstRow()
        && label.lastRow() >= figure.lastRow();
  }
}
