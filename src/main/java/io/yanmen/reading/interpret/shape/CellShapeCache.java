package io.yanmen.reading.interpret.shape;

import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellKind;
import io.yanmen.model.table.SheetRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers the shape of texts: labels come again in every row, and patterns are slow. */
public final class CellShapeCache {
  private static final int REMEMBERED = 20_000;
  private static final int LONGEST = 500;

  private final Map<String, CellShape> known = new HashMap<>();
  private String longText = "";
  private CellShape longShape = CellShape.EMPTY;
  private @Nullable SheetRow row;
  private List<Cell> cells = List.of();
  private CellShape[] shapes = new CellShape[0];
  private CellShape[] spare = new CellShape[0];

  /**
   * The shapes of a row's cells, told once for all that is asked of the row.
   *
   * @return good until another row is asked for
   */
  @SuppressWarnings("ReferenceEquality")
  public // Readers give the same cell for the same label.
  CellShape[] of(SheetRow asked) {
    if (asked == row) {
      return shapes;
    }
    List<Cell> above = cells;
    CellShape[] shapesAbove = shapes;
    cells = asked.cells();
    row = asked;
    int width = cells.size();
    shapes = spare.length < width ? new CellShape[width] : spare;
    for (int c = 0; c < width; c++) {
      Cell cell = cells.get(c);
      boolean same = c < above.size() && above.get(c) == cell;
      shapes[c] = same ? shapesAbove[c] : of(cell);
    }
    spare = shapesAbove;
    return shapes;
  }

  public CellShape of(Cell cell) {
    if (cell.kind() != CellKind.TEXT) {
      return CellShape.of(cell);
    }
    String text = cell.text();
    if (CellShape.isPlainNumber(text)) {
      return CellShape.ofPlainNumber(text);
    }
    if (text.length() > LONGEST) {
      return ofLong(cell);
    }
    CellShape shape = known.get(text);
    if (shape == null) {
      if (known.size() >= REMEMBERED) {
        known.clear();
      }
      shape = CellShape.of(cell);
      known.put(text, shape);
    }
    return shape;
  }

  /** Of long texts only the last is kept, which may stand in every row. */
  @SuppressWarnings("ReferenceEquality") // Readers give the same text again.
  private CellShape ofLong(Cell cell) {
    if (cell.text() != longText) {
      longText = cell.text();
      longShape = CellShape.of(cell);
    }
    return longShape;
  }
}
