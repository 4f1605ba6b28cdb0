package io.yanmen.reading.interpret.head;

import io.yanmen.catalog.NameNormalForm;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.UnknownWords;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.table.CellAddress;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.interpret.shape.CellShape;
import io.yanmen.reading.interpret.shape.CellShapeCache;
import io.yanmen.reading.interpret.vocabulary.HeadRole;
import io.yanmen.reading.interpret.word.TableLanguage;
import io.yanmen.reading.interpret.word.WholesAbove;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Decides from heads and content what each column of a table is for. */
public final class ColumnPlanner {
  private static final Set<HeadRole> NAME_ROLES =
      Set.of(HeadRole.AREA, HeadRole.INDICATOR, HeadRole.UNIT, HeadRole.PERIOD);

  // What heads of this kind say is of figures; names of areas and indicators are none of it.
  private static final Set<HeadRole> OF_FIGURES =
      Set.of(HeadRole.SCENARIO, HeadRole.FREQUENCY, HeadRole.ACCUMULATION, HeadRole.STATUS);
  private static final Set<HeadRole> OF_ROWS = Set.of(HeadRole.AREA, HeadRole.INDICATOR);

  private static final Pattern TIME =
      Pattern.compile("年|时|期|year|time|date|period", Pattern.CASE_INSENSITIVE);

  private final TableLanguage dialect;
  private final HeadReader heads;
  private final String sheet;
  private final HeaderGrid header;
  private final List<SheetRow> sample;
  private final Set<String> ignored;
  private final CellShapeCache shapes = new CellShapeCache();
  // Looked for once, where the first column asks.
  private Optional<BitSet> periodHeads = Optional.empty();
  private Optional<BitSet> figureColumns = Optional.empty();

  /**
   * @param ignored heads of columns that a source's hints leave out
   */
  public ColumnPlanner(
      TableLanguage dialect,
      String sheet,
      HeaderGrid header,
      List<SheetRow> sample,
      Set<String> ignored) {
    this.ignored = ignored;
    this.dialect = dialect;
    this.sheet = sheet;
    this.header = header;
    this.sample = sample;
    this.heads = new HeadReader(dialect, sheet, header);
  }

