package io.yanmen.read;

import io.yanmen.model.Cell;
import io.yanmen.model.SheetRow;
import java.util.Arrays;
import java.util.List;

/** Gathers the cells of one row; used again for the next. */
final class RowBuilder {
  private Cell[] cells = new Cell[32];
  private int width;

  /** Columns up to the last cell with content. */
  int width() {
    return width;
  }

  /** Puts a cell; an empty one changes nothing. */
  void set(int column, Cell cell) {
    if (cell.isEmpty()) {
      return;
    }
    if (column >= cells.length) {
      cells = Arrays.copyOf(cells, Math.max(column + 1, cells.length * 2));
    }
    if (column >= width) {
      for (int empty = width; empty < column; empty++) {
        cells[empty] = Cell.EMPTY;
      }
      width = column + 1;
    }
    cells[column] = cell;
  }

  /** The row so far; the builder is empty after. */
  SheetRow take(int number, boolean hidden) {
    List<Cell> taken = List.of(Arrays.copyOf(cells, width));
    width = 0;
    return new SheetRow(number, hidden, taken);
  }
}
