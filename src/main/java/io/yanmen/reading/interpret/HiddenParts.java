package io.yanmen.reading.interpret;

import io.yanmen.model.outcome.Note;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellAddress;
import io.yanmen.model.table.SheetInfo;
import io.yanmen.model.table.SheetRow;
import io.yanmen.model.table.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Counts what a sheet holds and does not show: rows, columns, and texts as white as the paper. */
final class HiddenParts {
  private final List<SheetInfo.Columns> columns;
  private final Set<Integer> filled = new TreeSet<>();
  private long rows;
  private long white;

  private HiddenParts(List<SheetInfo.Columns> columns) {
    this.columns = columns;
  }

  static HiddenParts of(List<SheetInfo.Columns> columns) {
    return new HiddenParts(columns);
  }

  void row(SheetRow row) {
    rows += row.hidden() ? 1 : 0;
    for (Cell cell : row.cells()) {
      white += cell.style().look() == Style.Look.WHITE ? 1 : 0;
    }
    for (SheetInfo.Columns hidden : columns) {
      for (int c = hidden.first(); c <= hidden.last() && c < row.cells().size(); c++) {
        if (!row.cell(c).isEmpty()) {
          filled.add(c);
        }
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
          String.join("、", filled.stream().limit(20).map(CellAddress::columnName).toList());
      notes.add(new Note("HIDDEN_COLUMNS", List.of(sheet, number(filled.size()), letters)));
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
