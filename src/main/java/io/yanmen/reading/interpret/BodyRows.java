package io.yanmen.reading.interpret;

import io.yanmen.catalog.NameNormalForm;
import io.yanmen.evidence.StatementSink;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.interpret.row.ColumnNumbers;
import io.yanmen.reading.interpret.row.RowClassifier;
import io.yanmen.reading.interpret.shape.CellShape;
import io.yanmen.reading.interpret.word.TableLanguage;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides of each row below the heads of a table what it is to that table, and gives it to the
 * table if it is one of its rows. A row that only looks like heads is still a row where it has a
 * name.
 */
final class BodyRows {
  /** How many rows of heads, with lines between them, may stand above other figures. */
  private static final int MOST_HEADS = 8;

  /** A page of text is neither a name nor a head. */
  private static final int LONGEST = 200;

  private static final Pattern NUMBER_IN_WORDS =
      Pattern.compile(".{0,4}[〇零一二两三四五六七八九十百千半几\\d][〇零一二两三四五六七八九十百千万亿半几多余点\\d.,]*.{0,6}");
  private static final Pattern UNIT_IN_NAME = Pattern.compile(".+[(（].+[)）]\\s*");

  /** What a row is to the table above it. */
  enum Fate {
    /** A row of the table, which has taken it. */
    TAKEN,
    /** A note below the table, which ends there. */
    NOTE,
    /** Something else: the table has ended before. */
    NOT_OF_TABLE
  }

  private final TableLanguage dialect;
  private final RowClassifier kinds;
  private final StatementSink sink;

  BodyRows(TableLanguage dialect, RowClassifier kinds, StatementSink sink) {
    this.dialect = dialect;
    this.kinds = kinds;
    this.sink = sink;
  }

  /**
   * @param rows the row in question and those below it, as far as they are known
   */
  Fate take(InterpretedTable open, List<SheetRow> rows) {
    SheetRow row = rows.get(0);
    if (kinds.notes().isNote(row)) {
      return Fate.NOTE;
    }
    boolean named = open.content().continues(row);
    boolean figures = open.content().hasFigures(row);
    if (figures && ColumnNumbers.are(row) && !named) {
      return Fate.TAKEN;
    }
    if ((figures && (named || kinds.isBody(rows, 0) || isNamedRowOfYears(open, row)))
        || open.content().hasMergedFigures(row)) {
      open.row(row, after(rows), sink);
      return Fate.TAKEN;
    }
    if (named && open.content().hasMissing(row)) {
      open.rowOfMissing(row, after(rows));
      return Fate.TAKEN;
    }
    if (row.filled() == 1) {
      return line(open, rows);
    }
    boolean words = open.content().wordsAmongFigures(row) > 0;
    if (words && (named || isNamedRowOfWords(open, row, true))) {
      open.row(row, after(rows), sink);
      return Fate.TAKEN;
    }
    if (!named && looksLikeHeader(rows)) {
      return Fate.NOT_OF_TABLE;
    }
    if (words && isNamedRowOfWords(open, row, false)) {
      open.row(row, after(rows), sink);
      return Fate.TAKEN;
    }
    open.rowWithoutFigures(row);
    return Fate.TAKEN;
  }

  static Optional<SheetRow> after(List<SheetRow> rows) {
    return rows.size() > 1 ? Optional.of(rows.get(1)) : Optional.empty();
  }

  private Fate line(InterpretedTable open, List<SheetRow> rows) {
    SheetRow row = rows.get(0);
    if (rows.size() > 1) {
      SheetRow next = rows.get(1);
      boolean bodyFollows = open.content().hasFigures(next) && kinds.isBody(rows, 1);
      if (!bodyFollows && !open.content().continues(next)) {
        return Fate.NOT_OF_TABLE;
      }
    }
    open.rowWithoutFigures(row);
    return Fate.TAKEN;
  }

  /** Rows of words that do not continue the table, above rows with figures. */
  private boolean looksLikeHeader(List<SheetRow> rows) {
    int body = kinds.firstBodyRow(rows);
    return body > 0 && body <= MOST_HEADS;
  }

  /**
   * Whether figures that look like years are figures: the row has a name, which is not known here,
   * and they do not follow one another as the years of heads do.
   */
  private boolean isNamedRowOfYears(InterpretedTable open, SheetRow row) {
    Optional<Cell> name = open.content().nameOf(row).filter(this::isName);
    List<Integer> years = open.content().yearsOf(row);
    return name.isPresent()
        && !years.isEmpty()
        && (UNIT_IN_NAME.matcher(name.get().text()).matches() || !follow(years));
  }

  /** Whether years rise or fall in even steps. */
  private static boolean follow(List<Integer> years) {
    int step = years.size() < 2 ? 0 : years.get(1) - years.get(0);
    for (int i = 2; i < years.size(); i++) {
      if (years.get(i) - years.get(i - 1) != step) {
        return false;
      }
    }
    return step != 0 && (years.size() > 2 || Math.abs(step) == 1);
  }

  /** A name, and no word for what stands below or beside it. */
  private boolean isName(Cell name) {
    if (name.text().length() > LONGEST) {
      return false;
    }
    String plain = NameNormalForm.of(name.shown());
    return CellShape.of(name) == CellShape.TEXT
        && dialect.vocabulary().role(plain).isEmpty()
        && !dialect.titles().isUnitLine(name.text())
        && dialect.texts().unitList(plain).isEmpty();
  }

  /**
   * Whether words stand where a row of this name has its figures, and not as heads of others.
   *
   * @param numbers whether they must hold a number (约三万)
   */
  private boolean isNamedRowOfWords(InterpretedTable open, SheetRow row, boolean numbers) {
    return open.content().nameOf(row).filter(this::isName).isPresent()
        && open.content().figureTexts(row).stream()
            .allMatch(
                text ->
                    text.length() <= LONGEST
                        && (!numbers || NUMBER_IN_WORDS.matcher(text.strip()).matches())
                        && !dialect.texts().understands(dialect.texts().read(text, "")));
  }
}
