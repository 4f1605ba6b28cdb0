package io.yanmen.model.table;

import java.util.List;

/**
 * One row of a sheet that has at least one cell that is not empty.
 *
 * @param number from 0
 * @param cells from column 0, without empty cells at the end
 */
public record SheetRow(int number, boolean hidden, List<Cell> cells) {
  /** The cell of a column; the empty cell where the row does not reach that far. */
  public Cell cell(int column) {
    return column < cells.size() ? cells.get(column) : Cell.EMPTY;
  }
}
