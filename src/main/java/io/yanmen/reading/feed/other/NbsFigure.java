package io.yanmen.reading.feed.other;

import com.fasterxml.jackson.core.JsonParser;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellKind;
import io.yanmen.reading.feed.message.FeedNumberText;
import io.yanmen.reading.feed.message.JsonText;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The figure of a datanode: {@code strdata}, as published, where {@code data} is the same rounded
 * to its digits ({@code data} may have the trace of binary arithmetic). Where the two differ, the
 * cell has both, and is no number.
 */
final class NbsFigure {
  private NbsFigure() {}

  static Cell read(JsonParser json) throws IOException, UnreadableFileException {
    JsonText.expectObject(json, "data");
    Cell stored = Cell.EMPTY;
    Cell published = Cell.EMPTY;
    boolean has = true;
    while (JsonText.nextMember(json)) {
      switch (json.currentName()) {
        case "data" -> stored = JsonText.figure(json);
        case "strdata" -> published = FeedNumberText.cell(JsonText.scalar(json));
        case "hasdata" -> has = !JsonText.scalar(json).equals("false");
        default -> json.skipChildren();
      }
    }
    if (!has) {
      return Cell.EMPTY;
    }
    if (published.isEmpty() || stored.isEmpty()) {
      return published.isEmpty() ? stored : published;
    }
    return agree(stored, published)
        ? published
        : Cell.text(stored.text() + " / " + published.text());
  }

  private static boolean agree(Cell stored, Cell published) {
    if (stored.kind() != CellKind.NUMBER || published.kind() != CellKind.NUMBER) {
      return stored.text().equals(published.text());
    }
    BigDecimal shown = new BigDecimal(published.text());
    BigDecimal rounded =
        new BigDecimal(stored.text()).setScale(Math.max(0, shown.scale()), RoundingMode.HALF_UP);
    BigDecimal even =
        new BigDecimal(stored.text()).setScale(Math.max(0, shown.scale()), RoundingMode.HALF_EVEN);
    return rounded.compareTo(shown) == 0 || even.compareTo(shown) == 0;
  }
}
