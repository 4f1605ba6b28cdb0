package io.yanmen.reading.interpret.shape;

import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellKind;
import io.yanmen.model.table.SheetRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers the shape of texts: labels come again in every row, and patterns are slow. */
public final class Shapes {
  private static final int REMEMBERED = 20_000;
  private static final int LONGEST = 500;

  private final Map<String, Shape> known = new HashMap<>();
  private String longText = "";
  private Shape longShape = Shape.EMPTY;
  private @Nullable SheetRow row;
  private List<Cell> cells = List.of();
  private Shape[] shapes = new Shape[0];
  private Shape[] spare = new Shape[0];

  /**
   * The shapes of a row's cells, told once for all that is asked of the row.
   *
   * @return good until another row is asked for
   */
  @SuppressWarnings("ReferenceEquality")
  public // Readers give the same cell for the same label.
  Shape[] of(SheetRow asked) {
    if (asked == row) {
      return shapes;
    }
    List<Cell> above = cells;
    Shape[] shapesAbove = shapes;
    cells = asked.cells();
    row = asked;
    int width = cells.size();
    shapes = spare.length < width ? new Shape[width] : spare;
    for (int c = 0; c < width; c++) {
      Cell cell = cells.get(c);
      boolean same = c < above.size() && above.get(c) == cell;
      shapes[c] = same ? shapesAbove[c] : of(cell);
    }
    spare = shapesAbove;
    return shapes;
  }

  public Shape of(Cell cell) {
    if (cell.kind() != CellKind.TEXT) {
      return Shape.of(cell);
    }
    String text = cell.text();
    if (Shape.isPlainNumber(text)) {
      return Shape.ofPlainNumber(text);
    }
    if (text.length() > LONGEST) {
      return ofLong(cell);
    }
    Shape shape = known.get(text);
    if (shape == null) {
      if (known.size() >= REMEMBERED) {
        known.clear();
      }
      shape = Shape.of(cell);
      known.put(text, shape);
    }
    return shape;
  }

  /** Of long texts only the last is kept, which may stand in every row. */
  @SuppressWarnings("ReferenceEquality") // Readers give the same text again.
  private Shape ofLong(Cell cell) {
    if (cell.text() != longText) {
      longText = cell.text();
      longShape = Shape.of(cell);
    }
    return longShape;
  }
}
