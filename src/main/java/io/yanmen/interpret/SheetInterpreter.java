package io.yanmen.interpret;

import io.yanmen.catalog.PlainText;
import io.yanmen.evidence.Facets;
import io.yanmen.evidence.StatementSink;
import io.yanmen.model.Area;
import io.yanmen.model.Cell;
import io.yanmen.model.CellAddress;
import io.yanmen.model.CellRange;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.SheetInfo;
import io.yanmen.model.SheetRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the tables of one sheet as its rows come by, with a bounded look ahead: lines above a
 * table, its header rows, its body, notes, and whatever follows.
 */
final class SheetInterpreter {
  private static final int LOOK_AHEAD = 300;
  private static final int MOST_HEADER_ROWS = 6;
  private static final Pattern NOTE =
      Pattern.compile(
          "^\\(?(?:注|备注|说明|附注|资料来源|数据来源|来源|单位负责人|填表人|制表|审核|统计负责人|负责人|联系人|填报|编制|制表人|打印|notes?|source)(?:\\d*[:.、]|[:)]|$|\\().*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern PROVISIONAL = Pattern.compile("快报数|初步|预计数|初步核算|快报");
  private static final int LONG_TEXT = 50;
  private static final int LONGEST_COLUMN_NUMBER = 6;
  private static final String NOTE_BEGINNINGS = "(（注备说附资数来单填制审统负联报编打nNsS";

  private final Dialect dialect;
  private final SheetInfo sheet;
  private final Facets hints;
  private final Optional<HeaderRows> headerRows;
  private final Set<String> ignoredColumns;
  private final Facets fileFacets;
  private final StatementSink sink;
  private final Shapes shapes = new Shapes();
  private final TableNumbers numbers;
  private final List<SheetRow> pending = new ArrayList<>();
  private Facets firstLines = Facets.NONE;
  private Facets lines = Facets.NONE;
  private boolean linesAreNew;
  private boolean inNotes;
  private Optional<Table> table = Optional.empty();

  SheetInterpreter(
      Dialect dialect,
      SheetInfo sheet,
      Facets hints,
      Optional<HeaderRows> headerRows,
      Set<String> ignoredColumns,
      Facets fileFacets,
      TableNumbers numbers,
      StatementSink sink) {
    this.dialect = dialect;
    this.sheet = sheet;
    this.hints = hints;
    this.headerRows = headerRows;
    this.ignoredColumns = ignoredColumns;
    this.fileFacets = fileFacets;
    this.numbers = numbers;
    this.sink = sink;
  }

  void row(SheetRow row) {
    pending.add(row);
    if (pending.size() >= 2 * LOOK_AHEAD) {
      consume(LOOK_AHEAD);
    }
  }

  void end() {
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
        table.ifPresent(t -> t.row(rest.get(0), after(rest), sink));
        steps = 1;
      }
      stuck = steps == 0;
      done += steps;
    }
    pending.subList(0, done).clear();
  }

  private int step(List<SheetRow> rows) {
    return table.map(t -> inTable(t, rows)).orElseGet(() -> beforeTable(rows));
  }

  private int beforeTable(List<SheetRow> rows) {
    if (headerRows.filter(h -> !h.endAbove(rows.get(0).number())).isPresent()) {
      return beforeTable(rows, headerRows.get());
    }
    int body = firstBodyRow(rows);
    if (body < 0) {
      line(rows.get(0));
      return 1;
    }
    body = sectionsAbove(rows, body);
    while (body > 0 && isRowWithoutFigures(rows.get(body - 1), rows.get(body))) {
      body--;
    }
    int head = body;
    while (head > 0 && body - head < MOST_HEADER_ROWS && isHeader(rows, head - 1)) {
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

  /** The first of the lines that divide the body, where such lines stand right below the heads. */
  private int sectionsAbove(List<SheetRow> rows, int body) {
    int first = body;
    while (first > 0 && isSection(rows.get(first - 1), rows.get(first))) {
      first--;
    }
    boolean belowHeads =
        first < body
            && first > 0
            && isHeader(rows, first - 1)
            && isHeadOf(rows.get(first - 1), rows.get(body));
    return belowHeads ? first : body;
  }

  private static boolean isSection(SheetRow row, SheetRow below) {
    long filled = row.cells().stream().filter(c -> !c.text().isBlank()).count();
    return filled == 1 && firstColumn(row) == 0 && row.number() + 1 == below.number();
  }

  /** Whether there are words above every figure. */
  private boolean isHeadOf(SheetRow head, SheetRow body) {
    for (int c = 0; c < body.cells().size(); c++) {
      if (shapes.of(body.cell(c)).isFigureLike() && head.cell(c).text().isBlank()) {
        return false;
      }
    }
    return true;
  }

  /** A row that is named like the row below it is of the body, whatever its other cells hold. */
  private boolean isRowWithoutFigures(SheetRow row, SheetRow below) {
    if (row.number() + 1 != below.number() || isRoleWord(row.cell(0))) {
      return false;
    }
    for (int c = 0; c < Math.min(row.cells().size(), below.cells().size()); c++) {
      Set<String> kinds = kinds(row.cell(c));
      if (!kinds.isEmpty() && !Collections.disjoint(kinds, kinds(below.cell(c)))) {
        return true;
      }
    }
    return false;
  }

  private Set<String> kinds(Cell cell) {
    Set<String> kinds = new HashSet<>();
    if (shapes.of(cell) == Shape.TEXT) {
      Facets facets = dialect.texts().read(cell.text(), "");
      facets.area().ifPresent(a -> kinds.add("area"));
      facets.indicator().ifPresent(i -> kinds.add("indicator"));
    }
    return kinds;
  }

  private int firstBodyRow(List<SheetRow> rows) {
    for (int i = 0; i < rows.size(); i++) {
      if (isBody(rows, i)) {
        return i;
      }
    }
    return -1;
  }

  /** A row with figures that are neither years at the head of columns nor the columns' numbers. */
  private boolean isBody(List<SheetRow> rows, int index) {
    SheetRow row = rows.get(index);
    int figures = 0;
    int plainYears = 0;
    int texts = 0;
    for (Cell cell : row.cells()) {
      Shape shape = shapes.of(cell);
      if (shape.isFigureLike()) {
        figures++;
      } else if (shape == Shape.PERIOD && isDigits(cell.text())) {
        plainYears++;
      } else if (shape == Shape.TEXT || shape == Shape.PERIOD) {
        texts++;
      }
    }
    if (figures == 0) {
      boolean headAbove = index > 0 && isTextHead(rows.get(index - 1), row);
      boolean dated = plainYears > 1 && headAbove && isPeriodHead(rows.get(index - 1));
      return plainYears > 0 && (texts > 0 || dated) && headAbove && !isRoleWord(row.cell(0));
    }
    return !isNumbering(row) && !isLineOfText(row, figures, texts);
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
  }

  /** A header row with words above each cell of the row: then years below it are figures. */
  private boolean isTextHead(SheetRow above, SheetRow row) {
    if (above.number() + 1 != row.number()) {
      return false;
    }
    for (int c = 0; c < row.cells().size(); c++) {
      if (!row.cell(c).isEmpty() && shapes.of(above.cell(c)) != Shape.TEXT) {
        return false;
      }
    }
    return true;
  }

  private boolean isPeriodHead(SheetRow row) {
    return dialect
        .vocabulary()
        .role(PlainText.of(row.cell(0).text()))
        .filter(r -> r == Role.PERIOD)
        .isPresent();
  }

  private boolean isRoleWord(Cell cell) {
    return dialect.vocabulary().role(PlainText.of(cell.text())).isPresent();
  }

  /** 甲 乙 1 2 3 4 below the heads of a form. */
  private static boolean isNumbering(SheetRow row) {
    for (Cell cell : row.cells()) {
      if (cell.text().length() > LONGEST_COLUMN_NUMBER) {
        return false;
      }
    }
    int expected = -1;
    int count = 0;
    boolean stems = false;
    for (Cell cell : row.cells()) {
      String text = PlainText.of(cell.text());
      if (text.isEmpty() || text.matches("[甲乙丙丁戊]")) {
        stems |= !text.isEmpty();
        continue;
      }
      if (!text.matches("\\(?\\d{1,2}\\)?")) {
        return false;
      }
      int number = Integer.parseInt(text.replaceAll("[()]", ""));
      if (expected >= 0 && number != expected) {
        return false;
      }
      if (expected < 0 && number > 2) {
        return false;
      }
      expected = number + 1;
      count++;
    }
    return count >= (stems ? 1 : 3);
  }

  /** A single remark such as 第3号 that only looks like a figure. */
  private static boolean isLineOfText(SheetRow row, int figures, int texts) {
    long filled = row.cells().stream().filter(c -> !c.text().isBlank()).count();
    return filled == 1
        && figures == 1
        && texts == 0
        && firstColumn(row) == 0
        && !isDigits(row.cell(0).text());
  }

  private static int firstColumn(SheetRow row) {
    for (int c = 0; c < row.cells().size(); c++) {
      if (!row.cell(c).text().isBlank()) {
        return c;
      }
    }
    return 0;
  }

  private boolean isHeader(List<SheetRow> rows, int index) {
    SheetRow row = rows.get(index);
    SheetRow below = rows.get(index + 1);
    if (row.number() + 1 != below.number() && !coveredGap(row, below)) {
      return false;
    }
    int filled = 0;
    for (int c = 0; c < row.cells().size(); c++) {
      String text = row.cell(c).text();
      if (!text.isBlank()) {
        filled++;
        boolean note = filled == 1 && NOTE.matcher(text.strip()).matches();
        boolean metadata = dialect.titles().isMetadata(text) && !isCorner(row, c);
        if (metadata || (note && !isRoleWord(row.cell(c)))) {
          return false;
        }
        if (text.length() > LONG_TEXT) {
          return false;
        }
      }
    }
    if (filled == 1) {
      int column = firstColumn(row);
      return column > 0 && !spansAll(row, column) && !isUnitLine(row.cell(column));
    }
    return filled > 1;
  }

  /** 单位：万元 in the corner of the heads. */
  private boolean isCorner(SheetRow row, int column) {
    return column == 0
        && dialect.titles().isUnitLine(row.cell(0).text())
        && row.cells().stream().filter(c -> !c.text().isBlank()).count() > 2;
  }

  /** Rows that a merge bridges are one header though nothing is written in them. */
  private boolean coveredGap(SheetRow row, SheetRow below) {
    return sheet.merged().stream()
        .anyMatch(
            m ->
                m.firstRow() <= row.number()
                    && m.lastRow() >= below.number() - 1
                    && m.lastRow() > m.firstRow());
  }

  private boolean isUnitLine(Cell cell) {
    String plain = PlainText.of(cell.text());
    return !dialect.texts().unitList(plain.replaceAll("^\\(|\\)$", "")).isEmpty();
  }

  /** A cell merged over the whole width is a title, not a head. */
  private boolean spansAll(SheetRow row, int column) {
    for (CellRange merge : sheet.merged()) {
      if (merge.contains(row.number(), column)) {
        return merge.firstColumn() == 0;
      }
    }
    return false;
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
    List<SheetRow> header = headerRows.stream().filter(r -> !isNumbering(r)).toList();
    header.stream().filter(r -> isCorner(r, 0)).forEach(this::corner);
    HeaderGrid grid = new HeaderGrid(sheet, header, width);
    List<Column> columns =
        new ArrayList<>(
            new ColumnPlanner(dialect, sheet.name(), grid, bodyOnly(sample), ignoredColumns)
                .plan());
    Facets around =
        lines.over(firstLines.onlyAreaAndPeriod()).over(sheetFacets()).over(fileFacets).fromAfar();
    table =
        Optional.of(
            new Table(
                dialect,
                shapes,
                sheet,
                numbers.next(),
                hints,
                around,
                areasAround(),
                columns,
                bodyOnly(sample)));
    linesAreNew = false;
  }

  private void corner(SheetRow row) {
    String where = new CellAddress(sheet.name(), row.number(), 0).toString();
    lines = lines.beside(dialect.titles().line(row.cell(0).text(), where));
  }

  /** The sample without the notes and whatever stands below them. */
  private List<SheetRow> bodyOnly(List<SheetRow> sample) {
    for (int i = 0; i < sample.size(); i++) {
      if (isNote(sample.get(i))) {
        return sample.subList(0, i);
      }
    }
    return sample;
  }

  private Facets sheetFacets() {
    if (sheet.name().isBlank()) {
      return Facets.NONE;
    }
    Facets whole = dialect.texts().read(sheet.name(), sheet.name());
    return dialect.texts().understands(whole)
        ? whole
        : dialect.titles().line(sheet.name(), sheet.name()).onlyAreaAndPeriod();
  }

  private List<Area> areasAround() {
    List<Area> areas = new ArrayList<>();
    for (Facets facets : List.of(hints, lines, firstLines, sheetFacets(), fileFacets)) {
      facets
          .area()
          .filter(a -> a.value().isClear())
          .ifPresent(a -> areas.add(a.value().candidates().get(0)));
    }
    return areas;
  }

  private int inTable(Table open, List<SheetRow> rows) {
    SheetRow row = rows.get(0);
    if (isNote(row)) {
      note(open, row);
      close();
      return 1;
    }
    if (open.hasFigures(row)) {
      if (isNumbering(row) && !open.continues(row)) {
        return 1;
      }
      if (isBody(rows, 0) || open.continues(row)) {
        open.row(row, after(rows), sink);
        return 1;
      }
    }
    if (open.hasMissing(row) && open.continues(row)) {
      open.rowOfMissing(row, after(rows));
      return 1;
    }
    long filled = row.cells().stream().filter(c -> !c.text().isBlank()).count();
    if (filled == 1) {
      return lineInTable(open, rows);
    }
    if (open.wordsAmongFigures(row) > 0 && open.continues(row)) {
      open.row(row, after(rows), sink);
      return 1;
    }
    if (!open.continues(row) && looksLikeHeader(rows)) {
      close();
      return 0;
    }
    open.rowWithoutFigures(row);
    return 1;
  }

  private static Optional<SheetRow> after(List<SheetRow> rows) {
    return rows.size() > 1 ? Optional.of(rows.get(1)) : Optional.empty();
  }

  private int lineInTable(Table open, List<SheetRow> rows) {
    SheetRow row = rows.get(0);
    if (rows.size() > 1) {
      SheetRow next = rows.get(1);
      boolean bodyFollows = open.hasFigures(next) && isBody(rows, 1);
      if (!bodyFollows && !open.continues(next)) {
        close();
        return 0;
      }
    }
    open.rowWithoutFigures(row);
    return 1;
  }

  /** Rows of words that do not continue the table, above rows with figures. */
  private boolean looksLikeHeader(List<SheetRow> rows) {
    int body = firstBodyRow(rows);
    return body > 0 && body <= MOST_HEADER_ROWS + 2;
  }

  private void close() {
    table = Optional.empty();
    inNotes = true;
  }

  private boolean isNote(SheetRow row) {
    int first = firstColumn(row);
    String text = row.cell(first).text().strip();
    boolean begins = !text.isEmpty() && NOTE_BEGINNINGS.indexOf(text.charAt(0)) >= 0;
    if (!begins && text.length() <= LONG_TEXT) {
      return false;
    }
    long filled = row.cells().stream().filter(c -> !c.text().isBlank()).count();
    return NOTE.matcher(text.replace('：', ':').replace('（', '(').replace('）', ')')).matches()
            && (filled <= 2 || text.startsWith("注") || !isFigureRow(row))
        || (filled == 1 && text.length() > LONG_TEXT);
  }

  private boolean isFigureRow(SheetRow row) {
    return row.cells().stream().anyMatch(c -> shapes.of(c) == Shape.FIGURE);
  }

  private void note(Table open, SheetRow row) {
    for (Cell cell : row.cells()) {
      if (PROVISIONAL.matcher(cell.text()).find()) {
        sink.tableStatus(open.number(), ObservationStatus.P);
      }
    }
  }

  /** A line outside any table: a title, a unit line, or a note to the table before. */
  private void line(SheetRow row) {
    if (isNote(row) || (inNotes && continuesNotes(row))) {
      for (Cell cell : row.cells()) {
        if (numbers.last() > 0 && inNotes && PROVISIONAL.matcher(cell.text()).find()) {
          sink.tableStatus(numbers.last(), ObservationStatus.P);
        }
      }
      return;
    }
    inNotes = false;
    if (!linesAreNew) {
      lines = Facets.NONE;
      linesAreNew = true;
    }
    for (int c = 0; c < row.cells().size(); c++) {
      String text = row.cell(c).text();
      if (!text.isBlank()) {
        String where = new CellAddress(sheet.name(), row.number(), c).toString();
        lines = lines.beside(dialect.titles().line(text, where));
      }
    }
    if (numbers.last() == 0 || firstLines.saysNothing()) {
      firstLines = lines;
    }
  }

  /** Notes go on in lines that are indented or numbered. */
  private static boolean continuesNotes(SheetRow row) {
    String text = row.cell(firstColumn(row)).text();
    boolean indented = !text.isEmpty() && PlainText.isSpace(text.charAt(0));
    return indented || text.strip().matches("(?s)^\\(?\\d{1,2}[.、)].*");
  }
}
