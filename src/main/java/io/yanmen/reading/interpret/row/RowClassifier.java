package io.yanmen.reading.interpret.row;

import io.yanmen.catalog.NameNormalForm;
import io.yanmen.evidence.Evidence;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellKind;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.interpret.shape.CellShape;
import io.yanmen.reading.interpret.shape.CellShapeCache;
import io.yanmen.reading.interpret.shape.MergedRanges;
import io.yanmen.reading.interpret.vocabulary.HeadRole;
import io.yanmen.reading.interpret.word.TableLanguage;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells from its look, and that of its neighbours, what a row of a sheet is: heads, body, a line
 * that divides it, numbers of columns, a note.
 */
public final class RowClassifier {
  // A head of labels is short, in both languages too; a page of text is none.
  private static final int LONGEST_ROLE = 60;

  private static final int LONG_TEXT = 50;

  private final TableLanguage dialect;
  private final MergedRanges merges;
  private final CellShapeCache shapes;
  private final NoteRows notes;
  // The same rows are looked at again for every line above them: up to here none is of the body.
  private int noBodyTo = -1;

  public RowClassifier(TableLanguage dialect, MergedRanges merges, CellShapeCache shapes) {
    this.dialect = dialect;
    this.merges = merges;
    this.shapes = shapes;
    this.notes = new NoteRows(shapes);
  }

  public NoteRows notes() {
    return notes;
  }

  /** The first of the lines that divide the body, where such lines stand right below the heads. */
  public int sectionsAbove(List<SheetRow> rows, int body) {
    int first = body;
    while (first > 0 && isSection(rows.get(first - 1), rows.get(first))) {
      first--;
    }
    boolean belowHeads =
        first < body
            && first > 0
            && isHeader(rows, first - 1)
            && isHeadOf(rows.get(first - 1), rows.get(body));
    return belowHeads ? first : body;
  }

  private static boolean isSection(SheetRow row, SheetRow below) {
    int filled = row.filled();
    return filled == 1 && firstColumn(row) == 0 && row.number() + 1 == below.number();
  }

  /** Whether there are words above every figure. */
  private boolean isHeadOf(SheetRow head, SheetRow body) {
    for (int c = 0; c < body.cells().size(); c++) {
      if (shapes.of(body.cell(c)).isFigureLike() && head.cell(c).text().isBlank()) {
        return false;
      }
    }
    return true;
  }

  /** A row that is named like the row below it is of the body, whatever its other cells hold. */
  public boolean isRowWithoutFigures(SheetRow row, SheetRow below) {
    if (row.number() + 1 != below.number() || row.cells().stream().anyMatch(this::isRoleWord)) {
      return false;
    }
    for (int c = 0; c < Math.min(row.cells().size(), below.cells().size()); c++) {
      Set<String> kinds = kinds(row.cell(c));
      if (!kinds.isEmpty() && !Collections.disjoint(kinds, kinds(below.cell(c)))) {
        return !isTitle(row, row.cell(c), below.cell(c));
      }
    }
    return false;
  }

  /** 代县2024年固定资产投资 alone above 固定资产投资 says when, which no name of a row below it does. */
  private boolean isTitle(SheetRow row, Cell name, Cell below) {
    return row.filled() == 1 && isDated(name) && !isDated(below);
  }

  private boolean isDated(Cell cell) {
    return dialect.texts().readPart(cell.text(), "").period().isPresent();
  }

  private Set<String> kinds(Cell cell) {
    Set<String> kinds = new HashSet<>();
    if (shapes.of(cell) == CellShape.TEXT) {
      Evidence facets = dialect.texts().readPart(cell.text(), "");
      facets.area().ifPresent(a -> kinds.add("area"));
      facets.indicator().ifPresent(i -> kinds.add("indicator"));
      facets.breakdown().ifPresent(i -> kinds.add("indicator"));
    }
    return kinds;
  }

  public int firstBodyRow(List<SheetRow> rows) {
    if (!rows.isEmpty() && isBody(rows, 0)) {
      return 0;
    }
    for (int i = Math.max(1, countTo(rows, noBodyTo)); i < rows.size(); i++) {
      if (isBody(rows, i) && !isHeadInWords(rows.get(i))) {
        return i;
      }
      noBodyTo = rows.get(i).number();
    }
    return -1;
  }

  /**
   * The lower head of a column that is labelled above: nothing names a row, no number stands there.
   */
  private boolean isHeadInWords(SheetRow row) {
    return row.cell(0).text().isBlank() && isInWords(row, shapes.of(row));
  }

