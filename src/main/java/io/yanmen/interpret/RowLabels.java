package io.yanmen.interpret;

import io.yanmen.evidence.Facets;
import io.yanmen.evidence.Found;
import io.yanmen.evidence.Unknown;
import io.yanmen.model.Cell;
import io.yanmen.model.CellAddress;
import io.yanmen.model.CellRange;
import io.yanmen.model.RejectionCode;
import io.yanmen.model.SheetInfo;
import io.yanmen.model.SheetRow;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the labels of row after row: some of them only mean something after the rows above. */
final class RowLabels {
  private final SheetInfo sheet;
  private final List<Column> columns;
  private final LabelMemory labels;
  private final AreaContext areas;
  private final Cell[] lastCells;
  private final Facets[] lastPeriods;
  private Facets lastIndicator = Facets.NONE;

  RowLabels(SheetInfo sheet, List<Column> columns, LabelMemory labels, AreaContext areas) {
    this.sheet = sheet;
    this.columns = columns;
    this.labels = labels;
    this.areas = areas;
    this.lastCells = new Cell[columns.size()];
    this.lastPeriods = new Facets[columns.size()];
    Arrays.fill(lastCells, Cell.EMPTY);
    Arrays.fill(lastPeriods, Facets.NONE);
  }

  /** The name of a row without figures stands for the rows below that have none. */
  void name(int column, Cell cell) {
    lastCells[column] = cell;
  }

  /** Words of an indicator that rows below, which only name a measure, are about. */
  void subject(Facets words) {
    lastIndicator = Facets.NONE.withIndicator(words.indicator());
  }

  /**
   * @param next the row below, which may tell what a period of this one means
   */
  LabelGroup.Said read(SheetRow row, Optional<SheetRow> next, LabelGroup group) {
    LabelPaths.Together area = group.noArea();
    LabelPaths.Together others = group.nothing();
    List<LabelColumn> own = group.columns();
    for (int i = 0; i < own.size(); i++) {
      LabelColumn column = own.get(i);
      Cell cell = cell(row, column, own);
      if (cell.isEmpty()) {
        continue;
      }
      if (!column.understood()) {
        others = others.beside(unknown(cell, row.number(), column.index()));
        continue;
      }
      Label label = labels.of(column, cell, row.number());
      if (column.is(Role.PERIOD) && label.facets().period().isPresent()) {
        label = told(label, column, next);
      }
      area = area.beside(label.area(areas));
      others = others.beside(label.others());
    }
    return LabelGroup.Said.of(area, group.namesIndicators() ? inherited(others) : others);
  }

  /** A month that was cut to 2016.1, by the months above and below it. */
  private Label told(Label label, LabelColumn column, Optional<SheetRow> next) {
    int index = column.index();
    Label told = label;
    if (DottedMonths.isCut(label.facets())) {
      Facets below =
          next.filter(r -> !r.cell(index).isEmpty())
              .map(r -> labels.of(Role.PERIOD, r.cell(index), r.number(), index).facets())
              .orElse(Facets.NONE);
      told = new Label(DottedMonths.told(label.facets(), lastPeriods[index], below));
    }
    lastPeriods[index] = told.facets();
    return told;
  }

  /** 同比增长 below 固定资产投资 in one column: the growth of what stands above. */
  private LabelPaths.Together inherited(LabelPaths.Together own) {
    Facets said = own.facets();
    if (said.indicator().isPresent() || said.unknown().isPresent()) {
      lastIndicator = own.subject();
      return own;
    }
    return said.measure().isPresent() ? own.beside(lastIndicator) : own;
  }

  private Facets unknown(Cell cell, int row, int column) {
    String where = new CellAddress(sheet.name(), row, column).toString();
    Unknown unknown = new Unknown(cell.text().strip(), RejectionCode.UNKNOWN_CONTEXT);
    return Facets.NONE.withUnknown(Optional.of(Found.of(unknown, cell.text().strip(), where)));
  }

  /** The label of a row, also where it is merged over several rows or its merge was lost. */
  private Cell cell(SheetRow row, LabelColumn column, List<LabelColumn> group) {
    int index = column.index();
    Cell own = row.cell(index);
    if (!own.isEmpty()) {
      lastCells[index] = own;
      return own;
    }
    for (CellRange merge : sheet.merged()) {
      boolean down = merge.lastRow() > merge.firstRow() && merge.firstRow() < row.number();
      if (down && merge.contains(row.number(), index)) {
        return lastCells[index];
      }
    }
    return isLostMerge(row, column, group) ? lastCells[index] : Cell.EMPTY;
  }

  private boolean isLostMerge(SheetRow row, LabelColumn column, List<LabelColumn> group) {
    boolean name = column.is(Role.AREA) || column.is(Role.INDICATOR) || column.is(Role.PERIOD);
    boolean unitOfName =
        column.is(Role.UNIT)
            && columns.stream()
                .anyMatch(c -> c.isLabel(Role.INDICATOR) && row.cell(c.index()).isEmpty());
    return (name || unitOfName)
        && group.stream().anyMatch(c -> !row.cell(c.index()).isEmpty())
        && sheet.merged().stream().noneMatch(m -> isDownIn(m, column.index()));
  }

  private static boolean isDownIn(CellRange merge, int column) {
    return merge.firstColumn() <= column
        && merge.lastColumn() >= column
        && merge.lastRow() > merge.firstRow();
  }
}
