package io.yanmen.reading.interpret;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.NameNormalForm;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.StatementSink;
import io.yanmen.model.outcome.Note;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.RowSink;
import io.yanmen.model.table.SheetInfo;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.interpret.word.TableLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the tables of one file, with no configuration: every header, title, unit line, sheet and
 * file name is evidence of what a figure is about; nearer evidence counts more than farther.
 */
public final class TableInterpreter implements RowSink {
  private final TableLanguage dialect;
  private final SourceHints hints;
  private final Evidence hintFacets;
  private final Set<String> ignoredColumns;
  private final Evidence fileFacets;
  private final StatementSink sink;
  private final TableNumbers numbers = new TableNumbers();
  private final List<Note> notes = new ArrayList<>();
  private Optional<SheetInterpreter> current = Optional.empty();
  private String sheetName = "";
  private HiddenParts hidden = HiddenParts.none();
  private long cells;

  public TableInterpreter(
      AreaNames areas,
      IndicatorNames indicators,
      UnitGrammar units,
      String fileName,
      SourceHints hints,
      StatementSink sink) {
    this(
        TableLanguage.of(areas, indicators, units),
        new HintReader(areas, indicators, units),
        fileName,
        hints,
        sink);
  }

  TableInterpreter(
      TableLanguage dialect,
      HintReader hintReader,
      String fileName,
      SourceHints hints,
      StatementSink sink) {
    this.dialect = dialect;
    this.hints = hints;
    this.hintFacets = hintReader.facets(hints);
    this.ignoredColumns =
        hints.ignoreColumns().stream().map(NameNormalForm::of).collect(Collectors.toSet());
    this.fileFacets = dialect.titles().fileName(fileName);
    this.sink = sink;
  }

  @Override
  public void sheet(SheetInfo sheet) {
    sheetName = sheet.name();
    hidden = HiddenParts.of(sheet, hints.refuseHidden());
    if (!hints.read(sheet.name())) {
      current = Optional.empty();
      return;
    }
    if (sheet.hidden() && !hints.refuseHidden()) {
      notes.add(new Note("HIDDEN_SHEET", List.of(sheet.name())));
    }
    current =
        Optional.of(
            new SheetInterpreter(
                dialect,
                sheet,
                hintFacets,
                hints.headerRows(),
                ignoredColumns,
                fileFacets,
                numbers,
                sink));
  }

  @Override
  public void row(SheetRow row) {
    for (Cell cell : row.cells()) {
      cells += cell.isEmpty() ? 0 : 1;
    }
    SheetRow counted = hidden.row(row);
    if (current.isPresent()) {
      current.get().row(counted);
    }
  }

  @Override
  public void endSheet() {
    current.ifPresent(SheetInterpreter::end);
    current = Optional.empty();
    notes.addAll(hidden.notes(sheetName));
  }

  /** Cells that were not empty. */
  public long cellsRead() {
    return cells;
  }

  /** Things that a person should know of. */
  public List<Note> notes() {
    return List.copyOf(notes);
  }
}
