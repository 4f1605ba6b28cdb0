package io.yanmen.load;

import io.yanmen.load.mirror.FigureCode;
import io.yanmen.load.mirror.Mirror;
import io.yanmen.model.Accumulation;
import io.yanmen.model.Measure;
import io.yanmen.model.Scenario;
import io.yanmen.model.SeriesKey;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Looks over the figures of a file for those in which a check could find something, so that the
 * checks themselves need to look at those only. It may suspect too much, but never too little: what
 * passes here passes every rule of {@code io.yanmen.check}. Where it does not know what is stored,
 * it suspects.
 */
final class Screen {
  /** A little less than the bounds of the rules, which compute with exact numbers. */
  private static final double CLOSE = 1e-9;

  /** What the rules compare a figure with: so many of the newest. */
  private static final int HISTORY = 6;

  private final Mirror mirror;
  private final Terms terms;
  private final BitSet said = new BitSet();
  private final BitSet suspects = new BitSet();
  private final Set<String> wholeIndicators = new HashSet<>();
  private final Families families;

  Screen(Mirror mirror, Terms terms) {
    this.mirror = mirror;
    this.terms = terms;
    this.families = new Families(mirror, terms);
    mirror.said((series, block) -> said.set(series));
  }

  /** Series of which the rules must see what the file says. */
  BitSet suspects() {
    return suspects;
  }

  /** Indicators of which the rules must see all that the file says. */
  Set<String> wholeIndicators() {
    return wholeIndicators;
  }

  boolean isClear() {
    return suspects.isEmpty() && wholeIndicators.isEmpty();
  }

  /** Looks over all figures of the file; {@link #learn} must have been called. */
  void look() {
    for (int series = said.nextSetBit(0); series >= 0; series = said.nextSetBit(series + 1)) {
      look(series);
    }
    families.look(said, wholeIndicators);
  }

  /** Suspects everything. */
  void suspectAll() {
    suspects.or(said);
    said.stream().forEach(series -> wholeIndicators.add(mirror.key(series).indicatorCode()));
  }

  /**
   * Fetches what the figures of the file are compared with: growth with levels, and areas with the
   * areas in them.
   */
  void learn(StoredFigures stored) throws SQLException {
    stored.seriesOf(families.areas(said));
    BitSet relatives = new BitSet();
    families.members(said, relatives::set);
    for (int series = said.nextSetBit(0); series >= 0; series = said.nextSetBit(series + 1)) {
      SeriesKey key = mirror.key(series);
      if (key.measure() == Measure.LEVEL || key.measure() == Measure.YOY) {
        Measure other = key.measure() == Measure.LEVEL ? Measure.YOY : Measure.LEVEL;
        int relative = mirror.find(with(key, other));
        if (relative >= 0) {
          relatives.set(relative);
        }
      }
    }
    stored.newest(
        relatives.stream().filter(series -> !mirror.coversNewest(series)).boxed().toList());
  }

  private void look(int series) {
    SeriesKey key = mirror.key(series);
    Terms.Indicator indicator = terms.indicators().get(key.indicatorCode());
    if (indicator == null) {
      wholeIndicators.add(key.indicatorCode());
      return;
    }
    switch (key.measure()) {
      case RANK, YOY_RANK -> wholeIndicators.add(key.indicatorCode());
      case LEVEL -> level(series, key, indicator);
      case YOY -> growth(series, key, indicator);
      case SHARE ->
          suspect(
              series,
              outside(
                  series,
                  indicator.threshold("IMPOSSIBLE_SHARE", "lowest").orElse(-Double.MAX_VALUE),
                  indicator.threshold("IMPOSSIBLE_SHARE", "highest").orElse(Double.MAX_VALUE)));
      default -> {}
    }
  }

  private void suspect(int series, boolean suspicious) {
    if (suspicious) {
      suspects.set(series);
    }
  }

