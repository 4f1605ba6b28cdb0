package io.yanmen.reading.interpret;

import io.yanmen.evidence.AreaMention;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceAt;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.Statement;
import io.yanmen.evidence.StatementSink;
import io.yanmen.evidence.UnknownWords;
import io.yanmen.model.Area;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellAddress;
import io.yanmen.model.table.SheetInfo;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.interpret.head.AccountingColumns;
import io.yanmen.reading.interpret.head.Column;
import io.yanmen.reading.interpret.head.CommaColumns;
import io.yanmen.reading.interpret.head.HeadsOverTitles;
import io.yanmen.reading.interpret.head.NarrowerTitles;
import io.yanmen.reading.interpret.head.TitleGrowth;
import io.yanmen.reading.interpret.label.AreaMentions;
import io.yanmen.reading.interpret.label.ColumnGroups;
import io.yanmen.reading.interpret.label.LabelColumn;
import io.yanmen.reading.interpret.label.LabelGroup;
import io.yanmen.reading.interpret.label.LabelMemory;
import io.yanmen.reading.interpret.label.RowLabels;
import io.yanmen.reading.interpret.note.CommentReader;
import io.yanmen.reading.interpret.row.CellDoubts;
import io.yanmen.reading.interpret.row.LongRows;
import io.yanmen.reading.interpret.row.MergedFigures;
import io.yanmen.reading.interpret.row.RowContent;
import io.yanmen.reading.interpret.row.SlippedColumns;
import io.yanmen.reading.interpret.shape.CellShape;
import io.yanmen.reading.interpret.shape.CellShapeCache;
import io.yanmen.reading.interpret.shape.MergedRanges;
import io.yanmen.reading.interpret.vocabulary.HeadRole;
import io.yanmen.reading.interpret.word.AreaContext;
import io.yanmen.reading.interpret.word.LabelReader;
import io.yanmen.reading.interpret.word.SectionWords;
import io.yanmen.reading.interpret.word.TableLanguage;
import io.yanmen.reading.interpret.word.WholesAbove;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One table whose head has been understood: turns its rows into statements. The words of heads and
 * labels are understood once each, and what they say together once for each combination, not once a
 * cell.
 */
final class InterpretedTable {

  private final TableLanguage dialect;
  private final CellShapeCache shapes;
  private final SheetInfo sheet;
  private final int number;
  private final List<Column> columns;
  private final List<LabelColumn> labelColumns;
  private final LabelMemory labels;
  private final AreaContext areaContext;
  private final RowLabels rowLabels;
  private final List<LabelGroup> groupOf;
  private final BitSet accounting;
  private final MergedFigures merged;
  private final CommentReader comments;
  private final CellDoubts doubts;
  private final RowContent content;
  private Evidence section = Evidence.NONE;

  InterpretedTable(
      TableLanguage dialect,
      CellShapeCache shapes,
      SheetInfo sheet,
      MergedRanges merges,
      int number,
      Evidence hints,
      Evidence allAround,
      List<Evidence> levels,
      List<List<Area>> areasAround,
      List<Column> planned,
      int lastHeaded,
      List<SheetRow> sample) {
    this.dialect = dialect;
    this.shapes = shapes;
    this.sheet = sheet;
    this.number = number;
    this.labels = new LabelMemory(new LabelReader(dialect), sheet.name(), planned.size());
    TablePeriods periods = TablePeriods.of(planned, sample, labels);
    Evidence around = consistent(allAround, levels, hints, periods);
    this.areaContext =
        new AreaContext(
            dialect.areas(),
            areasAround,
            AreaMentions.of(planned, sample, labels),
            periods.latestYear(around));
    CrossedAreas crossed = CrossedAreas.of(planned, sample, labels);
    this.columns =
        NarrowerTitles.resolve(TitleGrowth.resolve(planned, around), around, dialect.breakdowns())
            .stream()
            .map(c -> crossed.told(c.with(areaContext.resolveHead(c.facets()))))
            .toList();
    this.labelColumns =
        columns.stream().filter(c -> c.use() == Column.Use.LABEL).map(LabelColumn::of).toList();
    this.rowLabels =
        new RowLabels(
            sheet, merges, columns, labels, areaContext, new WholesAbove(dialect.breakdowns()));
    this.groupOf =
        groups(columns, hints, ranked(resolved(HeadsOverTitles.resolve(around, planned))));
    this.accounting = AccountingColumns.of(columns, sample);
    this.merged = new MergedFigures(merges, columns, labelColumns);
    this.comments = new CommentReader(dialect.notes(), sheet.name());
    this.doubts =
        new CellDoubts(
            labelColumns,
            columns,
            dialect.notes(),
            comments,
            new LongRows(sheet.merges(), lastHeaded, sample),
            SlippedColumns.of(columns, sample, shapes, labels),
            CommaColumns.of(columns, sample));
    this.content = new RowContent(columns, labelColumns, shapes, labels, merged);
  }

  /** All that stands around the table, with what of it cannot all be true. */
  private Evidence consistent(
      Evidence around, List<Evidence> levels, Evidence hints, TablePeriods periods) {
    List<EvidenceItem<UnknownWords>> contradictions =
        new Contradictions(dialect.areas(), periods.latestYear(around))
            .of(levels, hints, periods.said());
    return contradictions.isEmpty()
        ? around
        : Evidence.NONE.withUnknown(contradictions).over(around);
  }

