package io.yanmen.reading.format;

import io.yanmen.model.table.Cell;
import io.yanmen.model.table.RowSink;
import io.yanmen.model.table.SheetInfo;
import io.yanmen.model.table.SheetRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what a reader sends, to be looked at by sheet, row and column. */
public final class RowCollector implements RowSink {
  public final List<SheetInfo> sheets = new ArrayList<>();
  public final List<Map<Integer, SheetRow>> rows = new ArrayList<>();
  public int ended;

  @Override
  public void sheet(SheetInfo sheet) {
    sheets.add(sheet);
    rows.add(new LinkedHashMap<>());
  }

  @Override
  public void row(SheetRow row) {
    rows.get(rows.size() - 1).put(row.number(), row);
  }

  @Override
  public void endSheet() {
    ended++;
  }

  /** A row; one without cells where none was sent. */
  public SheetRow row(int sheet, int number) {
    SheetRow found = rows.get(sheet).get(number);
    return found == null ? new SheetRow(number, false, List.of()) : found;
  }

  public Cell cell(int row, int column) {
    return cell(0, row, column);
  }

  Cell cell(int sheet, int row, int column) {
    return row(sheet, row).cell(column);
  }

  /** Kind and text of a cell, as {@code NUMBER 12.3}. */
  public String shown(int row, int column) {
    Cell cell = cell(row, column);
    return cell.isEmpty() ? "EMPTY" : cell.kind() + " " + cell.text();
  }
}
