package io.yanmen.console.figure;

import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellAddress;
import io.yanmen.model.table.CellKind;
import io.yanmen.model.table.CellRange;
import io.yanmen.model.table.RowSink;
import io.yanmen.model.table.SheetInfo;
import io.yanmen.model.table.SheetRow;
import io.yanmen.model.text.ShownText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * Keeps the rows and columns around one cell while a file is read, with the first rows and columns
 * of its sheet, which mostly name them. Stops the reading behind them.
 */
final class TableWindow implements RowSink {
  private static final int ROWS_AROUND = 5;
  private static final int COLUMNS_AROUND = 4;
  private static final int HEAD_ROWS = 5;
  private static final int LABEL_COLUMNS = 2;
  private static final int MOST_MERGES = 5_000;
  private static final int LONGEST = 120;

  /** Ends a reading that has given all that was wanted; it carries nothing and is no fault. */
  static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super("enough", null, false, false);
    }
  }

  private final CellAddress wanted;
  private final BooleanSupplier isLate;
  private final TreeSet<Integer> columns = new TreeSet<>();
  private final TreeMap<Integer, Map<Integer, Cell>> rows = new TreeMap<>();
  private final List<CellRange> merges = new ArrayList<>();
  private final Map<CellRange, Cell> merged = new HashMap<>();
  private boolean inSheet;
  private boolean late;
  private int heads;

  TableWindow(CellAddress wanted, BooleanSupplier isLate) {
    this.wanted = wanted;
    this.isLate = isLate;
    for (int c = 0; c < LABEL_COLUMNS; c++) {
      columns.add(c);
    }
    for (int c = wanted.column() - COLUMNS_AROUND; c <= wanted.column() + COLUMNS_AROUND; c++) {
      if (c >= 0) {
        columns.add(c);
      }
    }
  }

  boolean isLate() {
    return late;
  }

  boolean isFound() {
    return rows.containsKey(wanted.row());
  }

  @Override
  public void sheet(SheetInfo info) {
    inSheet = info.name().equals(wanted.sheet());
    if (inSheet) {
      info.merged().stream()
          .filter(it -> it.firstRow() <= wanted.row() + ROWS_AROUND)
          .filter(
              it -> columns.stream().anyMatch(c -> it.firstColumn() <= c && c <= it.lastColumn()))
          .limit(MOST_MERGES)
          .forEach(merges::add);
    }
  }

  @Override
  public void row(SheetRow row) {
    if (isLate.getAsBoolean()) {
      late = true;
      throw new Enough();
    }
    if (!inSheet) {
      return;
    }
    if (row.number() > wanted.row() + ROWS_AROUND) {
      throw new Enough();
    }
    for (CellRange range : merges) {
      if (range.firstRow() == row.number()) {
        merged.put(range, row.cell(range.firstColumn()));
      }
    }
    if (heads < HEAD_ROWS || row.number() >= wanted.row() - ROWS_AROUND) {
      heads++;
      Map<Integer, Cell> cells = new HashMap<>();
      columns.forEach(c -> cells.put(c, row.cell(c)));
      rows.put(row.number(), cells);
    }
  }

  @Override
  public void endSheet() {
    if (inSheet) {
      throw new Enough();
    }
  }

  /** What was kept, ready to be shown. */
  CellExcerpt.Table table() {
    trim();
    // Rows of the window without content are shown too, so that nothing seems to be side by side.
    for (int r = Math.max(0, wanted.row() - ROWS_AROUND); r < rows.lastKey(); r++) {
      rows.putIfAbsent(r, Map.of());
    }
    List<String> letters = new ArrayList<>();
    int before = -1;
    for (int c : columns) {
      if (before >= 0 && c > before + 1) {
        letters.add("");
      }
      letters.add(CellAddress.columnName(c));
      before = c;
    }
    List<CellExcerpt.ExcerptRow> shown = new ArrayList<>();
    before = -1;
    for (int r : rows.keySet()) {
      if (before >= 0 && r > before + 1) {
        shown.add(new CellExcerpt.ExcerptRow("", List.of()));
      }
      shown.add(new CellExcerpt.ExcerptRow(Integer.toString(r + 1), boxes(r)));
      before = r;
    }
    return new CellExcerpt.Table(ShownText.line(wanted.sheet(), LONGEST), letters, shown);
  }

  /** Columns at the right end in which nothing stands are left out. */
  private void trim() {
    while (columns.last() > wanted.column()) {
      int last = columns.last();
      boolean used =
          rows.values().stream().anyMatch(it -> !it.getOrDefault(last, Cell.EMPTY).isEmpty())
              || merges.stream().anyMatch(it -> it.lastColumn() >= last && merged.containsKey(it));
      if (used) {
        return;
      }
      columns.remove(last);
    }
  }

  private List<CellExcerpt.Box> boxes(int row) {
    List<CellExcerpt.Box> boxes = new ArrayList<>();
    int before = -1;
    for (int column : columns) {
      if (before >= 0 && column > before + 1) {
        boxes.add(CellExcerpt.Box.GAP);
      }
      before = column;
      CellRange range = rangeOf(row, column);
      if (isFirst(range, row, column)) {
        Cell own = rows.getOrDefault(row, Map.of()).getOrDefault(column, Cell.EMPTY);
        Cell cell = merged.getOrDefault(range, own);
        boxes.add(
            new CellExcerpt.Box(
                ShownText.line(cell.text(), LONGEST),
                range.contains(wanted.row(), wanted.column()),
                cell.kind() == CellKind.NUMBER,
                spanned(columns, column, range.lastColumn()),
                spanned(rows.navigableKeySet(), row, range.lastRow())));
      }
    }
    return boxes;
  }

  private CellRange rangeOf(int row, int column) {
    return merges.stream()
        .filter(it -> it.contains(row, column))
        .findFirst()
        .orElseGet(() -> new CellRange(row, column, row, column));
  }

  /** Whether nothing shown of the same rectangle stands right above or left of a cell. */
  private boolean isFirst(CellRange range, int row, int column) {
    boolean above = range.contains(row - 1, column) && rows.containsKey(row - 1);
    boolean left = range.contains(row, column - 1) && columns.contains(column - 1);
    return !above && !left;
  }

  /** How many follow each other without a gap, up to the last of a rectangle. */
  private static int spanned(SortedSet<Integer> shown, int first, int last) {
    int end = first;
    while (end < last && shown.contains(end + 1)) {
      end++;
    }
    return end - first + 1;
  }
}
