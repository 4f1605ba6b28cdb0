package io.yanmen.reading.format.xlsx;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.CellRange;
import io.yanmen.reading.format.limit.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Refuses a sheet whose merged rectangles overlap all over. No spreadsheet program writes one that
 * overlaps another; a few slips are borne with, but thousands over one cell would have to be looked
 * at with every cell.
 */
public final class MergeOverlaps {
  private static final int BORNE = 1000;

  private MergeOverlaps() {}

  public static void refuse(List<CellRange> merged) throws UnreadableFileException {
    if (merged.size() <= BORNE) {
      return;
    }
    List<CellRange> byRow = new ArrayList<>(merged);
    byRow.sort(Comparator.comparingInt(CellRange::firstRow));
    // Those that the present row runs through, which do not overlap, by their first column.
    TreeMap<Integer, CellRange> through = new TreeMap<>();
    PriorityQueue<CellRange> ending =
        new PriorityQueue<>(Comparator.comparingInt(CellRange::lastRow));
    int overlaps = 0;
    for (CellRange range : byRow) {
      while (!ending.isEmpty() && ending.element().lastRow() < range.firstRow()) {
        through.remove(ending.remove().firstColumn());
      }
      Map.Entry<Integer, CellRange> left = through.floorEntry(range.lastColumn());
      if (left == null || left.getValue().lastColumn() < range.firstColumn()) {
        through.put(range.firstColumn(), range);
        ending.add(range);
      } else if (++overlaps > BORNE) {
        throw Refusal.damaged("合并区域互相重叠", "merged ranges overlap one another");
      }
    }
  }
}
