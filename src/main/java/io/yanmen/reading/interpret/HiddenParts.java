package io.yanmen.reading.interpret;

import io.yanmen.model.outcome.Note;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellAddress;
import io.yanmen.model.table.SheetInfo;
import io.yanmen.model.table.SheetRow;
import io.yanmen.model.table.Style;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a sheet holds and does not show: rows, columns, and texts as white as the paper. They are
 * counted and told of, or where the source wants it so, marked as unseen: then their figures are
 * refused. Names and heads still count.
 */
final class HiddenParts {
  private static final int NAMED = 20;

  private final BitSet columns = new BitSet();
  private final BitSet filled = new BitSet();
  private final boolean sheet;
  private final boolean refused;
  private long rows;
  private long white;

  private HiddenParts(List<SheetInfo.Columns> columns, boolean sheet, boolean refused) {
    this.sheet = sheet;
    this.refused = refused;
    columns.forEach(hidden -> this.columns.set(hidden.first(), hidden.last() + 1));
  }

  /** Of no sheet. */
  static HiddenParts none() {
    return new HiddenParts(List.of(), false, false);
  }

  /**
   * @param refused whether figures that are not seen are refused, each by itself, and not told of
   *     together
   */
  static HiddenParts of(SheetInfo sheet, boolean refused) {
    return new HiddenParts(sheet.hiddenColumns(), sheet.hidden(), refused);
  }

  /** The row as it counts, which is looked through on the way. */
  SheetRow row(SheetRow row) {
    if (refused) {
      return seen(row);
    }
    count(row);
    return row;
  }

  private SheetRow seen(SheetRow row) {
    List<Cell> cells = new ArrayList<>(row.cells());
    for (int c = 0; c < cells.size(); c++) {
      Cell cell = cells.get(c);
      boolean white = cell.style().look() == Style.Look.WHITE;
      if (!cell.isEmpty()
          && !cell.isTakenBack()
          && (sheet || row.hidden() || columns.get(c) || white)) {
        Style unseen = cell.style().looking(Style.Look.UNSEEN);
        cells.set(c, new Cell(cell.kind(), cell.text(), unseen));
      }
    }
    return new SheetRow(row.number(), row.hidden(), cells, row.comments());
  }

  private void count(SheetRow row) {
    rows += row.hidden() ? 1 : 0;
    for (Cell cell : row.cells()) {
      white += cell.style().look() == Style.Look.WHITE ? 1 : 0;
    }
    int width = row.cells().size();
    for (int c = columns.nextSetBit(0); c >= 0 && c < width; c = columns.nextSetBit(c + 1)) {
      if (!row.cell(c).isEmpty()) {
        filled.set(c);
      }
    }
  }

  List<Note> notes(String sheet) {
    List<Note> notes = new ArrayList<>();
    if (rows > 0) {
      notes.add(new Note("HIDDEN_ROWS", List.of(sheet, number(rows))));
    }
    if (!filled.isEmpty()) {
      String letters =
          filled.stream()
              .limit(NAMED)
              .mapToObj(CellAddress::columnName)
              .collect(Collectors.joining("、"));
      notes.add(new Note("HIDDEN_COLUMNS", List.of(sheet, number(filled.cardinality()), letters)));
    }
    if (white > 0) {
      notes.add(new Note("WHITE_TEXT", List.of(sheet, number(white))));
    }
    return notes;
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%d", count);
  }
}
