package io.yanmen.model.outcome;

import io.yanmen.model.table.CellAddress;
import io.yanmen.model.text.ShownText;
import java.util.List;

/**
 * A cell, a row, or a whole file refused; or, among the warnings of an outcome, a figure in doubt.
 *
 * @param tableNo number of the table in its file, from 1; 0 where the file as a whole is meant
 * @param cell where; for a whole file the first cell of no sheet
 * @param raw the text that was refused, cut to 200 characters
 * @param arguments what the code's messages need, in their order, each cut to 400 characters
 */
public record Rejection(
    RejectionCode code, int tableNo, CellAddress cell, String raw, List<String> arguments) {
  private static final int RAW_LIMIT = 200;
  private static final int ARGUMENT_LIMIT = 400;

  public Rejection {
    raw = ShownText.beginning(raw, RAW_LIMIT);
    arguments = arguments.stream().map(it -> ShownText.beginning(it, ARGUMENT_LIMIT)).toList();
  }

  /** A refusal of the file as a whole. */
  public static Rejection ofFile(RejectionCode code, String... arguments) {
    return new Rejection(code, 0, new CellAddress("", 0, 0), "", List.of(arguments));
  }

  public boolean isOfFile() {
    return tableNo == 0;
  }

  /**
   * Whether a cell is meant; a file as a whole has none, unless its reader says where it stopped.
   */
  public boolean hasPlace() {
    return !isOfFile() || !cell.sheet().isEmpty() || cell.row() > 0 || cell.column() > 0;
  }
}
