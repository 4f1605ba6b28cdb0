package io.yanmen.interpret;

import io.yanmen.evidence.AreaMention;
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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
  private final Map<Role, Map<Cell, Facets>> remembered = new HashMap<>();
  private final Map<Integer, Cell> lastLabels = new HashMap<>();
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
    this.around = around;
    this.columns = planned;
    this.labelsOf = groups(planned);
    this.areaContext = new AreaContext(dialect.areas(), areasAround, peers(planned, sample));
    for (int i = 0; i < planned.size(); i++) {
      Facets facets = planned.get(i).facets();
      if (facets.area().isPresent()) {
        planned.set(i, planned.get(i).with(resolved(facets)));
      }
    }
    this.slipped = slipped(sample);
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

  private Set<Area> peers(List<Column> planned, List<SheetRow> sample) {
    Set<Area> peers = new LinkedHashSet<>();
    for (Column column : planned) {
      column.facets().area().ifPresent(a -> clear(a).ifPresent(peers::add));
      if (column.isLabel(Role.AREA) || column.isLabel(Role.AREA_CODE)) {
        for (SheetRow row : sample) {
          Cell cell = row.cell(column.index());
          if (!cell.isEmpty()) {
            label(Role.AREA, cell, row.number(), column.index())
                .area()
                .ifPresent(a -> clear(a).ifPresent(peers::add));
          }
        }
      }
    }
    return peers;
  }

  private static Optional<Area> clear(Found<AreaMention> found) {
    return found.value().isClear()
        ? Optional.of(found.value().candidates().get(0))
        : Optional.empty();
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

  /** A line between the rows that the rows below it belong to. */
  void section(SheetRow row) {
    for (int c = 0; c < row.cells().size(); c++) {
      Cell cell = row.cell(c);
      if (cell.isEmpty()) {
        continue;
      }
      String where = new CellAddress(sheet.name(), row.number(), c).toString();
      section = SectionWords.read(dialect.texts(), cell.text(), where);
      Facets own = Facets.NONE.withIndicator(section.indicator());
      lastIndicator = section.indicator().isPresent() ? own : Facets.NONE;
      return;
    }
  }

  /** The first label of a row that holds no figures, as the heading of rows below it. */
  void heading(SheetRow row) {
    for (Column column : columns) {
      Cell cell = row.cell(column.index());
      if (column.isLabel(Role.INDICATOR) && !cell.isEmpty()) {
        Facets facets = label(Role.INDICATOR, cell, row.number(), column.index());
        if (facets.unknown().isPresent()) {
          section(row);
        } else {
          section = Facets.NONE;
          lastIndicator = Facets.NONE.withIndicator(facets.indicator());
        }
      }
    }
  }

  void row(SheetRow row, StatementSink sink) {
    Map<List<Column>, Facets> read = new HashMap<>();
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
      Facets rowFacets = read.get(group);
      if (rowFacets == null) {
        rowFacets = labels(row, group);
        read.put(group, rowFacets);
      }
      Facets columnFacets = planned ? columns.get(c).facets() : Facets.NONE;
      CellAddress address = new CellAddress(sheet.name(), row.number(), c);
      Layers layers = new Layers(hints, columnFacets, rowFacets, section, farther(group));
      Facets evidence = checked(c, layers.merged(), cell, address);
      sink.statement(new Statement(number, address, cell, evidence, layers));
    }
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

  private Facets labels(SheetRow row, List<Column> group) {
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
      all = all.beside(facets.area().isPresent() ? resolved(facets) : facets);
    }
    return inherited(all, group);
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
    boolean name = column.isLabel(Role.AREA) || column.isLabel(Role.INDICATOR);
    return mayBeLost && anyLabel && name ? lastLabels.getOrDefault(index, Cell.EMPTY) : Cell.EMPTY;
  }
}
