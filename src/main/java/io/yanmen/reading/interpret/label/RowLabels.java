package io.yanmen.reading.interpret.label;

import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.UnknownWords;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellAddress;
import io.yanmen.model.table.SheetInfo;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.interpret.head.Column;
import io.yanmen.reading.interpret.head.DottedMonths;
import io.yanmen.reading.interpret.shape.MergedRanges;
import io.yanmen.reading.interpret.vocabulary.HeadRole;
import io.yanmen.reading.interpret.word.AreaContext;
import io.yanmen.reading.interpret.word.WholesAbove;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the labels of row after row: some of them only mean something after the rows above. */
public final class RowLabels {
  private final SheetInfo sheet;
  private final MergedRanges merges;
  private final int[] indicators;
  private final LabelMemory labels;
  private final AreaContext areas;
  private final Cell[] lastCells;
  private final Evidence[] lastPeriods;
  private final WholesAbove wholes;
  private Evidence lastIndicator = Evidence.NONE;
  private Gaps gaps = new Gaps(-1, List.of(), false, false);

  /**
   * What the empty cells of a row's labels may mean, found out once for all of them.
   *
   * @param labelled whether any label of the group is there
   * @param nameless whether an indicator's name is missing
   */
  private record Gaps(int row, List<LabelColumn> group, boolean labelled, boolean nameless) {}

  public RowLabels(
      SheetInfo sheet,
      MergedRanges merges,
      List<Column> columns,
      LabelMemory labels,
      AreaContext areas,
      WholesAbove wholes) {
    this.sheet = sheet;
    this.merges = merges;
    this.indicators =
        columns.stream()
            .filter(c -> c.isLabel(HeadRole.INDICATOR))
            .mapToInt(Column::index)
            .toArray();
    this.labels = labels;
    this.areas = areas;
    this.wholes = wholes;
    this.lastCells = new Cell[columns.size()];
    this.lastPeriods = new Evidence[columns.size()];
    Arrays.fill(lastCells, Cell.EMPTY);
    Arrays.fill(lastPeriods, Evidence.NONE);
  }

  /** The name of a row without figures stands for the rows below that have none. */
  public void name(int column, Cell cell) {
    lastCells[column] = cell;
  }

  /** Words of an indicator that rows below, which only name a measure, are about. */
  public void subject(Evidence words) {
    if (words.breakdown().isPresent() && words.indicator().isEmpty()) {
      lastIndicator = words.onlyIndicator().beside(wholes.above(words.breakdown().get(), false));
      return;
    }
    lastIndicator = words.onlyIndicator();
    wholes.forget();
    if (words.indicator().isPresent()) {
      wholes.named(lastIndicator, false);
    }
  }

  /**
   * @param next the row below, which may tell what a period of this one means
   */
  public LabelGroup.Said read(SheetRow row, Optional<SheetRow> next, LabelGroup group) {
    LabelPaths.Together area = group.noArea();
    LabelPaths.Together others = group.nothing();
    List<LabelColumn> own = group.columns();
    boolean some = false;
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
      some |= column.is(HeadRole.INDICATOR) && WholesAbove.isAmong(cell.text());
      if (column.is(HeadRole.PERIOD) && label.facets().period().isPresent()) {
        label = told(label, column, next);
      }
      area = area.beside(label.area(areas));
      others = others.beside(label.others());
    }
    return new LabelGroup.Said(area, group.namesIndicators() ? inherited(others, some) : others);
  }

  /** A month that was cut to 2016.1, by the months above and below it. */
  private Label told(Label label, LabelColumn column, Optional<SheetRow> next) {
    int index = column.index();
    Label told = label;
    if (DottedMonths.isCut(label.facets())) {
      Evidence below =
          next.filter(r -> !r.cell(index).isEmpty())
              .map(r -> labels.of(HeadRole.PERIOD, r.cell(index), r.number(), index).facets())
              .orElse(Evidence.NONE);
      told = new Label(DottedMonths.told(label.facets(), lastPeriods[index], below));
    }
    lastPeriods[index] = told.facets();
    return told;
  }

  /** 同比增长 or 第一产业 below 固定资产投资 in one column: the growth, or the part, of what stands above. */
  private LabelPaths.Together inherited(LabelPaths.Together own, boolean some) {
    Evidence said = own.facets();
    boolean part = said.breakdown().isPresent() && said.indicator().isEmpty();
    if (part && said.unknown().isEmpty()) {
      LabelPaths.Together whole = own.beside(wholes.above(said.breakdown().get(), some));
      lastIndicator = whole.subject();
      return whole;
    }
    if (said.indicator().isPresent() || !said.unknown().isEmpty()) {
      lastIndicator = own.subject();
      wholes.named(lastIndicator, some);
      return own;
    }
    return said.measure().isPresent() ? own.beside(lastIndicator) : own;
  }

  private Evidence unknown(Cell cell, int row, int column) {
    String where = new CellAddress(sheet.name(), row, column).toString();
    UnknownWords unknown = new UnknownWords(cell.text().strip(), RejectionCode.UNKNOWN_CONTEXT);
    return Evidence.NONE.withUnknown(EvidenceItem.of(unknown, cell.text().strip(), where));
  }

  /** The label of a row, also where it is merged over several rows or its merge was lost. */
  private Cell cell(SheetRow row, LabelColumn column, List<LabelColumn> group) {
    int index = column.index();
    Cell own = row.cell(index).asShown();
    if (!own.isEmpty()) {
      lastCells[index] = own;
      return own;
    }
    if (merges.isBelowFirstRow(row.number(), index)) {
      return lastCells[index];
    }
    return isLostMerge(row, column, group) ? lastCells[index] : Cell.EMPTY;
  }

  private boolean isLostMerge(SheetRow row, LabelColumn column, List<LabelColumn> group) {
    boolean name =
        column.is(HeadRole.AREA) || column.is(HeadRole.INDICATOR) || column.is(HeadRole.PERIOD);
    if (!name && !column.is(HeadRole.UNIT) || merges.goDown(column.index())) {
      return false;
    }
    Gaps found = gaps(row, group);
    return found.labelled() && (name || found.nameless());
  }

  @SuppressWarnings("ReferenceEquality") // A group keeps its list.
  private Gaps gaps(SheetRow row, List<LabelColumn> group) {
    if (gaps.row() != row.number() || gaps.group() != group) {
      gaps =
          new Gaps(
              row.number(),
              group,
              group.stream().anyMatch(c -> !row.cell(c.index()).isEmpty()),
              Arrays.stream(indicators).anyMatch(c -> row.cell(c).isEmpty()));
    }
    return gaps;
  }
}
