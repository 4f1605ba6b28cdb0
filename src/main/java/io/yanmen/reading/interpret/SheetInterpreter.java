package io.yanmen.reading.interpret;

import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.StatementSink;
import io.yanmen.model.Area;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.table.CellAddress;
import io.yanmen.model.table.SheetInfo;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.interpret.head.Column;
import io.yanmen.reading.interpret.head.ColumnPlanner;
import io.yanmen.reading.interpret.head.CornerWords;
import io.yanmen.reading.interpret.head.HeaderGrid;
import io.yanmen.reading.interpret.head.HeaderRows;
import io.yanmen.reading.interpret.note.CommentReader;
import io.yanmen.reading.interpret.note.TableNotes;
import io.yanmen.reading.interpret.row.ColumnNumbers;
import io.yanmen.reading.interpret.row.NoteRows;
import io.yanmen.reading.interpret.row.RowClassifier;
import io.yanmen.reading.interpret.shape.CellShapeCache;
import io.yanmen.reading.interpret.shape.MergedRanges;
import io.yanmen.reading.interpret.word.TableLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the tables of one sheet as its rows come by, with a bounded look ahead: lines above a
 * table, its header rows, its body, notes, and whatever follows.
 */
final class SheetInterpreter {
  private static final int LOOK_AHEAD = 300;
  // Of rows of long texts fewer are kept.
  private static final long MOST_CHARACTERS = 10_000_000;
  private static final int MOST_HEADER_ROWS = 6;
  // No line of a title says more; a row of thousands of words is none.
  private static final int MOST_REMARKS = 200;

  private final TableLanguage dialect;
  private final SheetInfo sheet;
  private final MergedRanges merges;
  private final Evidence hints;
  private final Optional<HeaderRows> headerRows;
  private final Set<String> ignoredColumns;
  private final Evidence fileFacets;
  private final Evidence sheetFacets;
  private final StatementSink sink;
  private final CellShapeCache shapes = new CellShapeCache();
  private final RowClassifier kinds;
  private final BodyRows body;
  private final TableNotes notes;
  private final CommentReader comments;
  private final TableNumbers numbers;
  private final List<SheetRow> pending = new ArrayList<>();
  private long characters;
  private Evidence firstLines = Evidence.NONE;
  private Evidence lines = Evidence.NONE;
  private Evidence noted = Evidence.NONE;
  private final List<String> lineTexts = new ArrayList<>();
  private boolean linesAreNew;
  private boolean inNotes;
  private boolean ended;
  private Optional<InterpretedTable> table = Optional.empty();

  SheetInterpreter(
      TableLanguage dialect,
      SheetInfo sheet,
      Evidence hints,
      Optional<HeaderRows> headerRows,
      Set<String> ignoredColumns,
      Evidence fileFacets,
      TableNumbers numbers,
      StatementSink sink) {
    this.dialect = dialect;
    this.sheet = sheet;
    this.merges = MergedRanges.of(sheet.merged());
    this.hints = hints;
    this.headerRows = headerRows;
    this.ignoredColumns = ignoredColumns;
    this.fileFacets = fileFacets;
    this.sheetFacets = dialect.titles().sheetName(sheet.name());
    this.numbers = numbers;
    this.sink = sink;
    this.kinds = new RowClassifier(dialect, merges, shapes);
    this.body = new BodyRows(dialect, kinds, sink);
    this.comments = new CommentReader(dialect.notes(), sheet.name());
    this.notes = new TableNotes(dialect, sheet.name(), kinds.notes()::isNote);
  }

  void row(SheetRow row) {
    pending.add(row);
    characters += row.characters();
    if (pending.size() >= 2 * LOOK_AHEAD) {
      consume(LOOK_AHEAD);
    } else if (characters > MOST_CHARACTERS && pending.size() > 1) {
      consume(pending.size() / 2);
    }
  }

  void end() {
    ended = true;
    consume(0);
  }

  /** Works on the pending rows until no more than the look ahead are left. */
  private void consume(int keep) {
    int done = 0;
    boolean stuck = false;
    while (pending.size() - done > keep) {
      List<SheetRow> rest = pending.subList(done, pending.size());
      int steps = step(rest);
      if (steps == 0 && stuck) {
        // Neither the open table nor a new one takes the row: its figures are still accounted for.
        table.ifPresent(t -> t.row(rest.get(0), BodyRows.after(rest), sink));
        steps = 1;
      }
      stuck = steps == 0;
      done += steps;
    }
    pending.subList(0, done).clear();
    characters = pending.stream().mapToLong(SheetRow::characters).sum();
  }

  private int step(List<SheetRow> rows) {
    return table.isPresent() ? inTable(table.get(), rows) : beforeTable(rows);
  }

  private int beforeTable(List<SheetRow> rows) {
    if (headerRows.filter(h -> !h.endAbove(rows.get(0).number())).isPresent()) {
      return beforeTable(rows, headerRows.get());
    }
    int body = kinds.firstBodyRow(rows);
    if (body < 0) {
      line(rows.get(0));
      return 1;
    }
    body = kinds.sectionsAbove(rows, body);
    while (body > 0 && kinds.isRowWithoutFigures(rows.get(body - 1), rows.get(body))) {
      body--;
    }
    int head = body;
    while (head > 0 && body - head < MOST_HEADER_ROWS && kinds.isHeader(rows, head - 1)) {
      head--;
    }
    if (head > 0) {
      for (int i = 0; i < head; i++) {
        line(rows.get(i));
      }
      return head;
    }
    open(rows.subList(0, body), rows.subList(body, rows.size()));
    return body;
  }

