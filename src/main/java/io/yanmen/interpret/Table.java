package io.yanmen.interpret;

import io.yanmen.evidence.Facets;
import io.yanmen.evidence.Found;
import io.yanmen.evidence.Layers;
import io.yanmen.evidence.Statement;
import io.yanmen.evidence.StatementSink;
import io.yanmen.evidence.Unknown;
import io.yanmen.model.Area;
import io.yanmen.model.Cell;
import io.yanmen.model.CellAddress;
import io.yanmen.model.CellRange;
import io.yanmen.model.Frequency;
import io.yanmen.model.RejectionCode;
import io.yanmen.model.SheetInfo;
import io.yanmen.model.SheetRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One table whose head has been understood: turns its rows into statements. The words of heads and
 * labels are understood once each, not once a cell.
 */
final class Table {
  private static final int REMEMBERED_LABELS = 20_000;

  private final Dialect dialect;
  private final Shapes shapes;
  private final LabelReader labels;
  private final SheetInfo sheet;
  private final int number;
  private final Facets hints;
  private final Facets around;
  private final List<Column> columns;
  private final List<List<Column>> labelsOf;
  private final AreaContext areaContext;
  private final Set<Integer> slipped;
  private final Set<Integer> accounting;
  private final Map<Role, Map<Cell, Facets>> remembered = new HashMap<>();
  private final Map<Integer, Cell> lastLabels = new HashMap<>();
  private final Map<Integer, Facets> lastPeriods = new HashMap<>();
  private final @Nullable Facets[] bases;
  private Facets basesSection = Facets.NONE;
  private Facets section = Facets.NONE;
  private Facets lastIndicator = Facets.NONE;

  Table(
      Dialect dialect,
      Shapes shapes,
      SheetInfo sheet,
      int number,
      Facets hints,
      Facets around,
      List<Area> areasAround,
      List<Column> planned,
      List<SheetRow> sample) {
    this.dialect = dialect;
    this.shapes = shapes;
    this.labels = new LabelReader(dialect);
    this.sheet = sheet;
    this.number = number;
    this.hints = hints;
    this.columns = planned;
    this.labelsOf = groups(planned);
    this.bases = new Facets[planned.size()];
    this.areaContext = new AreaContext(dialect.areas(), areasAround, mentions(planned, sample));
    this.around = resolved(besideHeads(around, planned));
    for (int i = 0; i < planned.size(); i++) {
      Facets facets = planned.get(i).facets();
      if (facets.area().isPresent()) {
        planned.set(i, planned.get(i).with(resolved(facets)));
      }
    }
    this.slipped = slipped(sample);
    this.accounting = AccountingColumns.of(planned, sample);
  }

  /** What stands around the table, without what its own heads tell better. */
  private static Facets besideHeads(Facets around, List<Column> planned) {
    Facets facets = statesMeasures(planned) ? around.withoutMeasure() : around;
    // 目标完成情况 names both; beside columns of targets the others are what was done.
    boolean both = facets.scenario().flatMap(Found::rival).isPresent();
    return both && planned.stream().anyMatch(TargetGrowth::isPlanned)
        ? facets.withScenario(Optional.empty())
        : facets;
  }

  /** Beside a column of growth, a column that says nothing is one of levels, whatever the title. */
  private static boolean statesMeasures(List<Column> columns) {
    return columns.stream()
        .anyMatch(
            c ->
                c.isLabel(Role.MEASURE)
                    || c.use() == Column.Use.FIGURES
                        && (c.facets().measure().isPresent()
                            || c.facets().rank()
                            || c.facets().change()));
  }

  int number() {
    return number;
  }

  private Facets resolved(Facets facets) {
    return facets.area().isEmpty()
        ? facets
        : facets.withArea(facets.area().map(areaContext::resolve));
  }

  /**
   * Labels stand for all figures of their row, unless tables stand side by side: then each label of
   * a role that comes again begins a new group of columns.
   */
  private static List<List<Column>> groups(List<Column> columns) {
    Role first = repeatedRole(columns);
    List<List<Column>> groups = new ArrayList<>();
    List<Column> all =
        columns.stream()
            .filter(c -> c.use() == Column.Use.LABEL || c.use() == Column.Use.UNKNOWN_LABEL)
            .toList();
    if (first == Role.VALUE) {
      columns.forEach(c -> groups.add(all));
      return groups;
    }
    int start = 0;
    for (int i = 0; i < columns.size(); i++) {
      boolean figuresSince = false;
      for (int j = start; j < i; j++) {
        figuresSince |= columns.get(j).use() == Column.Use.FIGURES;
      }
      if (columns.get(i).isLabel(first) && figuresSince) {
        start = i;
      }
      groups.add(within(all, start, groupEnd(columns, first, start, i)));
    }
    return groups;
  }

