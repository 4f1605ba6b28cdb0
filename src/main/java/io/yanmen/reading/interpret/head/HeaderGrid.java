package io.yanmen.reading.interpret.head;

import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellKind;
import io.yanmen.model.table.CellRange;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.interpret.shape.MergedRanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The header rows of a table as a grid in which every column has its words, also where cells were
 * merged, or were merged before the merge was lost and only the first cell has kept the words.
 */
public final class HeaderGrid {
  /** Words of one header cell, and the cell that they stand in. */
  record Head(Cell cell, int row, int column) {
    String text() {
      return cell.text();
    }
  }

  private final MergedRanges merges;
  private final List<SheetRow> rows;
  private final int width;
  private final boolean mergesLost;
  // For each row and column the nearest words at it or to its left; -1 where there are none.
  private final int[][] nearest;

  public HeaderGrid(MergedRanges merges, List<SheetRow> rows, int width) {
    this.merges = merges;
    this.rows = rows;
    this.width = width;
    this.mergesLost = rows.stream().noneMatch(r -> merges.goAcross(r.number()));
    this.nearest = rows.stream().map(r -> nearest(r, width)).toArray(int[][]::new);
  }

  private static int[] nearest(SheetRow row, int width) {
    int[] columns = new int[width];
    int last = -1;
    for (int c = 0; c < width; c++) {
      last = at(row, c).isPresent() ? c : last;
      columns[c] = last;
    }
    return columns;
  }

  /** The last column that has words above it; -1 where none has. */
  public int lastHeaded() {
    int last = -1;
    for (int[] columns : nearest) {
      last = Math.max(last, width == 0 ? -1 : columns[width - 1]);
    }
    return last;
  }

  /**
   * The words to the left of a header cell that has none, where other cells of its row are merged:
   * its own merge may have been lost, or nothing may stand above it.
   */
  Optional<Head> doubtful(int column) {
    for (int i = 0; !mergesLost && i + 1 < rows.size(); i++) {
      int row = rows.get(i).number();
      int left = nearest[i][column];
      boolean blank = left >= 0 && left != column && merges.at(row, column).isEmpty();
      if (blank && merges.goAcross(row) && merges.at(row, left).isEmpty()) {
        Optional<Head> from = fromTheLeft(i, column);
        if (from.isPresent()) {
          return from;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the words of a header cell stand above a column, merged over it or not. */
  public boolean standsAbove(int row, int column, int below) {
    return stack(below).stream().anyMatch(h -> h.row() == row && h.column() == column);
  }

  int height() {
    return rows.size();
  }

  int rowNumber(int index) {
    return rows.get(index).number();
  }

  /** The heads above a column from the top, each once. */
  List<Head> stack(int column) {
    List<Head> heads = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      head(i, column)
          .filter(
              h -> heads.stream().noneMatch(o -> o.row() == h.row() && o.column() == h.column()))
          .ifPresent(heads::add);
    }
    return heads;
  }

  /** The head of a column in one header row. */
  Optional<Head> head(int index, int column) {
    SheetRow row = rows.get(index);
    Optional<Head> own = at(row, column);
    if (own.isPresent()) {
      return own;
    }
    Optional<CellRange> merge = merges.at(row.number(), column);
    if (merge.isPresent()) {
      return rows.stream()
          .filter(r -> r.number() == merge.get().firstRow())
          .findFirst()
          .flatMap(r -> at(r, merge.get().firstColumn()));
    }
    return mergesLost && index + 1 < rows.size() ? fromTheLeft(index, column) : Optional.empty();
  }

  /** A header cell that lost its merge stands above all columns up to the next words in its row. */
  private Optional<Head> fromTheLeft(int index, int column) {
    int left = nearest[index][column];
    return left >= 0 && hasWordsBelow(index, column) && hasWordsBelow(index, left)
        ? at(rows.get(index), left)
        : Optional.empty();
  }

  private boolean hasWordsBelow(int index, int column) {
    return rows.subList(index + 1, rows.size()).stream().anyMatch(r -> at(r, column).isPresent());
  }

  private static Optional<Head> at(SheetRow row, int column) {
    Cell cell = row.cell(column).asShown();
    boolean words = cell.kind() != CellKind.EMPTY && !cell.text().isBlank() && !cell.isTakenBack();
    return words ? Optional.of(new Head(cell, row.number(), column)) : Optional.empty();
  }

  int width() {
    return width;
  }
}
