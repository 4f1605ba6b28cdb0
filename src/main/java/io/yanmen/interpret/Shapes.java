package io.yanmen.interpret;

import io.yanmen.model.Cell;
import io.yanmen.model.CellKind;
import java.util.HashMap;
import java.util.Map;

/** Remembers the shape of texts: labels come again in every row, and patterns are slow. */
final class Shapes {
  private static final int REMEMBERED = 20_000;

  private final Map<String, Shape> known = new HashMap<>();

  Shape of(Cell cell) {
    if (cell.kind() != CellKind.TEXT || isNumberLike(cell.text())) {
      return Shape.of(cell);
    }
    Shape shape = known.get(cell.text());
    if (shape == null) {
      if (known.size() >= REMEMBERED) {
        known.clear();
      }
      shape = Shape.of(cell);
      known.put(cell.text(), shape);
    }
    return shape;
  }

  /** Numbers seldom come again, and are told fast. */
  private static boolean isNumberLike(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && c != '-' && c != ',') {
        return false;
      }
    }
    return true;
  }
}