  private static int groupEnd(List<Column> columns, Role first, int start, int from) {
    boolean figures = false;
    for (int i = start; i < columns.size(); i++) {
      if (i > from && figures && columns.get(i).isLabel(first)) {
        return i;
      }
      figures |= columns.get(i).use() == Column.Use.FIGURES;
    }
    return columns.size();
  }

  private static List<Column> within(List<Column> labels, int start, int end) {
    return labels.stream().filter(c -> c.index() >= start && c.index() < end).toList();
  }

  /** The role that heads several groups of columns; {@link Role#VALUE} where there is one group. */
  private static Role repeatedRole(List<Column> columns) {
    for (Role role : List.of(Role.AREA, Role.INDICATOR, Role.PERIOD)) {
      int groups = 0;
      boolean figures = true;
      for (Column column : columns) {
        if (column.isLabel(role) && figures) {
          groups++;
          figures = false;
        }
        figures |= column.use() == Column.Use.FIGURES;
      }
      if (groups > 1) {
        return role;
      }
    }
    return Role.VALUE;
  }

  private Set<List<Area>> mentions(List<Column> planned, List<SheetRow> sample) {
    Set<List<Area>> mentions = new LinkedHashSet<>();
    for (Column column : planned) {
      column.facets().area().ifPresent(a -> mentions.add(a.value().candidates()));
      if (column.isLabel(Role.AREA) || column.isLabel(Role.AREA_CODE)) {
        for (SheetRow row : sample) {
          Cell cell = row.cell(column.index());
          if (!cell.isEmpty()) {
            label(Role.AREA, cell, row.number(), column.index())
                .area()
                .ifPresent(a -> mentions.add(a.value().candidates()));
          }
        }
      }
    }
    mentions.remove(List.<Area>of());
    return mentions;
  }

  /**
   * Columns of quarterly figures in a table of months in which a figure stands in a month that ends
   * no quarter: such a column has slipped against its months, so that none of it can be trusted.
   */
  private Set<Integer> slipped(List<SheetRow> sample) {
    Set<Integer> found = new LinkedHashSet<>();
    for (Column column : columns) {
      boolean quarterly =
          column.facets().frequency().filter(f -> f.value() == Frequency.Q).isPresent();
      if (column.use() != Column.Use.FIGURES || !quarterly) {
        continue;
      }
      for (SheetRow row : sample) {
        if (shapes.of(row.cell(column.index())) == Shape.FIGURE && offQuarter(row)) {
          found.add(column.index());
        }
      }
    }
    return found;
  }

  private boolean offQuarter(SheetRow row) {
    return columns.stream()
        .filter(c -> c.isLabel(Role.PERIOD))
        .map(c -> label(Role.PERIOD, row.cell(c.index()), row.number(), c.index()).period())
        .flatMap(Optional::stream)
        .anyMatch(p -> p.value().frequency() == Frequency.M && p.value().index() % 3 != 0);
  }

  private Facets label(Role role, Cell cell, int row, int column) {
    Map<Cell, Facets> known = remembered.computeIfAbsent(role, r -> new HashMap<>());
    Facets facets = known.get(cell);
    if (facets == null) {
      if (known.size() >= REMEMBERED_LABELS) {
        known.clear();
      }
      facets = labels.read(role, cell, new CellAddress(sheet.name(), row, column));
      known.put(cell, facets);
    }
    return facets;
  }

  /** Whether a row's first label is of the kind that this table's rows have. */
  boolean continues(SheetRow row) {
    for (Column column : columns) {
      if (column.use() == Column.Use.LABEL && !row.cell(column.index()).isEmpty()) {
        Role role = column.role().orElse(Role.NOTE);
        Facets facets = label(role, row.cell(column.index()), row.number(), column.index());
        if (facets.unknown().isEmpty() && !facets.saysNothing()) {
          return true;
        }
      }
    }
    return false;
  }

