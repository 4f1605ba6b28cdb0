package io.yanmen.warehouse.check;

import io.yanmen.model.Accumulation;
import io.yanmen.model.Scenario;
import io.yanmen.model.SeriesKey;
import io.yanmen.warehouse.stored.FigureCache;
import io.yanmen.warehouse.stored.FigureCode;
import io.yanmen.warehouse.stored.StoredFigures;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Looks over the figures of a file for those in which a check could find something, so that the
 * checks themselves need to look at those only. It may suspect too much, but never too little: what
 * passes here passes every rule of {@code io.yanmen.check}. Where it does not know what is stored,
 * it suspects.
 */
public final class CheckPrefilter {
  /** A little less than the bounds of the rules, which compute with exact numbers. */
  static final double CLOSE = 1e-9;

  /** What the rules compare a figure with: so many of the newest. */
  private static final int HISTORY = 6;

  private final FigureCache mirror;
  private final CheckReferenceData terms;
  private final BitSet said = new BitSet();
  private final BitSet suspects = new BitSet();
  private final Set<String> wholeIndicators = new HashSet<>();
  private final AreaSums families;

  public CheckPrefilter(FigureCache mirror, CheckReferenceData terms) {
    this.mirror = mirror;
    this.terms = terms;
    mirror.said((series, block) -> said.set(series));
    this.families = new AreaSums(mirror, terms, said);
  }

  /** Series of which the rules must see what the file says. */
  public BitSet suspects() {
    return suspects;
  }

  /** Indicators of which the rules must see all that the file says. */
  public Set<String> wholeIndicators() {
    return wholeIndicators;
  }

  public boolean isClear() {
    return suspects.isEmpty() && wholeIndicators.isEmpty();
  }

  /**
   * Looks over all figures of the file; {@link #learn} must have been called.
   *
   * @param screening false to suspect everything
   */
  public void look(boolean screening) {
    if (!screening) {
      suspects.or(said);
      said.stream().forEach(series -> wholeIndicators.add(mirror.key(series).indicatorCode()));
      return;
    }
    for (int series = said.nextSetBit(0); series >= 0; series = said.nextSetBit(series + 1)) {
      look(series);
    }
    families.look(wholeIndicators);
  }

  /**
   * Fetches what the figures of the file are compared with: growth with levels, and areas with the
   * areas in them.
   */
  public void learn(StoredFigures stored) throws SQLException {
    stored.seriesOf(families.areas());
    BitSet relatives = new BitSet();
    families.members(relatives::set);
    for (int series = said.nextSetBit(0); series >= 0; series = said.nextSetBit(series + 1)) {
      int partner = mirror.partner(series);
      if (partner >= 0) {
        relatives.set(partner);
      }
    }
    stored.newest(
        relatives.stream().filter(series -> !mirror.coversNewest(series)).boxed().toList());
  }

  private void look(int series) {
    SeriesKey key = mirror.key(series);
    Optional<Thresholds> thresholds = terms.of(key.indicatorCode());
    if (thresholds.isEmpty()) {
      wholeIndicators.add(key.indicatorCode());
      return;
    }
    Thresholds limits = thresholds.get();
    switch (key.measure()) {
      case RANK, YOY_RANK -> wholeIndicators.add(key.indicatorCode());
      case LEVEL -> level(series, key, limits);
      case YOY -> {
        suspect(series, outside(series, limits.lowestGrowth(), Double.POSITIVE_INFINITY));
        pair(series, mirror.partner(series), series, key, limits);
      }
      case SHARE -> suspect(series, outside(series, limits.lowestShare(), limits.highestShare()));
      default -> {}
    }
  }

  private void suspect(int series, boolean suspicious) {
    if (suspicious) {
      suspects.set(series);
    }
  }

