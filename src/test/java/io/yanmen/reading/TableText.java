package io.yanmen.reading;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.CatalogFiles;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.LearnedNames;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.evidence.Statement;
import io.yanmen.model.Observation;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.outcome.Note;
import io.yanmen.model.outcome.ObservationSink;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellKind;
import io.yanmen.model.table.CellRange;
import io.yanmen.model.table.RowSink;
import io.yanmen.model.table.SheetInfo;
import io.yanmen.model.table.SheetRow;
import io.yanmen.model.table.Style;
import io.yanmen.reading.format.FileTableReader;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.format.value.ContentCells;
import io.yanmen.reading.format.value.NumberFormat;
import io.yanmen.reading.interpret.SourceHints;
import io.yanmen.reading.interpret.TableInterpreter;
import io.yanmen.reading.interpret.TableInterpreters;
import io.yanmen.reading.normalise.DecisionListener;
import io.yanmen.reading.normalise.DecisionRule;
import io.yanmen.reading.normalise.Decisions;
import io.yanmen.reading.normalise.Normaliser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tables drawn as text, for tests that a statistician can read: cells between bars, a blank cell is
 * empty, {@code <} belongs to the merged cell at its left, {@code ^} to the one above, {@code
 * 8.1%%} is a number shown as percent, {@code #date:2025-04} a date, {@code #as:0.0:5.1} a number
 * in a format of its own.
 */
final class TableText {
  private static final Catalog CATALOG = CatalogFiles.load();
  private static final AreaNames AREAS = new AreaNames(CATALOG);
  private static final IndicatorNames INDICATORS = new IndicatorNames(CATALOG);
  private static final UnitGrammar UNITS = new UnitGrammar();

  private final List<String> observations = new ArrayList<>();
  private final List<String> rejections = new ArrayList<>();
  private final List<ObservationStatus> statuses = new ArrayList<>();
  private final List<String> decisions = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();

  private long valueCells;

  private TableText() {}

  static TableText read(String drawing) {
    return read(drawing, "table.xlsx", "Sheet1", SourceHints.NONE, true);
  }

  static TableText read(
      String drawing, String fileName, String sheetName, SourceHints hints, boolean merges) {
    TableText result = new TableText();
    Normaliser normaliser =
        new Normaliser(AREAS, INDICATORS, UNITS, result.sink(), result.witness());
    draw(
        drawing,
        sheetName,
        merges,
        new TableInterpreter(AREAS, INDICATORS, UNITS, fileName, hints, normaliser));
    result.valueCells = normaliser.valueCells();
    return result;
  }

  /**
   * A table whose words people have taught.
   *
   * @param source the code of who sent it; empty if nobody is known
   */
  static TableText taught(String drawing, String source, List<LearnedNames.Word> words) {
    TableText result = new TableText();
    Normaliser normaliser =
        new Normaliser(AREAS, INDICATORS, UNITS, result.sink(), result.witness());
    TableInterpreters interpreters = new TableInterpreters(AREAS, INDICATORS, UNITS, words);
    draw(
        drawing,
        "Sheet1",
        true,
        interpreters.of("table.xlsx", source, SourceHints.NONE, normaliser));
    return result;
  }

  /** The tables of a file, with all that its format says of their cells. */
  static TableText readFile(Path file) throws Exception {
    return readFile(file, SourceHints.NONE);
  }

  static TableText readFile(Path file, SourceHints hints) throws Exception {
    TableText result = new TableText();
    String name = file.getFileName().toString();
    Normaliser normaliser = new Normaliser(AREAS, INDICATORS, UNITS, result.sink());
    TableInterpreter interpreter =
        new TableInterpreter(AREAS, INDICATORS, UNITS, name, hints, normaliser);
    new FileTableReader(ReadLimits.DEFAULT).read(file, name, interpreter);
    result.notes.addAll(interpreter.notes());
    return result;
  }

  private static void draw(String drawing, String sheetName, boolean merges, RowSink sink) {
    List<List<String>> grid = new ArrayList<>();
    for (String line : drawing.split("\n")) {
      List<String> cells = new ArrayList<>();
      for (String cell : line.split("\\|", -1)) {
        cells.add(cell.strip());
      }
      grid.add(cells);
    }
    sink.sheet(new SheetInfo(0, sheetName, false, merged(grid), merges));
    for (int r = 0; r < grid.size(); r++) {
      List<Cell> cells = new ArrayList<>();
      grid.get(r).forEach(text -> cells.add(cell(text)));
      while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
        cells.remove(cells.size() - 1);
      }
      if (!cells.isEmpty()) {
        sink.row(new SheetRow(r, false, cells));
      }
    }
    sink.endSheet();
  }

  private static Cell cell(String text) {
    if (text.isEmpty() || text.equals("<") || text.equals("^")) {
      return Cell.EMPTY;
    }
    if (text.startsWith("#as:")) {
      int value = text.lastIndexOf(':');
      return new ContentCells(false)
          .number(
              Double.parseDouble(text.substring(value + 1)),
              NumberFormat.parse(text.substring(4, value)));
    }
    if (text.startsWith("#date:")) {
      return new Cell(CellKind.DATE, text.substring(6), Style.of("yyyy-mm"));
    }
    if (text.endsWith("%%")) {
      return new Cell(CellKind.PERCENT, text.substring(0, text.length() - 2), Style.of("0.0%"));
    }
    if (text.startsWith("=")) {
      return new Cell(CellKind.FORMULA_WITHOUT_VALUE, text, Style.PLAIN);
    }
    return text.matches("-?\\d+(\\.\\d+)?") ? Cell.number(text) : Cell.text(text);
  }

  private static List<CellRange> merged(List<List<String>> grid) {
    List<CellRange> ranges = new ArrayList<>();
    for (int r = 0; r < grid.size(); r++) {
      for (int c = 0; c < grid.get(r).size(); c++) {
        String text = grid.get(r).get(c);
        if (text.equals("<") || text.equals("^")) {
          continue;
        }
        int right = c;
        while (at(grid, r, right + 1).equals("<")) {
          right++;
        }
        int down = r;
        while (at(grid, down + 1, c).equals("^")) {
          down++;
        }
        if (right > c || down > r) {
          ranges.add(new CellRange(r, c, down, right));
        }
      }
    }
    return ranges;
  }

  private static String at(List<List<String>> grid, int row, int column) {
    return row < grid.size() && column < grid.get(row).size() ? grid.get(row).get(column) : "";
  }

  private DecisionListener witness() {
    return new DecisionListener() {
      @Override
      public void made(Statement statement, Observation observation, Decisions rules) {
        decisions.add(
            Stream.of(
                    rules.measure(),
                    rules.scenario(),
                    rules.period(),
                    rules.accumulation(),
                    rules.unit())
                .map(DecisionRule::key)
                .map(key -> key.replace("rule.", ""))
                .collect(Collectors.joining(" ")));
      }

      @Override
      public void refused(Statement statement, Rejection rejection) {
        decisions.add(rejection.code() + " " + rejection.arguments());
      }
    };
  }

  /** The indicator, with the part of it and the area that a rank holds in where there are. */
  private static String named(SeriesKey series) {
    String part = series.breakdown().equals(SeriesKey.WHOLE) ? "" : "×" + series.breakdown();
    String within = series.rankIn().isEmpty() ? "" : "@" + series.rankIn();
    return series.indicatorCode() + part + within;
  }

  private ObservationSink sink() {
    return new ObservationSink() {
      @Override
      public void observation(Observation o) {
        observations.add(
            String.join(
                " ",
                o.cell().toString().replaceFirst(".*!", ""),
                o.series().areaCode(),
                named(o.series()),
                o.series().measure().code(),
                o.series().scenario().code(),
                o.series().frequency().name(),
                o.series().accumulation().code(),
                o.period().label(),
                o.value().toPlainString(),
                o.qualifier().code()));
      }

      @Override
      public void rejection(Rejection r) {
        rejections.add(r.cell().toString().replaceFirst(".*!", "") + " " + r.code());
      }

      @Override
      public void tableStatus(int tableNo, ObservationStatus status) {
        statuses.add(status);
      }
    };
  }

  List<String> observations() {
    return observations;
  }

  List<String> rejections() {
    return rejections;
  }

  /** Cells that held, or should have held, a figure. */
  long valueCells() {
    return valueCells;
  }

  List<Note> notes() {
    return notes;
  }

  List<ObservationStatus> statuses() {
    return statuses;
  }

  /**
   * By what rules each observation was made (measure, scenario, period, accumulation, unit), or the
   * code of its refusal with what is said of it.
   */
  List<String> decisions() {
    return decisions;
  }
}
