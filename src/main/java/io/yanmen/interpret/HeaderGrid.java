package io.yanmen.interpret;

import io.yanmen.model.Cell;
import io.yanmen.model.CellKind;
import io.yanmen.model.CellRange;
import io.yanmen.model.SheetInfo;
import io.yanmen.model.SheetRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The header rows of a table as a grid in which every column has its words, also where cells were
 * merged, or were merged before the merge was lost and only the first cell has kept the words.
 */
final class HeaderGrid {
  /** Words of one header cell, and the cell that they stand in. */
  record Head(Cell cell, int row, int column) {
    String text() {
      return cell.text();
    }
  }

  private final SheetInfo sheet;
  private final List<SheetRow> rows;
  private final int width;
  private final boolean mergesLost;

  HeaderGrid(SheetInfo sheet, List<SheetRow> rows, int width) {
    this.sheet = sheet;
    this.rows = rows;
    this.width = width;
    this.mergesLost = rows.stream().noneMatch(r -> touchesMerge(r.number()));
  }

  private boolean touchesMerge(int row) {
    return sheet.merged().stream()
        .anyMatch(
            m -> row >= m.firstRow() && row <= m.lastRow() && m.lastColumn() > m.firstColumn());
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
    for (CellRange merge : sheet.merged()) {
      if (merge.contains(row.number(), column)) {
        return rows.stream()
            .filter(r -> r.number() == merge.firstRow())
            .findFirst()
            .flatMap(r -> at(r, merge.firstColumn()));
      }
    }
    return mergesLost && index + 1 < rows.size() ? fromTheLeft(index, column) : Optional.empty();
  }

  /** A header cell that lost its merge stands above all columns up to the next words in its row. */
  private Optional<Head> fromTheLeft(int index, int column) {
    boolean wordsBelow = false;
    for (int below = index + 1; below < rows.size(); below++) {
      wordsBelow |= at(rows.get(below), column).isPresent();
    }
    if (!wordsBelow) {
      return Optional.empty();
    }
    for (int left = column - 1; left >= 0; left--) {
      Optional<Head> head = at(rows.get(index), left);
      if (head.isPresent()) {
        boolean wordsBelowIt = false;
        for (int below = index + 1; below < rows.size(); below++) {
          wordsBelowIt |= at(rows.get(below), left).isPresent();
        }
        return wordsBelowIt ? head : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<Head> at(SheetRow row, int column) {
    Cell cell = row.cell(column);
    boolean words = cell.kind() != CellKind.EMPTY && !cell.text().isBlank();
    return words ? Optional.of(new Head(cell, row.number(), column)) : Optional.empty();
  }

  int width() {
    return width;
  }
}
