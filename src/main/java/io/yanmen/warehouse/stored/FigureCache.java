package io.yanmen.warehouse.stored;

import io.yanmen.model.Frequency;
import io.yanmen.model.Measure;
import io.yanmen.model.SeriesKey;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * What is stored of the series that loads touch, as far as they had to ask, and what the present
 * file says of them. Periods are counted from year 0 by their own length, see {@link #ordinal}; of
 * a series, 12 of them in a row share a block.
 *
 * <p>It lives on between loads, so that the next file of a night finds known what the last one
 * asked for; whether it is still true is told by the version of the warehouse, which whoever holds
 * it compares. Not for several threads at once.
 */
public final class FigureCache {
  /** Periods in a block. */
  public static final int PERIODS = 12;

  private static final int LINK = 0;
  private static final int OWNER = 1;
  private static final int STORED = 2;
  private static final int SAID = STORED + PERIODS;

  /** The next block of which the present file says something, plus 1; 0 at the last one. */
  private static final int NEXT_TOUCHED = SAID + PERIODS;

  private static final long FETCHED = 1L << 32;
  private static final long TOUCHED = 1L << 33;

  /** Where in the word of the owner the bits begin that tell which periods are not empty. */
  private static final int SAID_BITS = 34;

  private static final int STORED_BITS = SAID_BITS + PERIODS;
  private static final int ALL = (1 << PERIODS) - 1;
  private static final int NOTHING_COVERED = Integer.MAX_VALUE;

  private final SeriesNumbers series = new SeriesNumbers();
  private final FigurePages blocks;
  private final BitSet fresh = new BitSet();
  private final Set<String> areas = new HashSet<>();
  private final Set<String> areasMet = new HashSet<>();
  private int firstTouched = -1;
  private int lastTouched = -1;
  private boolean distrusted;
  private boolean allSeries;
  private int[] heads = new int[0];
  private int[] coveredFrom = new int[0];
  private int[] partners = new int[0];

  /**
   * @param temporary folder for what does not fit into memory
   */
  public FigureCache(Path temporary) {
    this.blocks = new FigurePages(temporary);
  }

  /** Takes a block of figures of one series. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * @param series its number
     * @param block the block; the position of its first period is {@link #firstOrdinal}
     */
    void block(int series, int block);
  }

  /** How many periods of this length lie between the beginning of the year 0 and this one. */
  public static int ordinal(Frequency frequency, LocalDate start) {
    return (start.getYear() * 12 + start.getMonthValue() - 1) / frequency.months();
  }

  /** First day of a period, see {@link #ordinal}. */
  public static LocalDate start(Frequency frequency, int ordinal) {
    int months = ordinal * frequency.months();
    return LocalDate.of(months / 12, months % 12 + 1, 1);
  }

  // --- Series ---

  /** How many series have been met. */
  public int seriesMet() {
    return series.count();
  }

  public SeriesKey key(int number) {
    return series.key(number);
  }

  /** The number of a series; one that was never met gets the next. */
  public int number(SeriesKey key) {
    int before = series.count();
    int number = series.findOrAdd(key);
    if (number >= heads.length) {
      int size = Math.max(1 << 10, heads.length << 1);
      int from = heads.length;
      heads = Arrays.copyOf(heads, size);
      coveredFrom = Arrays.copyOf(coveredFrom, size);
      partners = Arrays.copyOf(partners, size);
      Arrays.fill(heads, from, size, -1);
      Arrays.fill(coveredFrom, from, size, NOTHING_COVERED);
      Arrays.fill(partners, from, size, -1);
    }
    if (number == before) {
      areasMet.add(key.areaCode());
      pair(number, key);
    }
    return number;
  }

  private void pair(int number, SeriesKey key) {
    if (key.measure() == Measure.LEVEL || key.measure() == Measure.YOY) {
      int other =
          series.find(key.with(key.measure() == Measure.LEVEL ? Measure.YOY : Measure.LEVEL));
      if (other >= 0) {
        partners[number] = other;
        partners[other] = number;
      }
    }
  }

  /** For a level the series of its growth over the year, for that the level; -1 if not known. */
  public int partner(int number) {
    int other = partners[number];
    return other >= 0 && series.id(other) == 0 ? -1 : other;
  }

  /** The number of a series, or -1 if neither the file nor the warehouse is known to have it. */
  public int find(SeriesKey key) {
    int number = series.find(key);
    return number >= 0 && series.id(number) == 0 ? -1 : number;
  }

  /** Id in the warehouse; 0 if it has none. */
  public int id(int number) {
    return series.id(number);
  }

  /** A series that the warehouse has. */
  public void known(SeriesKey key, int id) {
    series.setId(number(key), id);
  }

  /** Gives an id to a series that the warehouse does not have yet. */
  public void begin(int number, int id) {
    series.setId(number, id);
    coveredFrom[number] = Integer.MIN_VALUE;
    fresh.set(number);
  }

  /** Whether a series of an area has been met. */
  public boolean hasMet(String area) {
    return areasMet.contains(area);
  }

  /** Whether all series of an area are known here. */
  public boolean knowsSeriesOf(String area) {
    return areas.contains(area);
  }

  public void knowSeriesOf(Set<String> these) {
    areas.addAll(these);
  }

  /** Whether there is no series that is not known here. */
  public boolean knowsAllSeries() {
    return allSeries;
  }

  /**
   * @param these the areas that there are
   */
  public void knowAllSeries(Set<String> these) {
    knowSeriesOf(these);
    allSeries = true;
  }

  // --- What is stored ---

  /** Whether what is stored of this series in this period is known here. */
  public boolean covers(int number, int ordinal) {
    if (ordinal >= coveredFrom[number]) {
      return true;
    }
    int block = find(number, ordinal / PERIODS);
    return block >= 0 && (blocks.get(block, OWNER) & FETCHED) != 0;
  }

  /** Whether the newest values of a series have been fetched. */
  public boolean coversNewest(int number) {
    return coveredFrom[number] != NOTHING_COVERED;
  }

  /** From this period on all that is stored is known here; the lowest number if it is all. */
  public int coveredFrom(int number) {
    return coveredFrom[number];
  }

  public void coverFrom(int number, int ordinal) {
    coveredFrom[number] = ordinal;
  }

  /** The whole block around a period is known from now on. */
  public void coverBlock(int number, int ordinal) {
    int block = findOrAdd(number, ordinal / PERIODS);
    blocks.put(block, OWNER, blocks.get(block, OWNER) | FETCHED);
  }

  /** The stored figure, as far as it is known. */
  public long stored(int number, int ordinal) {
    int block = find(number, ordinal / PERIODS);
    return block < 0 ? FigureCode.NONE : blocks.get(block, STORED + ordinal % PERIODS);
  }

  public void store(int number, int ordinal, long code) {
    int block = findOrAdd(number, ordinal / PERIODS);
    int position = ordinal % PERIODS;
    blocks.put(block, STORED + position, code);
    blocks.put(block, OWNER, blocks.get(block, OWNER) | 1L << STORED_BITS + position);
  }

  // --- What the file says ---

  /** The figure of the present file. */
  public long said(int number, int ordinal) {
    int block = find(number, ordinal / PERIODS);
    return block < 0 ? FigureCode.NONE : blocks.get(block, SAID + ordinal % PERIODS);
  }

  public void say(int number, int ordinal, long code) {
    distrusted |= code == FigureCode.CONTRADICTED;
    int block = findOrAdd(number, ordinal / PERIODS);
    int position = ordinal % PERIODS;
    blocks.put(block, SAID + position, code);
    long owner = blocks.get(block, OWNER);
    blocks.put(block, OWNER, owner | TOUCHED | 1L << SAID_BITS + position);
    if ((owner & TOUCHED) == 0) {
      touch(block);
    }
  }

  private void touch(int block) {
    blocks.put(block, NEXT_TOUCHED, 0);
    if (lastTouched < 0) {
      firstTouched = block;
    } else {
      blocks.put(lastTouched, NEXT_TOUCHED, block + 1L);
    }
    lastTouched = block;
  }

  /** What is stored in the end is not what the file says: this must not outlive the load. */
  public void distrust() {
    distrusted = true;
  }

  public boolean isDistrusted() {
    return distrusted;
  }

  /** The figure of the file, else the stored one. */
  public long figure(int number, int ordinal) {
    int block = find(number, ordinal / PERIODS);
    return block < 0 ? FigureCode.NONE : figureIn(block, ordinal % PERIODS);
  }

  /**
   * Visits the blocks of which the file says something, in the order of the file. It takes as long
   * as the file is, however much of the warehouse is known.
   */
  public void said(Visitor visitor) {
    int block = firstTouched;
    while (block >= 0) {
      visitor.block((int) blocks.get(block, OWNER), block);
      block = (int) blocks.get(block, NEXT_TOUCHED) - 1;
    }
  }

  /** The block of the newest figures of a series, or -1 if there is none. */
  public int newestBlock(int number) {
    int head = head(number);
    return head < 0 || next(head) < 0 ? head : newest(number, Integer.MAX_VALUE);
  }

  /** The next older block of the same series, or -1. */
  public int blockBefore(int block) {
    int number = (int) blocks.get(block, OWNER);
    int head = head(number);
    return head == block && next(head) < 0 ? -1 : newest(number, blockNumber(block));
  }

  private int newest(int number, int before) {
    int best = -1;
    for (int block = head(number); block >= 0; block = next(block)) {
      boolean newer = best < 0 || blockNumber(block) > blockNumber(best);
      if (blockNumber(block) < before && newer) {
        best = block;
      }
    }
    return best;
  }

  public int firstOrdinal(int block) {
    return blockNumber(block) * PERIODS;
  }

  /** In which positions of a block the file says something: a bit each, the first period lowest. */
  public int saidAt(int block) {
    return (int) (blocks.get(block, OWNER) >>> SAID_BITS) & ALL;
  }

  /** In which positions of a block something is stored, as {@link #saidAt}. */
  public int storedAt(int block) {
    return (int) (blocks.get(block, OWNER) >>> STORED_BITS) & ALL;
  }

  public long saidIn(int block, int position) {
    return blocks.get(block, SAID + position);
  }

  public long storedIn(int block, int position) {
    return blocks.get(block, STORED + position);
  }

  /** The figure of the file, else the stored one. */
  public long figureIn(int block, int position) {
    long said = blocks.get(block, SAID + position);
    return FigureCode.isFigure(said) ? said : blocks.get(block, STORED + position);
  }

  // --- The end of a load ---

  /** The file is loaded: what it says in the end is stored. */
  public void commit() {
    said(
        (number, block) -> {
          int became = 0;
          for (int at = saidAt(block); at != 0; at &= at - 1) {
            int position = Integer.numberOfTrailingZeros(at);
            long said = blocks.get(block, SAID + position);
            long stored = blocks.get(block, STORED + position);
            if (FigureCode.isFigure(said) && !FigureCode.leaves(stored, said)) {
              blocks.put(block, STORED + position, said);
              became |= 1 << position;
            }
          }
          forget(block, became);
        });
    nothingTouched();
    fresh.clear();
  }

  /** Nothing of the file is loaded. */
  public void rollback() {
    said((number, block) -> forget(block, 0));
    nothingTouched();
    distrusted = false;
    for (int number = fresh.nextSetBit(0); number >= 0; number = fresh.nextSetBit(number + 1)) {
      series.setId(number, 0);
      coveredFrom[number] = NOTHING_COVERED;
    }
    fresh.clear();
  }

  private void nothingTouched() {
    firstTouched = -1;
    lastTouched = -1;
  }

  /** Of what the file says only that is left which became stored. */
  private void forget(int block, int became) {
    for (int at = saidAt(block); at != 0; at &= at - 1) {
      blocks.put(block, SAID + Integer.numberOfTrailingZeros(at), FigureCode.NONE);
    }
    long owner = blocks.get(block, OWNER) & ~TOUCHED & ~((long) ALL << SAID_BITS);
    blocks.put(block, OWNER, owner | (long) became << STORED_BITS);
  }

  // --- Blocks of a series: a chain from the newest on ---

  private int head(int number) {
    return number < heads.length ? heads[number] : -1;
  }

  private int next(int block) {
    return (int) blocks.get(block, LINK) - 1;
  }

  private int blockNumber(int block) {
    return (int) (blocks.get(block, LINK) >> 32);
  }

  private int find(int number, int blockNumber) {
    int block = head(number);
    while (block >= 0) {
      long link = blocks.get(block, LINK);
      if ((int) (link >> 32) == blockNumber) {
        return block;
      }
      block = (int) link - 1;
    }
    return -1;
  }

  private int findOrAdd(int number, int blockNumber) {
    int known = find(number, blockNumber);
    if (known >= 0) {
      return known;
    }
    int block = blocks.add();
    blocks.put(block, LINK, (long) blockNumber << 32 | heads[number] + 1);
    blocks.put(block, OWNER, number);
    heads[number] = block;
    return block;
  }
}
