package io.yanmen.reading.interpret.row;

import io.yanmen.model.table.Cell;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.interpret.head.Column;
import io.yanmen.reading.interpret.label.LabelColumn;
import io.yanmen.reading.interpret.label.LabelMemory;
import io.yanmen.reading.interpret.shape.CellShape;
import io.yanmen.reading.interpret.shape.CellShapeCache;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the rows of one table hold, seen with what its columns are for. */
public final class RowContent {
  private static final int YEAR_DIGITS = 4;
  private static final Pattern YEAR = Pattern.compile("\\s*(?:19|20)\\d{2}(?:\\D|$)");

  private final List<Column> columns;
  private final List<LabelColumn> labelColumns;
  private final CellShapeCache shapes;
  private final LabelMemory labels;
  private final MergedFigures merged;
  private final boolean[] figures;
  private final BitSet late = new BitSet();

  public RowContent(
      List<Column> columns,
      List<LabelColumn> labelColumns,
      CellShapeCache shapes,
      LabelMemory labels,
      MergedFigures merged) {
    this.columns = columns;
    this.labelColumns = labelColumns;
    this.shapes = shapes;
    this.labels = labels;
    this.merged = merged;
    this.figures = new boolean[columns.size()];
    for (Column column : columns) {
      figures[column.index()] = column.use() == Column.Use.FIGURES;
      late.set(column.index(), column.use() == Column.Use.IGNORED && column.role().isEmpty());
    }
  }

  /** Columns that were empty as far as was looked ahead hold nothing but figures. */
  public boolean takes(int column, CellShape shape) {
    return figures[column] || (late.get(column) && shape.isFigureLike());
  }

  /** Whether a row's first label is of the kind that this table's rows have. */
  public boolean continues(SheetRow row) {
    for (LabelColumn column : labelColumns) {
      Cell cell = row.cell(column.index());
      if (!cell.isEmpty() && labels.of(column, cell, row.number()).isUnderstood()) {
        return true;
      }
    }
    return false;
  }

  public boolean hasFigures(SheetRow row) {
    CellShape[] look = shapes.of(row);
    for (int c = 0; c < row.cells().size(); c++) {
      boolean mayBe = c >= columns.size() || figures[c] || late.get(c);
      if (mayBe && (look[c].isFigureLike() || isPlainYear(row, c, look[c]))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPlainYear(SheetRow row, int column, CellShape shape) {
    return shape == CellShape.PERIOD && row.cell(column).shown().chars().noneMatch(c -> c > '9');
  }

  /** Words that stand where figures belong. */
  public int wordsAmongFigures(SheetRow row) {
    int words = 0;
    for (Column column : columns) {
      CellShape shape = shapes.of(row.cell(column.index()));
      if (column.use() == Column.Use.FIGURES
          && (shape == CellShape.TEXT || shape == CellShape.PERIOD)) {
        words++;
      }
    }
    return words;
  }

  /** The first label of a row; the first cell where the table has no column of labels. */
  public Optional<Cell> nameOf(SheetRow row) {
    return labelColumns.isEmpty()
        ? Optional.of(row.cell(0)).filter(c -> !c.isEmpty())
        : labelColumns.stream()
            .map(c -> row.cell(c.index()))
            .filter(c -> !c.text().isBlank())
            .findFirst();
  }

  /** What stands as words where figures belong. */
  public List<String> figureTexts(SheetRow row) {
    return columns.stream()
        .filter(c -> c.use() == Column.Use.FIGURES)
        .map(c -> row.cell(c.index()))
        .filter(c -> shapes.of(c) == CellShape.TEXT || shapes.of(c) == CellShape.PERIOD)
        .map(Cell::shown)
        .toList();
  }

  /** The years that stand where figures belong; none where anything else stands there too. */
  public List<Integer> yearsOf(SheetRow row) {
    List<Integer> years = new ArrayList<>();
    for (String text : figureTexts(row)) {
      if (!YEAR.matcher(text).lookingAt()) {
        return List.of();
      }
      years.add(Integer.parseInt(text.stripLeading().substring(0, YEAR_DIGITS)));
    }
    return years;
  }

  /** Whether cells of a row belong to a figure of a row above. */
  public boolean hasMergedFigures(SheetRow row) {
    if (!merged.touch(row.number())) {
      return false;
    }
    return columns.stream()
        .anyMatch(c -> c.use() == Column.Use.FIGURES && merged.at(row, c.index()).isPresent());
  }

  public boolean hasMissing(SheetRow row) {
    return columns.stream()
        .anyMatch(
            c ->
                c.use() == Column.Use.FIGURES
                    && shapes.of(row.cell(c.index())) == CellShape.MISSING);
  }
}
