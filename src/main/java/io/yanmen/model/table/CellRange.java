package io.yanmen.model.table;

/** A rectangle of merged cells; all bounds count from 0 and are part of it. */
public record CellRange(int firstRow, int firstColumn, int lastRow, int lastColumn) {
  public CellRange {
    if (firstRow > lastRow || firstColumn > lastColumn || firstRow < 0 || firstColumn < 0) {
      throw new IllegalArgumentException(
          "no rectangle: " + firstRow + "," + firstColumn + " to " + lastRow + "," + lastColumn);
    }
  }

  public boolean contains(int row, int column) {
    return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
  }
}
