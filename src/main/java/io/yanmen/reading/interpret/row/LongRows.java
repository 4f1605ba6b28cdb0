package io.yanmen.reading.interpret.row;

import io.yanmen.model.table.Cell;
import io.yanmen.model.table.SheetRow;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds rows of a text file that have more fields than the heads: a comma within a number has cut
 * it in two, or one comma too many has moved what stands behind it.
 */
public final class LongRows {
  private static final Pattern FIRST_GROUP = Pattern.compile("\\s*[+-]?\\d{1,3}\\s*");
  private static final Pattern NEXT_GROUP = Pattern.compile("\\s*\\d{3}(?:\\.\\d*)?%?\\s*");

  private final int lastHeaded;
  private final boolean possible;
  // A column that most rows fill has lost its head; it is no accident of one row.
  private final boolean usual;

  /**
   * @param merges whether the file's format knows cells: where it does, none can slip
   * @param lastHeaded the last column with a head
   */
  public LongRows(boolean merges, int lastHeaded, List<SheetRow> sample) {
    this.possible = !merges && lastHeaded >= 0;
    this.lastHeaded = lastHeaded;
    long longer = possible ? sample.stream().filter(this::goesOn).count() : 0;
    this.usual = longer * 2 > sample.size();
  }

  public boolean isTooLong(SheetRow row) {
    return possible
        && row.cells().size() > lastHeaded + 1
        && goesOn(row)
        && (!usual || hasCutNumber(row));
  }

  /** Whether a field stands right behind those of the heads. */
  private boolean goesOn(SheetRow row) {
    return isFilled(row.cell(lastHeaded)) && isFilled(row.cell(lastHeaded + 1));
  }

  private static boolean hasCutNumber(SheetRow row) {
    for (int c = 0; c + 1 < row.cells().size(); c++) {
      if (FIRST_GROUP.matcher(row.cell(c).text()).matches()
          && NEXT_GROUP.matcher(row.cell(c + 1).text()).matches()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFilled(Cell cell) {
    return !cell.text().isBlank();
  }
}