  private boolean outside(int series, double lowest, double highest) {
    for (int block = mirror.newestBlock(series); block >= 0; block = mirror.blockBefore(block)) {
      for (int at = mirror.saidAt(block); at != 0; at &= at - 1) {
        long said = mirror.saidIn(block, Integer.numberOfTrailingZeros(at));
        if (FigureCode.isFigure(said)) {
          double value = FigureCode.value(said);
          if (FigureCode.isLarge(said) || value < lowest || value > highest) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private void level(int series, SeriesKey key, Thresholds limits) {
    boolean cumulative = key.accumulation() == Accumulation.YTD;
    Sizes sizes = new Sizes(key.frequency().months(), cumulative);
    boolean outside = false;
    boolean falls = false;
    for (int block = mirror.newestBlock(series); block >= 0; block = mirror.blockBefore(block)) {
      sizes.meet(mirror, block);
      outside |= sizes.lowest < limits.lowest() || sizes.highest > limits.highest();
      falls |= cumulative && limits.flow() && falls(series, block, key, limits.fall());
    }
    suspect(series, outside || falls || sizes.large || jumps(series, sizes, limits));
    pair(series, series, mirror.partner(series), key, limits);
  }

  /** A cumulative figure that is less than an earlier one of its year. */
  private boolean falls(int series, int block, SeriesKey key, double tolerance) {
    if (Double.isNaN(tolerance)) {
      return false;
    }
    int inYear = 12 / key.frequency().months();
    // Blocks hold whole years.
    for (int year = 0; year < FigureCache.PERIODS; year += inYear) {
      int periods = (1 << inYear) - 1 << year;
      if ((mirror.saidAt(block) & periods) != 0
          && yearFalls(series, block, periods, 1 - tolerance)) {
        return true;
      }
    }
    return false;
  }

  private boolean yearFalls(int series, int block, int periods, double least) {
    double highest = Double.NEGATIVE_INFINITY;
    boolean said = false;
    boolean falls = false;
    int figures = (mirror.saidAt(block) | mirror.storedAt(block)) & periods;
    for (int at = figures; at != 0; at &= at - 1) {
      int i = Integer.numberOfTrailingZeros(at);
      said |= FigureCode.isFigure(mirror.saidIn(block, i));
      long figure = mirror.figureIn(block, i);
      if (FigureCode.isFigure(figure)) {
        double value = FigureCode.value(figure);
        falls |= FigureCode.isLarge(figure) || value < highest * least + Math.abs(highest) * CLOSE;
        highest = Math.max(highest, value);
      }
    }
    int first = mirror.firstOrdinal(block) + Integer.numberOfTrailingZeros(periods);
    return said && (falls || !mirror.covers(series, first));
  }

  /** A figure that is several times larger or smaller than the others of its series. */
  private boolean jumps(int series, Sizes sizes, Thresholds limits) {
    if (Double.isNaN(limits.slip()) || sizes.saidHigh == 0 || sizes.saidHigh < limits.smallest()) {
      return false;
    }
    boolean everything = mirror.coveredFrom(series) == Integer.MIN_VALUE;
    if (!everything && sizes.history < HISTORY) {
      return true;
    }
    double factor = limits.leastFactor() * (1 - CLOSE);
    return sizes.saidHigh >= sizes.low * factor || sizes.saidLow * factor <= sizes.high;
  }

  /**
   * What the file says of a series, and the sizes, cumulative ones by their month, of that and of
   * all that it may be compared with. Blocks are met from the newest on.
   */
  private static final class Sizes {
    private final int months;
    private final boolean cumulative;
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;
    private double saidLow = Double.MAX_VALUE;
    private double saidHigh;
    private double low = Double.MAX_VALUE;
    private double high;
    private int history;
    private boolean large;

    Sizes(int months, boolean cumulative) {
      this.months = months;
      this.cumulative = cumulative;
    }

    void meet(FigureCache mirror, int block) {
      int first = mirror.firstOrdinal(block);
      for (int at = mirror.saidAt(block) | mirror.storedAt(block); at != 0; ) {
        int i = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(at);
        at ^= 1 << i;
        long said = mirror.saidIn(block, i);
        if (FigureCode.isFigure(said)) {
          said(said, first + i);
        }
        long stored = mirror.storedIn(block, i);
        if (history < HISTORY && FigureCode.isFigure(stored)) {
          stored(stored, first + i);
        }
      }
    }

    private void said(long figure, int ordinal) {
      large |= FigureCode.isLarge(figure);
      double value = FigureCode.value(figure);
      lowest = Math.min(lowest, value);
      highest = Math.max(highest, value);
      double size = size(value, ordinal);
      if (size > 0) {
        saidLow = Math.min(saidLow, size);
        saidHigh = Math.max(saidHigh, size);
        meet(size);
      }
    }

    private void stored(long figure, int ordinal) {
      large |= FigureCode.isLarge(figure);
      double size = size(FigureCode.value(figure), ordinal);
      if (size > 0) {
        history++;
        meet(size);
      }
    }

    private void meet(double size) {
      low = Math.min(low, size);
      high = Math.max(high, size);
    }

    /** From the beginning of the year to the end of the period there are so many months. */
    private double size(double value, int ordinal) {
      return cumulative ? Math.abs(value) / (ordinal * months % 12 + months) : Math.abs(value);
    }
  }

  /** Published growth beside the one that the levels make. */
  private void pair(int from, int level, int growth, SeriesKey key, Thresholds limits) {
    if (level < 0
        || growth < 0
        || Double.isNaN(limits.growth())
        || key.scenario() != Scenario.ACTUAL) {
      return;
    }
    int year = 12 / key.frequency().months();
    for (int block = mirror.newestBlock(from); block >= 0; block = mirror.blockBefore(block)) {
      for (int at = mirror.saidAt(block); at != 0; at &= at - 1) {
        int i = Integer.numberOfTrailingZeros(at);
        boolean said = FigureCode.isFigure(mirror.saidIn(block, i));
        int ordinal = mirror.firstOrdinal(block) + i;
        if (said && contradicts(level, growth, ordinal, year, limits.growth())) {
          suspects.set(level);
          suspects.set(growth);
          return;
        }
      }
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
