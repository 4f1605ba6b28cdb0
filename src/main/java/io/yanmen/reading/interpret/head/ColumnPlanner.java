package io.yanmen.reading.interpret.head;

import io.yanmen.catalog.NameNormalForm;
import io.yanmen.evidence.Evidence;
import io.yanmen.evidence.EvidenceItem;
import io.yanmen.evidence.StackedHeads;
import io.yanmen.evidence.UnknownWords;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.table.Cell;
import io.yanmen.model.table.CellAddress;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.interpret.shape.CellShape;
import io.yanmen.reading.interpret.vocabulary.EvidenceBuilder;
import io.yanmen.reading.interpret.vocabulary.HeadRole;
import io.yanmen.reading.interpret.word.LabelReader;
import io.yanmen.reading.interpret.word.TableLanguage;
import io.yanmen.reading.interpret.word.WholesAbove;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Decides from heads and content what each column of a table is for. */
public final class ColumnPlanner {
  private static final Set<HeadRole> NAME_ROLES =
      Set.of(HeadRole.AREA, HeadRole.INDICATOR, HeadRole.UNIT, HeadRole.PERIOD);

  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
  private static final Pattern TIME =
      Pattern.compile("年|时|期|year|time|date|period", Pattern.CASE_INSENSITIVE);