  private void growth(int series, SeriesKey key, Terms.Indicator indicator) {
    double lowest =
        indicator.threshold("VALUE_OUT_OF_RANGE", "lowest-growth").orElse(-Double.MAX_VALUE);
    suspect(series, outside(series, lowest, Double.MAX_VALUE));
    pair(series, mirror.find(with(key, Measure.LEVEL)), series, key, indicator);
  }

  private void level(int series, SeriesKey key, Terms.Indicator indicator) {
    double lowest = indicator.threshold("VALUE_OUT_OF_RANGE", "lowest").orElse(-Double.MAX_VALUE);
    if (indicator.kind().equals("stock") || indicator.kind().equals("count")) {
      lowest = Math.max(lowest, indicator.threshold("NEGATIVE_VALUE", "lowest").orElse(lowest));
    }
    double highest = indicator.threshold("VALUE_OUT_OF_RANGE", "highest").orElse(Double.MAX_VALUE);
    suspect(
        series,
        outside(series, lowest, highest)
            || falls(series, key, indicator)
            || jumps(series, key, indicator));
    pair(series, series, mirror.find(with(key, Measure.YOY)), key, indicator);
  }

  private static SeriesKey with(SeriesKey key, Measure measure) {
    return new SeriesKey(
        key.areaCode(),
        key.indicatorCode(),
        measure,
        key.scenario(),
        key.frequency(),
        key.accumulation());
  }

  private boolean outside(int series, double lowest, double highest) {
    Finding finding = new Finding();
    mirror.blocks(
        series,
        (s, block) -> {
          for (int i = 0; i < Mirror.PERIODS; i++) {
            long said = mirror.saidIn(block, i);
            if (FigureCode.isFigure(said)) {
              double value = FigureCode.value(said);
              finding.found |= FigureCode.isLarge(said) || value < lowest || value > highest;
            }
          }
        });
    return finding.found;
  }

  private static final class Finding {
    private boolean found;
  }

  /** A cumulative figure that is less than an earlier one of its year. */
  private boolean falls(int series, SeriesKey key, Terms.Indicator indicator) {
    OptionalDouble tolerance = indicator.threshold("CUMULATIVE_FALLS", "tolerance");
    boolean accumulates = indicator.isFlow() && key.accumulation() == Accumulation.YTD;
    if (!accumulates || tolerance.isEmpty()) {
      return false;
    }
    int inYear = 12 / key.frequency().months();
    double least = 1 - tolerance.getAsDouble();
    Finding finding = new Finding();
    mirror.blocks(
        series,
        (s, block) -> {
          int first = mirror.firstOrdinal(block);
          // Blocks hold whole years.
          for (int year = 0; year < Mirror.PERIODS; year += inYear) {
            finding.found |= yearFalls(series, block, first, year, inYear, least);
          }
        });
    return finding.found;
  }

  private boolean yearFalls(int series, int block, int first, int year, int inYear, double least) {
    double highest = -Double.MAX_VALUE;
    boolean said = false;
    boolean falls = false;
    for (int i = year; i < year + inYear; i++) {
      said |= FigureCode.isFigure(mirror.saidIn(block, i));
      long figure = mirror.figureIn(block, i);
      if (FigureCode.isFigure(figure)) {
        double value = FigureCode.value(figure);
        falls |= FigureCode.isLarge(figure) || value < highest * least + Math.abs(highest) * CLOSE;
        highest = Math.max(highest, value);
      }
    }
    boolean known = mirror.covers(series, first + year);
    return said && (falls || !known);
  }

  /** A figure that is several times larger or smaller than the others of its series. */
  private boolean jumps(int series, SeriesKey key, Terms.Indicator indicator) {
    OptionalDouble near = indicator.threshold("UNIT_SLIP", "nearness");
    if (near.isEmpty() || indicator.threshold("UNIT_SLIP", "nearness-far").isEmpty()) {
      return false;
    }
    double loosest = near.getAsDouble();
    loosest = Math.max(loosest, indicator.threshold("UNIT_SLIP", "nearness-same").orElse(loosest));
    double smallest =
        indicator.kind().equals("count")
            ? indicator.threshold("UNIT_SLIP", "smallest-count").orElse(0)
            : 0;
    Range said = new Range();
    Range all = new Range();
    boolean everything = mirror.coveredFrom(series) == Integer.MIN_VALUE;
    int history = sizes(series, key, said, all);
    if (said.large || all.large) {
      return true;
    }
    if (said.isEmpty() || said.high < smallest) {
      return false;
    }
    if (!everything && history < HISTORY) {
      return true;
    }
    double ratio = Math.pow(10, 1 - loosest) * (1 - CLOSE);
    return said.high >= all.low * ratio || said.low * ratio <= all.high;
  }

