package io.yanmen.reading.interpret.label;

import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellAddress;
import io.yanmen.reading.interpret.vocabulary.HeadRole;
import io.yanmen.reading.interpret.word.LabelReader;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The labels of a table, each understood once, however many rows it stands in. */
public final class LabelMemory {
  private static final int REMEMBERED = 20_000;
  // Longer ones are understood to be none at once, and would take memory without bounds.
  private static final int LONGEST = 500;

  private final LabelReader reader;
  private final String sheet;
  private final Map<HeadRole, Map<Cell, Label>> known = new EnumMap<>(HeadRole.class);

  // What stands in the row above is asked for first: it often is the same cell.
  private final @Nullable Cell[] above;
  private final @Nullable Label[] labelAbove;

  /**
   * @param width how many columns the table has
   */
  public LabelMemory(LabelReader reader, String sheet, int width) {
    this.reader = reader;
    this.sheet = sheet;
    this.above = new Cell[width];
    this.labelAbove = new Label[width];
  }

  /** The label in a cell of a column. */
  @SuppressWarnings("ReferenceEquality")
  public // Another cell of the same text is found below.
  Label of(LabelColumn column, Cell cell, int row) {
    int index = column.index();
    Label label = labelAbove[index];
    if (label == null || above[index] != cell) {
      label = of(column.role(), cell, row, index);
      above[index] = cell;
      labelAbove[index] = label;
    }
    return label;
  }

  public Label of(HeadRole role, Cell cell, int row, int column) {
    Map<Cell, Label> ofRole = known.computeIfAbsent(role, r -> new HashMap<>());
    Label label = ofRole.get(cell);
    if (label == null) {
      if (ofRole.size() >= REMEMBERED) {
        ofRole.clear();
      }
      label = new Label(reader.read(role, cell, new CellAddress(sheet, row, column)));
      if (cell.text().length() <= LONGEST) {
        ofRole.put(cell, label);
      }
    }
    return label;
  }
}
