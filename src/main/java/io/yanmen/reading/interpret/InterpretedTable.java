package io.yanmen.reading.interpret;

import io.yanmen.evidence.AreaMention;
import io.yanmen.evidence.Evidence;
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
import io.yanmen.reading.interpret.head.NarrowerTitles;
import io.yanmen.reading.interpret.head.TargetGrowth;
import io.yanmen.reading.interpret.label.ColumnGroups;
import io.yanmen.reading.interpret.label.LabelColumn;
import io.yanmen.reading.interpret.label.LabelGroup;
import io.yanmen.reading.interpret.label.LabelMemory;
import io.yanmen.reading.interpret.label.RowLabels;
import io.yanmen.reading.interpret.row.LongRows;
import io.yanmen.reading.interpret.row.MergedFigures;
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
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One table whose head has been understood: turns its rows into statements. The words of heads and
 * labels are understood once each, and what they say together once for each combination, not once a
 * cell.
 */
final class InterpretedTable {
  private static final int YEAR_DIGITS = 4;
  private static final Pattern YEAR = Pattern.compile("\\s*(?:19|20)\\d{2}(?:\\D|$)");

  private final TableLanguage dialect;
  private final CellShapeCache shapes;
  private final SheetInfo sheet;
  private final int number;
  private final List<Column> columns;
  private final List<LabelColumn> labelColumns;
  private final boolean[] hasFigures;
  // Columns that were empty as far as was looked ahead.
  private final BitSet late = new BitSet();
  private final LabelMemory labels;
  private final AreaContext areaContext;
  private final RowLabels rowLabels;
  private final List<LabelGroup> groupOf;
  private final BitSet slipped;
  private final BitSet accounting;
  private final BitSet commas;
  private final MergedFigures merged;
  private final LongRows longRows;
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
            dialect.areas(), areasAround, mentions(planned, sample), periods.latestYear(around));
    CrossedAreas crossed = CrossedAreas.of(planned, sample, labels);
    this.columns =
        NarrowerTitles.resolve(planned, around, dialect.breakdowns()).stream()
            .map(c -> crossed.told(c.with(resolved(c.facets()))))
            .toList();
    this.labelColumns =
        columns.stream().filter(c -> c.use() == Column.Use.LABEL).map(LabelColumn::of).toList();
    this.hasFigures = new boolean[columns.size()];
    columns.forEach(c -> hasFigures[c.index()] = c.use() == Column.Use.FIGURES);
    columns.stream()
        .filter(c -> c.use() == Column.Use.IGNORED && c.role().isEmpty())
        .forEach(c -> late.set(c.index()));
    this.rowLabels =
        new RowLabels(
            sheet, merges, columns, labels, areaContext, new WholesAbove(dialect.breakdowns()));
    this.groupOf = groups(columns, hints, ranked(resolved(besideHeads(around, planned))));
    this.slipped = SlippedColumns.of(columns, sample, shapes, labels);
    this.accounting = AccountingColumns.of(columns, sample);
    this.commas = CommaColumns.of(columns, sample);
    this.merged = new MergedFigures(merges, columns, labelColumns);
    this.longRows = new LongRows(sheet.merges(), lastHeaded, sample);
  }

  /** All that stands around the table, with what of it cannot all be true. */
  private Evidence consistent(
      Evidence around, List<Evidence> levels, Evidence hints, TablePeriods periods) {
    List<EvidenceItem<UnknownWords>> contradictions =
        new Contradictions(dialect.areas()).of(levels, hints, periods.said());
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

  /** What stands around the table, without what its own heads tell better. */
  private static Evidence besideHeads(Evidence around, List<Column> planned) {
    Evidence facets = statesMeasures(planned) ? around.withoutMeasure() : around;
    // 目标完成情况 names both; beside columns of targets the others are what was done.
    boolean both = facets.scenario().flatMap(EvidenceItem::rival).isPresent();
    return both && planned.stream().anyMatch(TargetGrowth::isPlanned)
        ? facets.withScenario(Optional.empty())
        : facets;
  }

  /** Beside a column of growth, a column that says nothing is one of levels, whatever the title. */
  private static boolean statesMeasures(List<Column> columns) {
    return columns.stream()
        .anyMatch(
            c ->
                c.isLabel(HeadRole.MEASURE)
                    || c.use() == Column.Use.FIGURES
                        && (c.facets().measure().isPresent()
                            || c.facets().rank()
                            || c.facets().change()));
  }

  int number() {
    return number;
  }

  private Evidence resolved(Evidence facets) {
    return facets.area().isEmpty()
        ? facets
        : facets.withArea(facets.area().map(areaContext::resolve));
  }

  private Set<List<Area>> mentions(List<Column> planned, List<SheetRow> sample) {
    Set<List<Area>> mentions = new LinkedHashSet<>();
    for (Column column : planned) {
      column.facets().area().ifPresent(a -> mentions.add(a.value().candidates()));
      if (column.isLabel(HeadRole.AREA) || column.isLabel(HeadRole.AREA_CODE)) {
        for (SheetRow row : sample) {
          Cell cell = row.cell(column.index());
          if (!cell.isEmpty()) {
            labels
                .of(HeadRole.AREA, cell, row.number(), column.index())
                .facets()
                .area()
                .ifPresent(a -> mentions.add(a.value().candidates()));
          }
        }
      }
    }
    mentions.remove(List.<Area>of());
    return mentions;
  }

  /** Whether a row's first label is of the kind that this table's rows have. */
  boolean continues(SheetRow row) {
    for (LabelColumn column : labelColumns) {
      Cell cell = row.cell(column.index());
      if (!cell.isEmpty() && labels.of(column, cell, row.number()).isUnderstood()) {
        return true;
      }
    }
    return false;
  }

  boolean hasFigures(SheetRow row) {
    CellShape[] look = shapes.of(row);
    for (int c = 0; c < row.cells().size(); c++) {
      boolean figures = c >= hasFigures.length || hasFigures[c] || late.get(c);
      if (figures && (look[c].isFigureLike() || isPlainYear(row, c, look[c]))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPlainYear(SheetRow row, int column, CellShape shape) {
    return shape == CellShape.PERIOD && row.cell(column).shown().chars().noneMatch(c -> c > '9');
  }

  /** Words that stand where figures belong. */
  int wordsAmongFigures(SheetRow row) {
    int words = 0;
    for (Column column : columns) {
      CellShape shape = shapes.of(row.cell(column.index()));
      if (column.use() == Column.Use.FIGURES
          && (shape == CellShape.TEXT || shape == CellShape.PERIOD)) {
        words++;
      }
    }
    return words;
  }

  /** The first label of a row; the first cell where the table has no column of labels. */
  Optional<Cell> nameOf(SheetRow row) {
    return labelColumns.isEmpty()
        ? Optional.of(row.cell(0)).filter(c -> !c.isEmpty())
        : labelColumns.stream()
            .map(c -> row.cell(c.index()))
            .filter(c -> !c.text().isBlank())
            .findFirst();
  }

  /** What stands as words where figures belong. */
  List<String> figureTexts(SheetRow row) {
    return columns.stream()
        .filter(c -> c.use() == Column.Use.FIGURES)
        .map(c -> row.cell(c.index()))
        .filter(c -> shapes.of(c) == CellShape.TEXT || shapes.of(c) == CellShape.PERIOD)
        .map(Cell::shown)
        .toList();
  }

  /** The years that stand where figures belong; none where anything else stands there too. */
  List<Integer> yearsOf(SheetRow row) {
    List<Integer> years = new ArrayList<>();
    for (String text : figureTexts(row)) {
      if (!YEAR.matcher(text).lookingAt()) {
        return List.of();
      }
      years.add(Integer.parseInt(text.stripLeading().substring(0, YEAR_DIGITS)));
    }
    return years;
  }

  /** Whether cells of a row belong to a figure of a row above. */
  boolean hasMergedFigures(SheetRow row) {
    if (!merged.touch(row.number())) {
      return false;
    }
    return columns.stream()
        .anyMatch(c -> c.use() == Column.Use.FIGURES && merged.at(row, c.index()).isPresent());
  }

  boolean hasMissing(SheetRow row) {
    return columns.stream()
        .anyMatch(
            c ->
                c.use() == Column.Use.FIGURES
                    && shapes.of(row.cell(c.index())) == CellShape.MISSING);
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
        if (!labelled && !isNameOfRow(column, facets)) {
          section(cell, row.number(), column.index());
          return;
        }
        labelled = true;
        remember(column, cell, facets);
      }
    }
    for (int c = 0; !labelled && c < row.cells().size(); c++) {
      if (!row.cell(c).isEmpty()) {
        section(row.cell(c), row.number(), c);
        return;
      }
    }
  }

  /** Whether a label is of the kind that its column holds; a year among months is not. */
  private static boolean isNameOfRow(LabelColumn column, Evidence facets) {
    boolean understood = facets.unknown().isEmpty();
    return switch (column.role()) {
      case AREA, AREA_CODE ->
          understood && facets.area().isPresent() && facets.indicator().isEmpty();
      case INDICATOR, INDICATOR_CODE -> understood && facets.indicator().isPresent();
      case PERIOD -> understood && facets.period().filter(p -> !p.value().isYearOnly()).isPresent();
      default -> true;
    };
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
  private void section(Cell cell, int row, int column) {
    String where = new CellAddress(sheet.name(), row, column).toString();
    Evidence line = dialect.sections().read(cell.text(), where);
    Evidence read = line.withArea(line.area().map(areaContext::resolveLine));
    section = read.over(section.onlyAreaAndPeriod());
    rowLabels.subject(read);
  }

  /**
   * @param next the row below, which may tell what a period of this one means
   */
  void row(SheetRow row, Optional<SheetRow> next, StatementSink sink) {
    CellShape[] look = shapes.of(row);
    Optional<UnknownWords> ofRow = ofWholeRow(row);
    boolean merges = merged.touch(row.number());
    int filled = row.cells().size();
    int width = merges ? Math.max(filled, columns.size()) : filled;
    @Nullable LabelGroup group = null;
    LabelGroup.@Nullable Said said = null;
    for (int c = 0; c < width; c++) {
      boolean planned = c < columns.size();
      CellShape shape = c < filled ? look[c] : CellShape.EMPTY;
      Cell cell = row.cell(c);
      Optional<UnknownWords> ofCell = ofRow;
      if (merges && planned && hasFigures[c]) {
        Optional<Cell> figure = merged.at(row, c);
        if (figure.isPresent()) {
          cell = figure.get();
          shape = CellShape.FIGURE;
          ofCell = Optional.of(new UnknownWords(cell.text(), RejectionCode.MERGED_FIGURE));
        }
      }
      boolean empty = shape == CellShape.EMPTY || shape == CellShape.MISSING;
      if (empty || (planned ? !takes(c, shape) : shape == CellShape.TEXT)) {
        continue;
      }
      Column column = planned ? columns.get(c) : beyondHeads(c);
      LabelGroup own = groupOf.get(Math.min(c, columns.size() - 1));
      if (said == null || own != group) {
        group = own;
        said = rowLabels.read(row, next, own);
      }
      sink.statement(statement(row.number(), column, own, said, cell, ofCell));
    }
  }

  /** Columns that were empty as far as was looked ahead hold nothing but figures. */
  private boolean takes(int column, CellShape shape) {
    return hasFigures[column] || (late.get(column) && shape.isFigureLike());
  }

  /** What is doubtful of all figures of a row. */
  private Optional<UnknownWords> ofWholeRow(SheetRow row) {
    if (longRows.isTooLong(row)) {
      String text = row.cells().stream().map(Cell::text).collect(Collectors.joining(","));
      return Optional.of(new UnknownWords(text, RejectionCode.ROW_TOO_LONG));
    }
    for (LabelColumn label : labelColumns) {
      Cell cell = row.cell(label.index());
      if (cell.isTakenBack()) {
        return Optional.of(new UnknownWords(cell.text(), RejectionCode.HIDDEN_VALUE));
      }
    }
    return Optional.empty();
  }

  private static Column beyondHeads(int index) {
    return new Column(index, Column.Use.FIGURES, Optional.empty(), Evidence.NONE);
  }

  private Statement statement(
      int row,
      Column column,
      LabelGroup group,
      LabelGroup.Said said,
      Cell cell,
      Optional<UnknownWords> doubt) {
    CellAddress address = new CellAddress(sheet.name(), row, column.index());
    return new Statement(
        number,
        address,
        cell,
        group.area(said, column, section),
        group.context(said, column, section),
        group.layers(said, column, section),
        own(doubt, column.index(), cell, address),
        accounting.get(column.index()));
  }

  /** What is doubtful of one cell, whatever stands around it. */
  private Optional<EvidenceItem<UnknownWords>> own(
      Optional<UnknownWords> doubt, int column, Cell cell, CellAddress address) {
    if (doubt.isPresent()) {
      return Optional.of(EvidenceItem.of(doubt.get(), doubt.get().words(), address.toString()));
    }
    if (slipped.get(column)) {
      return Optional.of(doubt(cell, RejectionCode.SLIPPED_COLUMN, address));
    }
    return commas.get(column) && cell.text().indexOf(',') > 0
        ? Optional.of(doubt(cell, RejectionCode.AMBIGUOUS_VALUE, address))
        : Optional.empty();
  }

  private static EvidenceItem<UnknownWords> doubt(
      Cell cell, RejectionCode code, CellAddress address) {
    return EvidenceItem.of(new UnknownWords(cell.text(), code), cell.text(), address.toString());
  }

  /** A row whose figures are all missing: the rows below may be about its name. */
  void rowOfMissing(SheetRow row, Optional<SheetRow> next) {
    new LinkedHashSet<>(groupOf).forEach(group -> rowLabels.read(row, next, group));
  }
}