  /** Where the source says which rows are the head, nothing is left to find out. */
  private int beforeTable(List<SheetRow> rows, HeaderRows said) {
    if (said.areBelow(rows.get(0).number())) {
      line(rows.get(0));
      return 1;
    }
    int body = 0;
    while (body < rows.size() && !said.endAbove(rows.get(body).number())) {
      body++;
    }
    open(rows.subList(0, body), rows.subList(body, rows.size()));
    return body;
  }

  private void open(List<SheetRow> headerRows, List<SheetRow> following) {
    inNotes = false;
    List<SheetRow> sample = following.subList(0, Math.min(following.size(), LOOK_AHEAD));
    int width = 0;
    for (List<SheetRow> part : List.of(headerRows, sample)) {
      for (SheetRow row : part) {
        width = Math.max(width, row.cells().size());
      }
    }
    List<SheetRow> header = headerRows.stream().filter(r -> !ColumnNumbers.are(r)).toList();
    header.stream().filter(r -> kinds.isCorner(r, 0)).forEach(this::corner);
    HeaderGrid grid = new HeaderGrid(merges, header, width);
    List<SheetRow> rows = kinds.notes().bodyOnly(sample);
    List<Column> planned =
        new ColumnPlanner(dialect, sheet.name(), grid, rows, ignoredColumns).plan();
    List<Column> columns = comments.onHeads(planned, grid, header);
    Evidence corner = new CornerWords(dialect, sheet.name()).of(grid, columns);
    Evidence above = lines.beside(corner).beside(comments.onLabels(planned, grid, header));
    List<List<Area>> areas = areasAround();
    NumberOfCounties counties = new NumberOfCounties(dialect.areas(), areas);
    WordsBelow below = new WordsBelow(columns, header, lineTexts, counties);
    List<Evidence> levels =
        List.of(
            above.over(below.ofFirstLines(lines, firstLines)),
            notes.of(noted, following, ended).beside(columns, rows, lines),
            below.ofName(sheetFacets),
            below.ofName(fileFacets));
    Evidence around = levels.stream().reduce(Evidence.NONE, Evidence::over).fromAfar();
    around = around.withUnknown(below.stillUnknown(around.unknown()));
    table =
        Optional.of(
            new InterpretedTable(
                dialect,
                shapes,
                sheet,
                merges,
                numbers.next(),
                hints,
                around,
                levels,
                areas,
                columns,
                grid.lastHeaded(),
                rows));
    linesAreNew = false;
  }

  private void corner(SheetRow row) {
    String where = new CellAddress(sheet.name(), row.number(), 0).toString();
    lines = lines.beside(dialect.titles().line(row.cell(0).text(), where));
  }

  /** The areas named for the table as a whole, nearest first, each as all bearers of its name. */
  private List<List<Area>> areasAround() {
    return Stream.of(hints, lines, firstLines, sheetFacets, fileFacets)
        .flatMap(it -> it.area().stream())
        .map(it -> it.value().candidates())
        .filter(it -> !it.isEmpty())
        .toList();
  }

  private int inTable(InterpretedTable open, List<SheetRow> rows) {
    return switch (body.take(open, rows)) {
      case TAKEN -> 1;
      case NOTE -> {
        note(open, rows.get(0));
        close();
        yield 1;
      }
      case NOT_OF_TABLE -> {
        close();
        yield 0;
      }
    };
  }

  private void close() {
    table = Optional.empty();
    inNotes = true;
  }

  private void note(InterpretedTable open, SheetRow row) {
    if (notes.isProvisional(row)) {
      sink.tableStatus(open.number(), ObservationStatus.P);
    }
  }

  private void newLines() {
    if (!linesAreNew) {
      lines = Evidence.NONE;
      noted = Evidence.NONE;
      lineTexts.clear();
      linesAreNew = true;
    }
  }

  /** A line outside any table: a title, a unit line, or a note to the table before. */
  private void line(SheetRow row) {
    if (kinds.notes().isNote(row) || (inNotes && NoteRows.continuesNotes(row))) {
      if (numbers.last() > 0 && inNotes && notes.isProvisional(row)) {
        sink.tableStatus(numbers.last(), ObservationStatus.P);
      }
      if (!inNotes) {
        newLines();
        noted = noted.beside(notes.above(row));
      }
      return;
    }
    inNotes = false;
    newLines();
    lines = lines.beside(comments.of(row));
    int read = 0;
    for (int c = 0; c < row.cells().size() && read < MOST_REMARKS; c++) {
      String text = row.cell(c).text();
      if (!text.isBlank()) {
        read++;
        String where = new CellAddress(sheet.name(), row.number(), c).toString();
        lines = lines.beside(dialect.titles().line(text, where));
        lineTexts.add(text);
      }
    }
    if (numbers.last() == 0 || firstLines.saysNothing()) {
      firstLines = lines;
    }
  }
}