  private final TableLanguage dialect;
  private final LabelReader labels;
  private final String sheet;
  private final HeaderGrid header;
  private final List<SheetRow> sample;
  private final Set<String> ignored;
  private final Map<Integer, HeadRole> rowRoles = new HashMap<>();
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
    this.labels = new LabelReader(dialect);
    this.sheet = sheet;
    this.header = header;
    this.sample = sample;
    findRowRoles();
  }

  /** Heads may be stacked as 指标 / 地区 / 频度 / 单位 with those words in the first column. */
  private void findRowRoles() {
    Map<Integer, HeadRole> found = new HashMap<>();
    for (int i = 0; i < header.height(); i++) {
      int index = i;
      header
          .head(i, 0)
          .filter(h -> h.row() == header.rowNumber(index))
          .flatMap(h -> dialect.vocabulary().role(NameNormalForm.of(h.text())))
          .ifPresent(role -> found.put(index, role));
    }
    List<HeadRole> telling = found.values().stream().filter(r -> r != HeadRole.NOTE).toList();
    if (telling.size() >= 2 && telling.stream().distinct().count() == telling.size()) {
      rowRoles.putAll(found);
    }
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
    return RankSubjects.resolve(TargetGrowth.resolve(dated));
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
    ColumnContent content = content(index);
    List<HeaderGrid.Head> stack = header.stack(index);
    if (stack.stream().anyMatch(h -> ignored.contains(NameNormalForm.of(h.text())))) {
      return new Column(index, Column.Use.IGNORED, Optional.of(HeadRole.NOTE), Evidence.NONE);
    }
    boolean roleStub = index == 0 && !rowRoles.isEmpty();
    Optional<HeadRole> role = roleStub ? Optional.empty() : role(stack);
    if (role.isPresent()) {
      return byRole(index, role.get(), content);
    }
    if (index == 0 && stack.isEmpty() && content.count) {
      return new Column(index, Column.Use.IGNORED, Optional.of(HeadRole.SERIAL), Evidence.NONE);
    }
    Evidence facets = roleStub ? Evidence.NONE : heads(stack);
    boolean speaks = !facets.saysNothing() && facets.unknown().isEmpty();
    if (content.figures > 0 || (speaks && content.words == 0 && content.filled() > 0)) {
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
    if (byContent.isPresent() && !(speaks && facets.namesIndicator())) {
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
        columns(c -> role(header.stack(c)).filter(r -> r == HeadRole.PERIOD).isPresent());
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
      case SERIAL, NOTE, QUALIFIER ->
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
        if (otherName && !(role == HeadRole.PERIOD && byContent.get() == HeadRole.PERIOD)) {
          yield label(index, byContent.get());
        }
        if (role == HeadRole.AREA && content.figures > 0 && content.words == 0) {
          yield label(index, HeadRole.AREA_CODE);
        }
        yield label(index, role);
      }
    };
  }

  private static Column label(int index, HeadRole role) {
    return new Column(index, Column.Use.LABEL, Optional.of(role), Evidence.NONE);
  }

  private Optional<HeadRole> role(List<HeaderGrid.Head> stack) {
    for (int i = stack.size() - 1; i >= 0; i--) {
      Optional<HeadRole> role = dialect.vocabulary().role(NameNormalForm.of(stack.get(i).text()));
      if (role.isPresent() && (i == stack.size() - 1 || stack.size() == 1)) {
        // 数值 below 固定资产投资 is no column of values without a name.
        return role.get() == HeadRole.VALUE && stack.size() > 1 ? Optional.empty() : role;
      }
    }
    return Optional.empty();
  }

  /** Lower heads over upper ones; words for the measure go together (增速 above 位次). */
  private Evidence heads(List<HeaderGrid.Head> stack) {
    Evidence all = Evidence.NONE;
    for (HeaderGrid.Head head : stack) {
      all = StackedHeads.below(all, head(head));
    }
    return all;
  }

  private Evidence head(HeaderGrid.Head head) {
    CellAddress address = new CellAddress(sheet, head.row(), head.column());
    String plain = NameNormalForm.of(head.text());
    for (Map.Entry<Integer, HeadRole> entry : rowRoles.entrySet()) {
      if (header.rowNumber(entry.getKey()) == head.row()) {
        return stacked(entry.getValue(), head.cell(), address);
      }
    }
    if (isNumbering(plain)) {
      return Evidence.NONE;
    }
    if (dialect.vocabulary().role(plain).filter(r -> r == HeadRole.VALUE).isPresent()) {
      return Evidence.NONE;
    }
    Evidence words = dialect.texts().readPart(head.text(), address.toString());
    if (words.unknown().isEmpty()) {
      return words;
    }
    List<io.yanmen.catalog.Unit> units = dialect.texts().unitList(stripBrackets(plain));
    if (!units.isEmpty()) {
      EvidenceBuilder builder = new EvidenceBuilder(head.text().strip(), address.toString());
      units.forEach(builder::unit);
      return builder.build();
    }
    return labels.period(head.cell(), address.toString(), Optional.of(words));
  }

  /** A stacked head by the word of its row; sources and codes of others say nothing. */
  private Evidence stacked(HeadRole role, Cell cell, CellAddress address) {
    if (role == HeadRole.NOTE || role == HeadRole.SERIAL) {
      return Evidence.NONE;
    }
    Evidence facets = labels.read(role, cell, address);
    return role == HeadRole.INDICATOR_CODE && !facets.unknown().isEmpty() ? Evidence.NONE : facets;
  }

  private static String stripBrackets(String plain) {
    return plain.startsWith("(") && plain.endsWith(")")
        ? plain.substring(1, plain.length() - 1)
        : plain;
  }

  /** The numbers that forms give their columns: 甲 乙 1 2 3. */
  private static boolean isNumbering(String plain) {
    return plain.matches("[甲乙丙丁]|\\d{1,2}|\\(\\d{1,2}\\)");
  }

  private ColumnContent content(int index) {
    ColumnContent content = new ColumnContent();
    for (SheetRow row : sample) {
      Cell cell = row.cell(index);
      content.count(CellShape.of(cell));
      content.follow(cell);
      if (YEAR.matcher(cell.text().strip()).matches()) {
        content.plainYears++;
      }
      if (CellShape.of(cell) == CellShape.TEXT && content.understood < 60) {
        content.understand(dialect.texts().readPart(cell.text(), ""), unitsOf(cell));
      }
      if (cell.text().length() == 6 && dialect.areas().byCode(cell.text()).isPresent()) {
        content.codes++;
      }
    }
    return content;
  }

  private boolean unitsOf(Cell cell) {
    return !dialect.texts().unitList(NameNormalForm.of(cell.text())).isEmpty();
  }

  /** What the cells of a column look like. */
  private static final class ColumnContent {
    private int figures;
    private int words;
    private int periods;
    private int missing;
    private int understood;
    private int areas;
    private int indicators;
    private int units;
    private int measures;
    private int codes;
    private int plainYears;
    private boolean count = true;
    private int number = -1;

    /** Whether the cells count the rows: 0, 1, 2 or 1, 2, 3. */
    void follow(Cell cell) {
      if (!cell.isEmpty()) {
        boolean next =
            number < 0
                ? cell.text().equals("0") || cell.text().equals("1")
                : cell.text().equals(Integer.toString(number + 1));
        count &= next;
        number = next ? Integer.parseInt(cell.text()) : number;
      }
    }

    void count(CellShape shape) {
      switch (shape) {
        case FIGURE, BROKEN -> figures++;
        case TEXT -> words++;
        case PERIOD -> periods++;
        case MISSING -> missing++;
        case EMPTY -> {}
      }
    }

    void understand(Evidence facets, boolean unit) {
      understood++;
      if (unit) {
        units++;
      } else if (facets.unknown().isEmpty()
          && facets.area().isPresent()
          && facets.indicator().isEmpty()) {
        areas++;
      } else if (facets.namesIndicator()) {
        indicators++;
      } else if (facets.unknown().isEmpty() && !facets.saysNothing()) {
        measures++;
      }
    }

    int filled() {
      return figures + words + periods + missing;
    }

    /**
     * Whether all cells are codes of areas; a figure may be one by chance where its head speaks.
     */
    boolean areByCode(Evidence facets) {
      return codes > 0 && codes == figures && facets.saysNothing();
    }

    /** Whether all cells are numbers that may be years, or counts of something. */
    boolean maySayYears() {
      return periods > 0 && periods == plainYears;
    }

    /** Whether some cell is what the head says that all are. */
    boolean holds(HeadRole role) {
      return switch (role) {
        case AREA -> areas > 0;
        case INDICATOR -> indicators > 0;
        case UNIT -> units > 0;
        default -> false;
      };
    }

    /** What most of the words are, if most are understood. */
    Optional<HeadRole> role() {
      if (periods > 0 && periods >= words && figures <= periods / 4) {
        return Optional.of(HeadRole.PERIOD);
      }
      int most = Math.max(Math.max(areas, indicators), Math.max(units, measures));
      if (understood == 0 || most * 2 < understood || figures > words) {
        return Optional.empty();
      }
      if (most == areas) {
        return Optional.of(HeadRole.AREA);
      }
      if (most == indicators) {
        return Optional.of(HeadRole.INDICATOR);
      }
      return Optional.of(most == units ? HeadRole.UNIT : HeadRole.MEASURE);
    }
  }
}
