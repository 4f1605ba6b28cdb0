package io.yanmen.reading.interpret.note;

import io.yanmen.catalog.NameNormalForm;
import io.yanmen.evidence.Evidence;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellAddress;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.interpret.shape.CellShape;
import io.yanmen.reading.interpret.word.TableLanguage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The notes beneath a table, read before its figures are: a note may say that all of them are
 * something else than the heads tell.
 */
public final class TableNotes {
  private static final int MOST_LINES = 60;
  private static final int REMEMBERED = 100;
  private static final Pattern PROVISIONAL = Pattern.compile("快报数|初步|预计数|初步核算|快报");

  /** 1.代县不含开发区 alone in its row looks like a figure with a unit, and is none. */
  private static final Pattern NUMBERED =
      Pattern.compile("\\(?\\d{1,2}[.)]\\p{IsHan}.*", Pattern.DOTALL);

  private final TableLanguage dialect;
  private final String sheet;
  private final Predicate<SheetRow> isNote;
  private final Map<String, Evidence> read = new HashMap<>();
  private final Map<String, Boolean> provisional = new HashMap<>();

  /**
   * @param isNote whether a row is a note by its look
   */
  public TableNotes(TableLanguage dialect, String sheet, Predicate<SheetRow> isNote) {
    this.dialect = dialect;
    this.sheet = sheet;
    this.isNote = isNote;
  }

  /**
   * What is said above and beneath the figures.
   *
   * @param above as {@link #above} has read it
   * @param rows those below the heads, as far as they are known
   * @param ended whether the sheet has no more of them
   */
  public NoteEvidence of(Evidence above, List<SheetRow> rows, boolean ended) {
    Evidence said = above;
    int lines = 0;
    for (int i = first(rows, ended); i < rows.size() && lines < MOST_LINES; i++) {
      SheetRow row = rows.get(i);
      if (!isNote.test(row) && (!isLine(row) || figuresFollow(rows, i))) {
        break;
      }
      said = said.beside(of(row));
      lines++;
    }
    return new NoteEvidence(dialect, said);
  }

  /** What a long line above a table says: a title if it can be read as one, else a note. */
  public Evidence above(SheetRow row) {
    Evidence said = Evidence.NONE;
    for (int c = 0; c < row.cells().size(); c++) {
      String text = row.cell(c).text();
      if (!text.isBlank()) {
        String where = new CellAddress(sheet, row.number(), c).toString();
        Evidence note = of(text, row.number(), c);
        Evidence title = note.unknown().isEmpty() ? note : dialect.titles().line(text, where);
        boolean isTitle = title.unknown().isEmpty() && !title.saysNothing();
        said = said.beside(isTitle ? title : note);
      }
    }
    return said;
  }

  /** Whether a note says that the figures above it are not the last word. */
  public boolean isProvisional(SheetRow row) {
    return row.cells().stream().anyMatch(cell -> isProvisional(cell.text()));
  }

  /** A long note may stand below thousands of rows: it is searched once. */
  private boolean isProvisional(String note) {
    if (provisional.size() > REMEMBERED) {
      provisional.clear();
    }
    return provisional.computeIfAbsent(note, it -> PROVISIONAL.matcher(it).find());
  }

  /** What the cells of one row say. */
  private Evidence of(SheetRow row) {
    Evidence said = Evidence.NONE;
    for (int c = 0; c < row.cells().size(); c++) {
      String text = row.cell(c).text();
      if (!text.isBlank()) {
        said = said.beside(of(text, row.number(), c));
      }
    }
    return said;
  }

  private Evidence of(String text, int row, int column) {
    if (read.size() > REMEMBERED) {
      read.clear();
    }
    String where = new CellAddress(sheet, row, column).toString();
    return read.computeIfAbsent(where, it -> dialect.notes().read(text, it));
  }

  /** The first row that is a note; where a sheet ends, lines below its last figures are notes. */
  private int first(List<SheetRow> rows, boolean ended) {
    boolean figures = false;
    for (int i = 0; i < rows.size(); i++) {
      if (isNote.test(rows.get(i))) {
        return i;
      }
      boolean head = figures && isHead(rows.get(i));
      if (head) {
        return rows.size();
      }
      figures |= hasFigures(rows.get(i));
    }
    if (!ended) {
      return rows.size();
    }
    int last = rows.size();
    while (last > 0 && isLine(rows.get(last - 1)) && !isName(rows.get(last - 1))) {
      last--;
    }
    return last;
  }

  private static boolean figuresFollow(List<SheetRow> rows, int from) {
    return rows.subList(from, rows.size()).stream().anyMatch(TableNotes::hasFigures);
  }

  private static boolean hasFigures(SheetRow row) {
    return row.cells().stream().anyMatch(c -> CellShape.of(c).isFigureLike()) && !isNumbered(row);
  }

  private static boolean isNumbered(SheetRow row) {
    List<String> texts =
        row.cells().stream().map(Cell::text).filter(text -> !text.isBlank()).toList();
    return texts.size() == 1 && NUMBERED.matcher(NameNormalForm.of(texts.get(0))).matches();
  }

  /** Heads below figures are those of another table, whose notes are not of this one. */
  private boolean isHead(SheetRow row) {
    return !hasFigures(row)
        && row.filled() > 1
        && row.cells().stream()
            .map(c -> NameNormalForm.of(c.text()))
            .anyMatch(plain -> dialect.vocabulary().role(plain).isPresent());
  }

  /** A row of words in one cell. */
  private static boolean isLine(SheetRow row) {
    return row.filled() == 1 && !hasFigures(row);
  }

  /** A name that only has no figures. */
  private boolean isName(SheetRow row) {
    return row.cells().stream()
        .filter(c -> !c.text().isBlank())
        .map(Cell::text)
        .allMatch(text -> dialect.texts().understands(dialect.texts().readPart(text, "")));
  }
}