  boolean hasFigures(SheetRow row) {
    for (int c = 0; c < row.cells().size(); c++) {
      Shape shape = shapes.of(row.cell(c));
      boolean figures = c >= columns.size() || columns.get(c).use() == Column.Use.FIGURES;
      if (figures && (shape.isFigureLike() || isPlainYear(row, c, shape))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPlainYear(SheetRow row, int column, Shape shape) {
    return shape == Shape.PERIOD && row.cell(column).text().chars().noneMatch(c -> c > '9');
  }

  /** Words that stand where figures belong. */
  int wordsAmongFigures(SheetRow row) {
    int words = 0;
    for (Column column : columns) {
      Shape shape = shapes.of(row.cell(column.index()));
      if (column.use() == Column.Use.FIGURES && (shape == Shape.TEXT || shape == Shape.PERIOD)) {
        words++;
      }
    }
    return words;
  }

  boolean hasMissing(SheetRow row) {
    return columns.stream()
        .anyMatch(
            c -> c.use() == Column.Use.FIGURES && shapes.of(row.cell(c.index())) == Shape.MISSING);
  }

  /**
   * A row without figures: a name whose figures are missing, the heading of the rows below it, or a
   * line that says what those rows belong to (代县, 2024年, 一、工业).
   */
  void rowWithoutFigures(SheetRow row) {
    boolean labelled = false;
    for (Column column : columns) {
      Cell cell = row.cell(column.index());
      if (column.use() == Column.Use.LABEL && !cell.isEmpty()) {
        Facets facets = label(column.role().orElse(Role.NOTE), cell, row.number(), column.index());
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
  private static boolean isNameOfRow(Column column, Facets facets) {
    boolean understood = facets.unknown().isEmpty();
    return switch (column.role().orElse(Role.NOTE)) {
      case AREA, AREA_CODE ->
          understood && facets.area().isPresent() && facets.indicator().isEmpty();
      case INDICATOR, INDICATOR_CODE -> understood && facets.indicator().isPresent();
      case PERIOD -> understood && facets.period().filter(p -> !p.value().isYearOnly()).isPresent();
      default -> true;
    };
  }

  private void remember(Column column, Cell cell, Facets facets) {
    lastLabels.put(column.index(), cell);
    if (column.isLabel(Role.INDICATOR)) {
      lastIndicator = Facets.NONE.withIndicator(facets.indicator());
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
    Facets read = resolved(SectionWords.read(dialect.texts(), cell.text(), where));
    section = read.over(section.onlyAreaAndPeriod());
    lastIndicator = Facets.NONE.withIndicator(read.indicator());
  }

  /**
   * @param next the row below, which may tell what a period of this one means
   */
  void row(SheetRow row, Optional<SheetRow> next, StatementSink sink) {
    IdentityHashMap<List<Column>, RowLabels> read = new IdentityHashMap<>();
    int width = Math.max(columns.size(), row.cells().size());
    for (int c = 0; c < width; c++) {
      Cell cell = row.cell(c);
      boolean planned = c < columns.size();
      if (planned && columns.get(c).use() != Column.Use.FIGURES) {
        continue;
      }
      Shape shape = shapes.of(cell);
      if (shape == Shape.EMPTY || shape == Shape.MISSING || (!planned && shape == Shape.TEXT)) {
        continue;
      }
      List<Column> group = planned ? labelsOf.get(c) : labelsOf.get(columns.size() - 1);
      RowLabels labels = read.get(group);
      if (labels == null) {
        Facets facets = labels(row, next, group);
        labels = new RowLabels(facets, facets.saysOnlyArea(), farther(group));
        read.put(group, labels);
      }
      Facets columnFacets = planned ? columns.get(c).facets() : Facets.NONE;
      CellAddress address = new CellAddress(sheet.name(), row.number(), c);
      Layers layers = new Layers(hints, columnFacets, labels.facets(), section, labels.farther());
      Facets evidence = checked(c, merged(c, layers, labels), cell, address);
      sink.statement(
          new Statement(number, address, cell, evidence, layers, accounting.contains(c)));
    }
  }

  /** What the labels of a row say, and what stands farther away than they. */
  private record RowLabels(Facets facets, boolean onlyArea, Facets farther) {}

  /**
   * As {@link Layers#merged}; where rows only name areas, all else is the same for every figure of
   * a column and is merged once.
   */
  @SuppressWarnings("ReferenceEquality") // NONE and the section are one object each.
  private Facets merged(int column, Layers layers, RowLabels labels) {
    boolean simple = labels.onlyArea() && hints == Facets.NONE && layers.column().area().isEmpty();
    if (!simple || column >= bases.length) {
      return layers.merged();
    }
    if (section != basesSection) {
      Arrays.fill(bases, null);
      basesSection = section;
    }
    Facets base = bases[column];
    if (base == null) {
      base = new Layers(hints, layers.column(), Facets.NONE, section, labels.farther()).merged();
      bases[column] = base;
    }
    return base.withArea(labels.facets().area());
  }

  /** A row without a name for its area is not the area of the title where rows name areas. */
  private Facets farther(List<Column> group) {
    boolean rowsNameAreas =
        group.stream().anyMatch(c -> c.isLabel(Role.AREA) || c.isLabel(Role.AREA_CODE));
    return rowsNameAreas ? around.withArea(Optional.empty()) : around;
  }

  private Facets checked(int column, Facets evidence, Cell cell, CellAddress address) {
    if (!slipped.contains(column)) {
      return evidence;
    }
    Found<Unknown> slip =
        Found.of(
            new Unknown(cell.text(), RejectionCode.SLIPPED_COLUMN),
            cell.text(),
            address.toString());
    return evidence.withUnknown(Optional.of(slip));
  }

  /** A row whose figures are all missing: the rows below may be about its name. */
  void rowOfMissing(SheetRow row, Optional<SheetRow> next) {
    new LinkedHashSet<>(labelsOf).forEach(group -> labels(row, next, group));
  }

  private Facets labels(SheetRow row, Optional<SheetRow> next, List<Column> group) {
    Facets all = Facets.NONE;
    boolean anyLabel = group.stream().anyMatch(c -> !row.cell(c.index()).isEmpty());
    for (Column column : group) {
      Cell cell = labelCell(row, column, anyLabel);
      if (cell.isEmpty()) {
        continue;
      }
      if (column.use() == Column.Use.UNKNOWN_LABEL) {
        all = all.beside(unknown(cell, row.number(), column.index()));
        continue;
      }
      Facets facets = label(column.role().orElse(Role.NOTE), cell, row.number(), column.index());
      if (facets.period().isPresent() && column.isLabel(Role.PERIOD)) {
        facets = told(facets, column, next);
      }
      all = all.beside(facets.area().isPresent() ? resolved(facets) : facets);
    }
    return inherited(all, group);
  }

  /** A month that was cut to 2016.1, by the months above and below it. */
  private Facets told(Facets label, Column column, Optional<SheetRow> next) {
    int index = column.index();
    Facets facets = label;
    if (DottedMonths.isCut(label)) {
      Facets below =
          next.filter(r -> !r.cell(index).isEmpty())
              .map(r -> label(Role.PERIOD, r.cell(index), r.number(), index))
              .orElse(Facets.NONE);
      facets = DottedMonths.told(label, lastPeriods.getOrDefault(index, Facets.NONE), below);
    }
    lastPeriods.put(index, facets);
    return facets;
  }

  /** 同比增长 below 固定资产投资 in one column: the growth of what stands above. */
  private Facets inherited(Facets own, List<Column> group) {
    boolean namesIndicators = group.stream().anyMatch(c -> c.isLabel(Role.INDICATOR));
    if (!namesIndicators) {
      return own;
    }
    if (own.indicator().isPresent()) {
      lastIndicator = Facets.NONE.withIndicator(own.indicator());
      return own;
    }
    if (own.unknown().isPresent()) {
      lastIndicator = Facets.NONE.withUnknown(own.unknown());
      return own;
    }
    return own.measure().isPresent() ? own.beside(lastIndicator) : own;
  }

  private Facets unknown(Cell cell, int row, int column) {
    String where = new CellAddress(sheet.name(), row, column).toString();
    Unknown unknown = new Unknown(cell.text().strip(), RejectionCode.UNKNOWN_CONTEXT);
    return Facets.NONE.withUnknown(Optional.of(Found.of(unknown, cell.text().strip(), where)));
  }

  /** The label of a row, also where it is merged over several rows or its merge was lost. */
  private Cell labelCell(SheetRow row, Column column, boolean anyLabel) {
    int index = column.index();
    Cell own = row.cell(index);
    if (!own.isEmpty()) {
      lastLabels.put(index, own);
      return own;
    }
    for (CellRange merge : sheet.merged()) {
      boolean down = merge.lastRow() > merge.firstRow() && merge.firstRow() < row.number();
      if (down && merge.contains(row.number(), index)) {
        return lastLabels.getOrDefault(index, Cell.EMPTY);
      }
    }
    boolean mayBeLost =
        sheet.merged().stream()
            .noneMatch(
                m ->
                    m.firstColumn() <= index
                        && m.lastColumn() >= index
                        && m.lastRow() > m.firstRow());
    boolean name =
        column.isLabel(Role.AREA) || column.isLabel(Role.INDICATOR) || column.isLabel(Role.PERIOD);
    boolean unitOfName =
        column.isLabel(Role.UNIT)
            && columns.stream()
                .anyMatch(c -> c.isLabel(Role.INDICATOR) && row.cell(c.index()).isEmpty());
    return mayBeLost && anyLabel && (name || unitOfName)
        ? lastLabels.getOrDefault(index, Cell.EMPTY)
        : Cell.EMPTY;
  }
}
