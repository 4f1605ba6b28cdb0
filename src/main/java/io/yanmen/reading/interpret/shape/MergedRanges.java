package io.yanmen.reading.interpret.shape;

import io.yanmen.model.table.CellRange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The merged rectangles of a sheet, found by row and column without looking at all of them: a sheet
 * may have a million.
 */
public final class MergedRanges {
  static final MergedRanges NONE = new MergedRanges(List.of());

  // No cell stands farther to the right, whatever a reference says.
  private static final int COLUMNS = 1 << 14;

  /** A rectangle and its place in the file: of several in one place the first one counts. */
  private record Placed(CellRange range, int place) {}

  // A balanced tree by first row, its nodes in order: the root of a stretch is its middle.
  private final List<Placed> byRow;
  // The lowest row that any rectangle of the stretch reaches, kept at its root.
  private final int[] reach;
  private final BitSet columnsDown = new BitSet();

  // The row that was asked for last, as most questions follow one another there.
  private int lastRow = -1;
  private List<Placed> through = List.of();
  private BitSet continued = new BitSet();

  private MergedRanges(List<Placed> byRow) {
    this.byRow = byRow;
    this.reach = new int[byRow.size()];
    reach(0, byRow.size());
    for (Placed placed : byRow) {
      CellRange range = placed.range();
      if (range.lastRow() > range.firstRow()) {
        mark(columnsDown, range);
      }
    }
  }

  private static void mark(BitSet columns, CellRange range) {
    columns.set(Math.min(COLUMNS, range.firstColumn()), Math.min(COLUMNS, range.lastColumn() + 1));
  }

  public static MergedRanges of(List<CellRange> merged) {
    if (merged.isEmpty()) {
      return NONE;
    }
    List<Placed> byRow = new ArrayList<>(merged.size());
    IntStream.range(0, merged.size()).forEach(i -> byRow.add(new Placed(merged.get(i), i)));
    byRow.sort(Comparator.comparingInt(placed -> placed.range().firstRow()));
    return new MergedRanges(byRow);
  }

  private int reach(int from, int to) {
    if (from == to) {
      return -1;
    }
    int root = (from + to) >>> 1;
    int below = Math.max(reach(from, root), reach(root + 1, to));
    reach[root] = Math.max(below, byRow.get(root).range().lastRow());
    return reach[root];
  }

  /** Gives all rectangles that a row runs through. */
  private void eachOf(int row, int from, int to, Consumer<Placed> taker) {
    if (from == to) {
      return;
    }
    int root = (from + to) >>> 1;
    if (reach[root] < row) {
      return;
    }
    eachOf(row, from, root, taker);
    Placed placed = byRow.get(root);
    if (placed.range().firstRow() <= row) {
      if (placed.range().lastRow() >= row) {
        taker.accept(placed);
      }
      eachOf(row, root + 1, to, taker);
    }
  }

  private List<Placed> through(int row) {
    if (row != lastRow) {
      List<Placed> found = new ArrayList<>();
      BitSet columns = new BitSet();
      eachOf(row, 0, byRow.size(), found::add);
      for (Placed placed : found) {
        if (placed.range().firstRow() < row) {
          mark(columns, placed.range());
        }
      }
      through = found;
      continued = columns;
      lastRow = row;
    }
    return through;
  }

  /** Whether any rectangle runs through a row. */
  public boolean touch(int row) {
    return !byRow.isEmpty() && !through(row).isEmpty();
  }

  /** The rectangle of each cell of a row up to a width; null where a cell stands alone. */
  public @Nullable CellRange[] ofRow(int row, int width) {
    @Nullable CellRange[] ranges = new CellRange[width];
    for (Placed placed : through(row)) {
      CellRange range = placed.range();
      for (int c = range.firstColumn(); c <= range.lastColumn() && c < width; c++) {
        ranges[c] = range;
      }
    }
    return ranges;
  }

  /** The rectangle that a cell belongs to. */
  public Optional<CellRange> at(int row, int column) {
    return through(row).stream()
        .filter(placed -> placed.range().contains(row, column))
        .min(Comparator.comparingInt(Placed::place))
        .map(Placed::range);
  }

  /** Whether a cell belongs to a rectangle that begins in a row above. */
  public boolean isBelowFirstRow(int row, int column) {
    return columnsDown.get(column) && !through(row).isEmpty() && continued.get(column);
  }

  /** Whether cells of the row are merged with their neighbours to the side. */
  public boolean goAcross(int row) {
    return through(row).stream()
        .map(Placed::range)
        .anyMatch(range -> range.lastColumn() > range.firstColumn());
  }

  /** Whether a rectangle of several rows reaches from a row to another. */
  public boolean bridge(int row, int last) {
    return through(row).stream()
        .map(Placed::range)
        .anyMatch(range -> range.lastRow() >= last && range.lastRow() > range.firstRow());
  }

  /** Whether the column has cells merged with those below. */
  public boolean goDown(int column) {
    return columnsDown.get(column);
  }
}
