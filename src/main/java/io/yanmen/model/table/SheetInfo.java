package io.yanmen.model.table;

import java.util.List;

/**
 * A sheet, before its rows.
 *
 * @param name empty for a csv
 * @param merged merged rectangles in no order
 * @param merges whether the format can merge cells at all: where it cannot (csv), an empty header
 *     cell may have been merged
 * @param hiddenColumns columns that nobody sees, in the order of the file
 */
public record SheetInfo(
    int index,
    String name,
    boolean hidden,
    List<CellRange> merged,
    boolean merges,
    List<Columns> hiddenColumns) {
  public SheetInfo {
    merged = List.copyOf(merged);
    hiddenColumns = List.copyOf(hiddenColumns);
  }

  /** A sheet all of whose columns are seen. */
  public SheetInfo(int index, String name, boolean hidden, List<CellRange> merged, boolean merges) {
    this(index, name, hidden, merged, merges, List.of());
  }

  /**
   * Columns side by side.
   *
   * @param first from 0
   * @param last the last of them
   */
  public record Columns(int first, int last) {}
}
