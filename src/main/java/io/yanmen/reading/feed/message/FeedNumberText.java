package io.yanmen.reading.feed.message;

import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellKind;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Figures as feeds write them: decimals with an optional power of ten, exact, at most 30 digits
 * before and after the point. What is none stays text, for the normaliser to refuse.
 */
public final class FeedNumberText {
  private static final int LONGEST = 60;
  private static final int MOST_DIGITS = 30;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?");

  private FeedNumberText() {}

  /** A number as a cell of that number in plain decimals; any other text as a cell of text. */
  public static Cell cell(String text) {
    if (text.isBlank()) {
      return Cell.EMPTY;
    }
    String stripped = text.strip();
    if (stripped.length() > LONGEST || !NUMBER.matcher(stripped).matches()) {
      return Cell.text(stripped);
    }
    BigDecimal value;
    try {
      value = new BigDecimal(stripped);
    } catch (NumberFormatException beyondAnyExponent) {
      return Cell.text(stripped);
    }
    return isHeld(value) ? Cell.number(value.toPlainString()) : Cell.text(stripped);
  }

  /** Whether text is a number, and one that no figure can be. */
  public static boolean isTooLong(Cell cell) {
    return cell.kind() == CellKind.TEXT
        && NUMBER.matcher(cell.text()).matches()
        && cell(cell.text()).kind() == CellKind.TEXT;
  }

  private static boolean isHeld(BigDecimal value) {
    return value.scale() <= MOST_DIGITS
        && value.precision() <= MOST_DIGITS
        && (long) value.precision() - value.scale() <= MOST_DIGITS;
  }
}
