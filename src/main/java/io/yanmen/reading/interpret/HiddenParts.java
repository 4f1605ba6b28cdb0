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

/** Counts what a sheet holds and does not show: rows, columns, and texts as white as the paper. */
final class HiddenParts {
  private static final int NAMED = 20;

  private final BitSet columns = new BitSet();
  private final BitSet filled = new BitSet();
  private long rows;
  private long white;

  private HiddenParts(List<SheetInfo.Columns> columns) {
    columns.forEach(hidden -> this.columns.set(hidden.first(), hidden.last() + 1));
  }

  static HiddenParts of(List<SheetInfo.Columns> columns) {
    return new HiddenParts(columns);
  }

  void row(SheetRow row) {
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
