package io.yanmen.model.table;

import java.util.List;
import java.util.Map;

/**
 * One row of a sheet that has at least one cell that is not empty.
 *
 * @param number from 0
 * @param cells from column 0, without empty cells at the end
 * @param comments what people hung on cells of the row, by column; a comment on a cell that is
 *     merged over several rows is one of each
 */
public record SheetRow(
    int number, boolean hidden, List<Cell> cells, Map<Integer, String> comments) {
  /** A row without comments. */
  public SheetRow(int number, boolean hidden, List<Cell> cells) {
    this(number, hidden, cells, Map.of());
  }

  /** How many characters its cells hold. */
  public long characters() {
    long characters = 0;
    for (Cell cell : cells) {
      characters += cell.text().length();
    }
    return characters;
  }

  /** How many of its cells are not blank. */
  public int filled() {
    int filled = 0;
    for (Cell cell : cells) {
      filled += cell.text().isBlank() ? 0 : 1;
    }
    return filled;
  }

  /** The cell of a column; the empty cell where the row does not reach that far. */
  public Cell cell(int column) {
    return column < cells.size() ? cells.get(column) : Cell.EMPTY;
  }
}