  private static final class Range {
    private double low = Double.MAX_VALUE;
    private double high;
    private boolean large;

    void meet(double size) {
      low = Math.min(low, size);
      high = Math.max(high, size);
    }

    boolean isEmpty() {
      return high == 0;
    }
  }

  /**
   * Collects sizes, cumulative ones by their month: of what the file says, and of all that it may
   * be compared with.
   *
   * @return how many stored ones
   */
  private int sizes(int series, SeriesKey key, Range said, Range all) {
    int[] stored = {0};
    int months = key.frequency().months();
    boolean cumulative = key.accumulation() == Accumulation.YTD;
    mirror.blocks(
        series,
        (s, block) -> {
          int first = mirror.firstOrdinal(block);
          for (int i = Mirror.PERIODS - 1; i >= 0; i--) {
            int divisor =
                cumulative ? (first + i + 1) * months - (first + i) * months / 12 * 12 : 1;
            long figure = mirror.saidIn(block, i);
            if (FigureCode.isFigure(figure)) {
              said.large |= FigureCode.isLarge(figure);
              double size = Math.abs(FigureCode.value(figure)) / divisor;
              if (size > 0) {
                said.meet(size);
                all.meet(size);
              }
            }
            long old = mirror.storedIn(block, i);
            if (FigureCode.isFigure(old) && stored[0] < HISTORY) {
              all.large |= FigureCode.isLarge(old);
              double size = Math.abs(FigureCode.value(old)) / divisor;
              if (size > 0) {
                all.meet(size);
                stored[0]++;
              }
            }
          }
        });
    return stored[0];
  }

  /** Published growth beside the one that the levels make. */
  private void pair(int from, int level, int growth, SeriesKey key, Terms.Indicator indicator) {
    OptionalDouble tolerance = indicator.threshold("GROWTH_CONTRADICTS", "tolerance");
    if (level < 0 || growth < 0 || tolerance.isEmpty() || key.scenario() != Scenario.ACTUAL) {
      return;
    }
    int year = 12 / key.frequency().months();
    Finding finding = new Finding();
    mirror.blocks(
        from,
        (s, block) -> {
          int first = mirror.firstOrdinal(block);
          for (int i = 0; i < Mirror.PERIODS; i++) {
            if (FigureCode.isFigure(mirror.saidIn(block, i))) {
              finding.found |= contradicts(level, growth, first + i, year, tolerance.getAsDouble());
            }
          }
        });
    if (finding.found) {
      suspects.set(level);
      suspects.set(growth);
    }
  }

  private boolean contradicts(int level, int growth, int ordinal, int year, double tolerance) {
    if (!mirror.covers(level, ordinal)
        || !mirror.covers(growth, ordinal)
        || !mirror.covers(level, ordinal - year)) {
      return true;
    }
    long now = mirror.figure(level, ordinal);
    long before = mirror.figure(level, ordinal - year);
    long published = mirror.figure(growth, ordinal);
    if (!FigureCode.isFigure(now)
        || !FigureCode.isFigure(before)
        || !FigureCode.isFigure(published)) {
      return false;
    }
    if (FigureCode.isLarge(now) || FigureCode.isLarge(before) || FigureCode.isLarge(published)) {
      return true;
    }
    double base = FigureCode.value(before);
    double computed = 100 * (FigureCode.value(now) / base - 1);
    return base > 0
        && Math.abs(FigureCode.value(published) - computed) > tolerance * (1 - CLOSE) - CLOSE;
  }
}