  /** How many of the rows stand in the sheet no lower than a row. */
  private static int countTo(List<SheetRow> rows, int last) {
    int from = 0;
    int to = rows.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (rows.get(middle).number() <= last) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** A row with figures that are neither years at the head of columns nor the columns' numbers. */
  public boolean isBody(List<SheetRow> rows, int index) {
    SheetRow row = rows.get(index);
    int figures = 0;
    int plainYears = 0;
    int texts = 0;
    CellShape[] look = shapes.of(row);
    for (int c = 0; c < row.cells().size(); c++) {
      CellShape shape = look[c];
      if (shape.isFigureLike()) {
        figures++;
      } else if (shape == CellShape.PERIOD && isDigits(row.cell(c).shown())) {
        plainYears++;
      } else if (shape == CellShape.TEXT || shape == CellShape.PERIOD) {
        texts++;
      }
    }
    if (figures == 0) {
      boolean headAbove = index > 0 && isTextHead(rows.get(index - 1), row);
      boolean dated = plainYears > 1 && headAbove && isPeriodHead(rows.get(index - 1));
      return plainYears > 0 && (texts > 0 || dated) && headAbove && !isRoleWord(row.cell(0));
    }
    return !ColumnNumbers.are(row)
        && !isLineOfText(row, figures, texts)
        && !(isInWords(row, look) && isRoleWord(row.cell(0)));
  }

  /** 5000万元以上 below 县区 is a head that only looks like a figure: no number stands by itself. */
  private static boolean isInWords(SheetRow row, CellShape[] look) {
    for (int c = 0; c < row.cells().size(); c++) {
      Cell cell = row.cell(c);
      if (look[c].isFigureLike()
          && (cell.kind() != CellKind.TEXT
              || NameNormalForm.isDecimal(cell.text().strip(), true))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.') {
        return false;
      }
    }
    return true;
  }

  /** A header row with words above each cell of the row: then years below it are figures. */
  private boolean isTextHead(SheetRow above, SheetRow row) {
    if (above.number() + 1 != row.number()) {
      return false;
    }
    for (int c = 0; c < row.cells().size(); c++) {
      if (!row.cell(c).isEmpty() && shapes.of(above.cell(c)) != CellShape.TEXT) {
        return false;
      }
    }
    return true;
  }

  private boolean isPeriodHead(SheetRow row) {
    return dialect
        .vocabulary()
        .role(NameNormalForm.of(row.cell(0).text()))
        .filter(r -> r == HeadRole.PERIOD)
        .isPresent();
  }

  private boolean isRoleWord(Cell cell) {
    return cell.text().length() <= LONGEST_ROLE
        && dialect.vocabulary().role(NameNormalForm.of(cell.text())).isPresent();
  }

  /** A single remark such as 第3号 that only looks like a figure. */
  private static boolean isLineOfText(SheetRow row, int figures, int texts) {
    return figures == 1
        && texts == 0
        && row.filled() == 1
        && firstColumn(row) == 0
        && !isDigits(row.cell(0).text());
  }

  static int firstColumn(SheetRow row) {
    for (int c = 0; c < row.cells().size(); c++) {
      if (!row.cell(c).text().isBlank()) {
        return c;
      }
    }
    return 0;
  }

  public boolean isHeader(List<SheetRow> rows, int index) {
    SheetRow row = rows.get(index);
    SheetRow below = rows.get(index + 1);
    if (row.number() + 1 != below.number() && !coveredGap(row, below)) {
      return false;
    }
    int filled = 0;
    for (int c = 0; c < row.cells().size(); c++) {
      String text = row.cell(c).text();
      if (!text.isBlank()) {
        filled++;
        if (text.length() > LONG_TEXT) {
          return false;
        }
        boolean note = filled == 1 && NoteRows.begins(text.strip());
        boolean metadata = dialect.titles().isMetadata(text) && !isCorner(row, c);
        if (metadata || (note && !isRoleWord(row.cell(c)))) {
          return false;
        }
      }
    }
    if (filled == 1) {
      int column = firstColumn(row);
      return column > 0 && !spansAll(row, column) && !isUnitLine(row.cell(column));
    }
    return filled > 1;
  }

  /** 单位：万元 in the corner of the heads. */
  public boolean isCorner(SheetRow row, int column) {
    return column == 0 && dialect.titles().isUnitLine(row.cell(0).text()) && row.filled() > 2;
  }

  /** Rows that a merge bridges are one header though nothing is written in them. */
  private boolean coveredGap(SheetRow row, SheetRow below) {
    return merges.bridge(row.number(), below.number() - 1);
  }

  private boolean isUnitLine(Cell cell) {
    String plain = NameNormalForm.of(cell.text());
    return !dialect.texts().unitList(plain.replaceAll("^\\(|\\)$", "")).isEmpty();
  }

  /** A cell merged over the whole width is a title, not a head. */
  private boolean spansAll(SheetRow row, int column) {
    return merges.at(row.number(), column).filter(merge -> merge.firstColumn() == 0).isPresent();
  }
}
