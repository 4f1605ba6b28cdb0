package io.yanmen.reading.interpret.head;

import io.yanmen.catalog.NameNormalForm;
import io.yanmen.evidence.Evidence;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.interpret.shape.CellShape;
import io.yanmen.reading.interpret.shape.CellShapeCache;
import io.yanmen.reading.interpret.vocabulary.HeadRole;
import io.yanmen.reading.interpret.word.TableLanguage;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the cells of a column look like. */
final class ColumnContent {
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
  private static final int MOST_UNDERSTOOD = 60;

  private int figures;
  private int words;
  private int periods;
  private int missing;
  private int understood;
  private int areas;
  private int indicators;
  private int units;
  private int measures;
  private int codes;
  private int plainYears;
  private boolean count = true;
  private int number = -1;

  static ColumnContent of(
      int index, List<SheetRow> sample, TableLanguage dialect, CellShapeCache shapes) {
    ColumnContent content = new ColumnContent();
    for (SheetRow row : sample) {
      Cell cell = row.cell(index);
      CellShape shape = shapes.of(cell);
      content.count(shape);
      content.follow(cell);
      if (YEAR.matcher(cell.text().strip()).matches()) {
        content.plainYears++;
      }
      if (shape == CellShape.TEXT && content.understood < MOST_UNDERSTOOD) {
        content.understand(dialect.texts().readPart(cell.text(), ""), areUnits(cell, dialect));
      }
      if (cell.text().length() == 6 && dialect.areas().byCode(cell.text()).isPresent()) {
        content.codes++;
      }
    }
    return content;
  }

  private static boolean areUnits(Cell cell, TableLanguage dialect) {
    return !dialect.texts().unitList(NameNormalForm.of(cell.text())).isEmpty();
  }

  /** Whether the cells count the rows: 0, 1, 2 or 1, 2, 3. */
  private void follow(Cell cell) {
    if (!cell.isEmpty()) {
      boolean next =
          number < 0
              ? cell.text().equals("0") || cell.text().equals("1")
              : cell.text().equals(Integer.toString(number + 1));
      count &= next;
      number = next ? Integer.parseInt(cell.text()) : number;
    }
  }

  private void count(CellShape shape) {
    switch (shape) {
      case FIGURE, BROKEN -> figures++;
      case TEXT -> words++;
      case PERIOD -> periods++;
      case MISSING -> missing++;
      case EMPTY -> {}
    }
  }

  private void understand(Evidence facets, boolean unit) {
    understood++;
    if (unit) {
      units++;
    } else if (facets.unknown().isEmpty()
        && facets.area().isPresent()
        && facets.indicator().isEmpty()) {
      areas++;
    } else if (facets.namesIndicator()) {
      indicators++;
    } else if (facets.unknown().isEmpty() && !facets.saysNothing()) {
      measures++;
    }
  }

  boolean countsRows() {
    return count;
  }

  int figures() {
    return figures;
  }

  int words() {
    return words;
  }

  int filled() {
    return figures + words + periods + missing;
  }

  /** Whether all cells are codes of areas; a figure may be one by chance where its head speaks. */
  boolean areByCode(Evidence facets) {
    return codes > 0 && codes == figures && facets.saysNothing();
  }

  /** Whether all cells are numbers that may be years, or counts of something. */
  boolean maySayYears() {
    return periods > 0 && periods == plainYears;
  }

  /** Whether some cell is what the head says that all are. */
  boolean holds(HeadRole role) {
    return switch (role) {
      case AREA -> areas > 0;
      case INDICATOR -> indicators > 0;
      case UNIT -> units > 0;
      default -> false;
    };
  }

  /** What most of the words are, if most are understood. */
  Optional<HeadRole> role() {
    if (periods > 0 && periods >= words && figures <= periods / 4) {
      return Optional.of(HeadRole.PERIOD);
    }
    int most = Math.max(Math.max(areas, indicators), Math.max(units, measures));
    if (understood == 0 || most * 2 < understood || figures > words) {
      return Optional.empty();
    }
    if (most == areas) {
      return Optional.of(HeadRole.AREA);
    }
    if (most == indicators) {
      return Optional.of(HeadRole.INDICATOR);
    }
    return Optional.of(most == units ? HeadRole.UNIT : HeadRole.MEASURE);
  }
}