  public List<Column> plan() {
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < header.width(); c++) {
      columns.add(doubted(decide(c)));
    }
    List<Column> named =
        InheritedIndicators.resolve(
            TotalHeads.resolve(columns), new WholesAbove(dialect.breakdowns()));
    List<Column> dated = InheritedPeriods.resolve(DottedMonths.resolve(named));
    return InheritedAreas.resolve(RankSubjects.resolve(TargetGrowth.resolve(dated)));
  }

  /** Figures below a head that may belong to its neighbour only are about nothing certain. */
  private Column doubted(Column column) {
    return column.use() != Column.Use.FIGURES
        ? column
        : header
            .doubtful(column.index())
            .map(head -> column.with(column.facets().withUnknown(doubt(head))))
            .orElse(column);
  }

  private EvidenceItem<UnknownWords> doubt(HeaderGrid.Head head) {
    String where = new CellAddress(sheet, head.row(), head.column()).toString();
    return EvidenceItem.of(
        new UnknownWords(head.text(), RejectionCode.UNKNOWN_CONTEXT), head.text(), where);
  }

  private Column decide(int index) {
    ColumnContent content = ColumnContent.of(index, sample, dialect, shapes);
    List<HeaderGrid.Head> stack = header.stack(index);
    if (stack.stream().anyMatch(h -> ignored.contains(NameNormalForm.of(h.text())))) {
      return new Column(index, Column.Use.IGNORED, Optional.of(HeadRole.NOTE), Evidence.NONE);
    }
    boolean roleStub = index == 0 && heads.rowsHaveRoles();
    Optional<HeadRole> role = roleStub ? Optional.empty() : heads.role(stack);
    if (role.isPresent()) {
      return byRole(index, role.get(), content);
    }
    if (index == 0 && stack.isEmpty() && content.countsRows()) {
      return new Column(index, Column.Use.IGNORED, Optional.of(HeadRole.SERIAL), Evidence.NONE);
    }
    Evidence facets = roleStub ? Evidence.NONE : heads.read(stack);
    boolean speaks = !facets.saysNothing() && facets.unknown().isEmpty();
    if (content.figures() > 0 || (speaks && content.words() == 0 && content.filled() > 0)) {
      return content.areByCode(facets)
          ? label(index, HeadRole.AREA_CODE)
          : new Column(index, Column.Use.FIGURES, Optional.empty(), facets);
    }
    Optional<HeadRole> byContent = content.role();
    boolean years =
        byContent.filter(r -> r == HeadRole.PERIOD).isPresent() && content.maySayYears();
    if (years && !facets.unknown().isEmpty() && !ofTime(stack)) {
      // 2013 below a head that is not understood: a year, or so many of something.
      Column.Use use = asFigures(index) ? Column.Use.FIGURES : Column.Use.UNKNOWN_LABEL;
      return new Column(index, use, Optional.empty(), facets);
    }
    // Names of areas are no figures, whatever stands above them.
    boolean areas = byContent.filter(r -> r == HeadRole.AREA).isPresent() && content.words() > 0;
    if (byContent.isPresent() && (areas || !(speaks && facets.namesIndicator()))) {
      return label(index, byContent.get());
    }
    if (speaks) {
      return new Column(index, Column.Use.FIGURES, Optional.empty(), facets);
    }
    if (content.filled() == 0) {
      return new Column(index, Column.Use.IGNORED, Optional.empty(), facets);
    }
    return new Column(index, Column.Use.UNKNOWN_LABEL, Optional.empty(), facets);
  }

  private static boolean ofTime(List<HeaderGrid.Head> stack) {
    return stack.stream().anyMatch(h -> TIME.matcher(h.text()).find());
  }

  /**
   * Whether another column holds periods by its head, or none holds figures that they could date.
   */
  private boolean asFigures(int index) {
    BitSet dated = others(periodHeads.orElseGet(this::findPeriodHeads), index);
    BitSet figures = others(figureColumns.orElseGet(this::findFigureColumns), index);
    return !dated.isEmpty() || figures.isEmpty();
  }

  private static BitSet others(BitSet columns, int index) {
    BitSet others = (BitSet) columns.clone();
    others.clear(index);
    return others;
  }

  private BitSet findPeriodHeads() {
    BitSet found =
        columns(c -> heads.role(header.stack(c)).filter(r -> r == HeadRole.PERIOD).isPresent());
    periodHeads = Optional.of(found);
    return found;
  }

  private BitSet findFigureColumns() {
    BitSet found =
        columns(c -> sample.stream().anyMatch(r -> CellShape.of(r.cell(c)).isFigureLike()));
    figureColumns = Optional.of(found);
    return found;
  }

  private BitSet columns(IntPredicate wanted) {
    return IntStream.range(0, header.width())
        .filter(wanted)
        .collect(BitSet::new, BitSet::set, BitSet::or);
  }

  private Column byRole(int index, HeadRole role, ColumnContent content) {
    return switch (role) {
      case VALUE -> new Column(index, Column.Use.FIGURES, Optional.empty(), Evidence.NONE);
      case SERIAL, NOTE, REMARK, QUALIFIER ->
          content.areByCode(Evidence.NONE)
              ? label(index, HeadRole.AREA_CODE)
              : new Column(index, Column.Use.IGNORED, Optional.of(role), Evidence.NONE);
      default -> {
        Optional<HeadRole> byContent = content.role();
        // 新建 among indicators is no county: a head is only overruled where its own kind is absent.
        boolean otherName =
            NAME_ROLES.contains(role)
                && byContent.filter(NAME_ROLES::contains).isPresent()
                && !content.holds(role);
        if (OF_FIGURES.contains(role)
            && content.words() > 0
            && byContent.filter(OF_ROWS::contains).isPresent()) {
          yield label(index, byContent.get());
        }
        if (otherName && !(role == HeadRole.PERIOD && byContent.get() == HeadRole.PERIOD)) {
          yield label(index, byContent.get());
        }
        if (role == HeadRole.AREA && content.figures() > 0 && content.words() == 0) {
          yield label(index, HeadRole.AREA_CODE);
        }
        yield label(index, role);
      }
    };
  }

  private static Column label(int index, HeadRole role) {
    return new Column(index, Column.Use.LABEL, Optional.of(role), Evidence.NONE);
  }
}
