package io.yanmen.warehouse.check.rule;

import io.yanmen.warehouse.stored.FigureCache;
import io.yanmen.warehouse.stored.FigureCode;

/**
 * The sizes, cumulative ones by their month, of what the file says of a series and of all that it
 * may be compared with. Blocks are met from the newest on.
 */
final class FigureSizes {
  private final int months;
  private final boolean cumulative;
  private final int most;
  private double saidLow = Double.MAX_VALUE;
  private double saidHigh;
  private double low = Double.MAX_VALUE;
  private double high;
  private int history;
  private boolean large;

  /**
   * @param months of a period
   * @param most stored figures that count
   */
  FigureSizes(int months, boolean cumulative, int most) {
    this.months = months;
    this.cumulative = cumulative;
    this.most = most;
  }

  void meet(FigureCache cache, int block) {
    int first = cache.firstOrdinal(block);
    for (int at = cache.saidAt(block) | cache.storedAt(block); at != 0; ) {
      int i = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(at);
      at ^= 1 << i;
      long said = cache.saidIn(block, i);
      if (FigureCode.isFigure(said)) {
        said(said, first + i);
      }
      long stored = cache.storedIn(block, i);
      if (history < most && FigureCode.isFigure(stored)) {
        stored(stored, first + i);
      }
    }
  }

  private void said(long figure, int ordinal) {
    large |= FigureCode.isLarge(figure);
    double size = size(FigureCode.value(figure), ordinal);
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

  /** Of what the file says; 0 if that is nothing but zeros. */
  double saidHigh() {
    return saidHigh;
  }

  double saidLow() {
    return saidLow;
  }

  double low() {
    return low;
  }

  double high() {
    return high;
  }

  /** How many stored figures there are to compare with. */
  int history() {
    return history;
  }

  /** Whether one has too many digits to be compared here. */
  boolean anyLarge() {
    return large;
  }
}
