package io.yanmen.model.table;

import java.util.List;

/**
 * A sheet, before its rows.
 *
 * @param name empty for a csv
 * @param merged merged rectangles in no order
 * @param merges whether the format can merge cells at all: where it cannot (csv), an empty header
 *     cell may have been merged
 */
public record SheetInfo(
    int index, String name, boolean hidden, List<CellRange> merged, boolean merges) {
  public SheetInfo {
    merged = List.copyOf(merged);
  }
}