  private static List<LabelGroup> groups(List<Column> columns, Evidence hints, Evidence around) {
    IdentityHashMap<List<Column>, LabelGroup> known = new IdentityHashMap<>();
    List<LabelGroup> groups = new ArrayList<>();
    for (List<Column> group : ColumnGroups.of(columns)) {
      groups.add(known.computeIfAbsent(group, g -> new LabelGroup(g, hints, around)));
    }
    return groups;
  }

  /** Places are counted among the areas that the table lists, unless words say otherwise. */
  private Evidence ranked(Evidence facets) {
    return facets.rankIn().isPresent()
        ? facets
        : areaContext
            .members()
            .map(it -> EvidenceItem.of(AreaMention.of(List.of(it)), it.nameZh(), sheet.name()))
            .map(it -> facets.but().rankIn(Optional.of(it)).build())
            .orElse(facets);
  }

  int number() {
    return number;
  }

  /** What rows hold, seen with what the columns of this table are for. */
  RowContent content() {
    return content;
  }

  private Evidence resolved(Evidence facets) {
    return facets.area().isEmpty()
        ? facets
        : facets.withArea(facets.area().map(areaContext::resolve));
  }

  /**
   * A row without figures: a name whose figures are missing, the heading of the rows below it, or a
   * line that says what those rows belong to (代县, 2024年, 一、工业).
   */
  void rowWithoutFigures(SheetRow row) {
    boolean labelled = false;
    for (LabelColumn column : labelColumns) {
      Cell cell = row.cell(column.index());
      if (!cell.isEmpty()) {
        Evidence facets = labels.of(column, cell, row.number()).facets();
        if (!labelled && !column.names(facets)) {
          section(row, column.index());
          return;
        }
        labelled = true;
        remember(column, cell, facets);
      }
    }
    for (int c = 0; !labelled && c < row.cells().size(); c++) {
      if (!row.cell(c).isEmpty()) {
        section(row, c);
        return;
      }
    }
  }

  private void remember(LabelColumn column, Cell cell, Evidence facets) {
    rowLabels.name(column.index(), cell);
    if (column.is(HeadRole.INDICATOR)) {
      rowLabels.subject(facets);
      if (SectionWords.isNumbered(cell.text())) {
        section = section.onlyAreaAndPeriod();
      }
    }
  }

  /**
   * What a line says holds until another says otherwise; its area and period outlive other lines.
   */
  private void section(SheetRow row, int column) {
    Cell cell = row.cell(column);
    String where = new CellAddress(sheet.name(), row.number(), column).toString();
    Evidence line = dialect.sections().read(cell.text(), where).beside(comments.of(row));
    Evidence read = line.withArea(line.area().map(areaContext::resolveLine));
    boolean outside = read.area().filter(it -> !it.value().elsewhere().isEmpty()).isPresent();
    section = (outside ? unknownArea(cell, where) : read).over(section.onlyAreaAndPeriod());
    rowLabels.subject(read);
  }

  /** An area that is none of those which the table speaks of: its rows are no certain ones. */
  private static Evidence unknownArea(Cell cell, String where) {
    String name = cell.text().strip();
    return new EvidenceAt(name, where).unknown(name, RejectionCode.UNKNOWN_AREA);
  }

  /**
   * @param next the row below, which may tell what a period of this one means
   */
  void row(SheetRow row, Optional<SheetRow> next, StatementSink sink) {
    CellShape[] look = shapes.of(row);
    Optional<EvidenceItem<UnknownWords>> ofRow = doubts.ofRow(row);
    boolean merges = merged.touch(row.number());
    int filled = row.cells().size();
    int width = merges ? Math.max(filled, columns.size()) : filled;
    @Nullable LabelGroup group = null;
    LabelGroup.@Nullable Said said = null;
    for (int c = 0; c < width; c++) {
      boolean planned = c < columns.size();
      CellShape shape = c < filled ? look[c] : CellShape.EMPTY;
      Cell cell = row.cell(c);
      Optional<EvidenceItem<UnknownWords>> ofCell = ofRow;
      if (merges && planned && columns.get(c).use() == Column.Use.FIGURES) {
        Optional<Cell> figure = merged.at(row, c);
        if (figure.isPresent()) {
          cell = figure.get();
          shape = CellShape.FIGURE;
          ofCell = Optional.of(doubts.merged(cell));
        }
      }
      boolean empty = shape == CellShape.EMPTY || shape == CellShape.MISSING;
      if (empty || (planned ? !content.takes(c, shape) : shape == CellShape.TEXT)) {
        continue;
      }
      Column column = planned ? columns.get(c) : Column.beyondHeads(c);
      LabelGroup own = groupOf.get(Math.min(c, columns.size() - 1));
      if (said == null || own != group) {
        group = own;
        said = rowLabels.read(row, next, own);
      }
      sink.statement(statement(row, column, own, said, cell, ofCell));
    }
  }

  private Statement statement(
      SheetRow row,
      Column column,
      LabelGroup group,
      LabelGroup.Said said,
      Cell cell,
      Optional<EvidenceItem<UnknownWords>> doubt) {
    CellAddress address = new CellAddress(sheet.name(), row.number(), column.index());
    return new Statement(
        number,
        address,
        cell,
        group.area(said, column, section),
        group.context(said, column, section),
        group.layers(said, column, section),
        doubts.ofCell(doubt, row, column.index(), cell, address),
        accounting.get(column.index()));
  }

  /** A row whose figures are all missing: the rows below may be about its name. */
  void rowOfMissing(SheetRow row, Optional<SheetRow> next) {
    new LinkedHashSet<>(groupOf).forEach(group -> rowLabels.read(row, next, group));
  }
}
