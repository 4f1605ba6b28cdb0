package io.yanmen.console.figure;

import java.util.List;

/** What can be shown of a file around a figure. */
public sealed interface CellExcerpt {
  /**
   * Rows and columns around a cell, and those that name them.
   *
   * @param sheet empty for a file without sheets
   * @param columns their letters; an empty one is a gap
   */
  record Table(String sheet, List<String> columns, List<ExcerptRow> rows) implements CellExcerpt {
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * @param number as spreadsheet programs count, from 1; empty for a gap
   */
  record ExcerptRow(String number, List<Box> boxes) {
    public ExcerptRow {
      boxes = List.copyOf(boxes);
    }
  }

  /**
   * One cell, or a rectangle of merged ones.
   *
   * @param marked whether it is the one that is meant
   * @param number whether it holds a number
   */
  record Box(String text, boolean marked, boolean number, int columns, int rows) {
    static final Box GAP = new Box("", false, false, 1, 1);
  }

  /**
   * Some text around what was looked for.
   *
   * @param times how often the same stands in the file: above 1 it is a guess which is meant
   */
  record Text(String before, String marked, String after, int times) implements CellExcerpt {}

  /** Nothing can be shown. */
  record Missing(Reason reason) implements CellExcerpt {}

  /** Why nothing can be shown. */
  enum Reason {
    /** The archive has the file no more. */
    GONE,
    /** The file cannot be read as it was: it needs a password, or is damaged. */
    UNREADABLE,
    /** The place is so far down in a large file that finding it takes too long. */
    TOO_FAR,
    /** The file has no such place. */
    NOT_FOUND
  }
}
