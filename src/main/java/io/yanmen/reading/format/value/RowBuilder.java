package io.yanmen.reading.format.value;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellAddress;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.format.limit.Refusal;
import java.util.Arrays;
import java.util.List;

/** Gathers the cells of one row; used again for the next. */
public final class RowBuilder {
  private Cell[] cells = new Cell[32];
  private int width;
  private long characters;

  /** Columns up to the last cell with content. */
  public int width() {
    return width;
  }

  /** Puts a cell of a workbook, if it and its row are within the limits. */
  public void put(String sheet, int row, int column, Cell cell, ReadLimits limits)
      throws UnreadableFileException {
    if (cell.isEmpty()) {
      return;
    }
    if (column >= limits.maxColumns()) {
      throw Refusal.tooLarge("列数 (columns)", column + 1L, limits.maxColumns());
    }
    int length = cell.text().length();
    if (length > limits.maxCellCharacters()) {
      throw Refusal.tooLarge(
          new CellAddress(sheet, row, column),
          "单元格字数 (characters in a cell)",
          length,
          limits.maxCellCharacters());
    }
    characters += length;
    if (characters > limits.maxRowCharacters()) {
      throw Refusal.tooLarge(
          new CellAddress(sheet, row, 0),
          "一行的字数 (characters in a row)",
          characters,
          limits.maxRowCharacters());
    }
    set(column, cell);
  }

  /** Puts a cell; an empty one changes nothing. */
  public void set(int column, Cell cell) {
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
  public SheetRow take(int number, boolean hidden) {
    List<Cell> taken = List.of(Arrays.copyOf(cells, width));
    width = 0;
    characters = 0;
    return new SheetRow(number, hidden, taken);
  }
}
