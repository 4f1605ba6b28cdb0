package io.yanmen.model.outcome;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Whether a file is taken at all: the one rule for a load, a trial and {@code inspect}.
 *
 * @param taken figures that were read, those included that were refused afterwards
 * @param refused cells, and what was refused beside cells
 * @param cells cells that held or should have held a figure
 * @param toleratedShare part of the cells that may be refused, 0 to 1
 */
public record Acceptance(long taken, long refused, long cells, double toleratedShare) {
  /**
   * @param refusedWhenRead what was refused before it was a figure
   * @param refused all that was refused, before and afterwards
   */
  public static Acceptance of(
      ReadingSummary reading,
      long taken,
      long refusedWhenRead,
      long refused,
      double toleratedShare) {
    long cells = Math.max(reading.valueCells(), taken + refusedWhenRead);
    return new Acceptance(taken, refused, cells, toleratedShare);
  }

  /** Why nothing of the file is taken; empty if it is, with or without some of its cells. */
  public Optional<Rejection> objection() {
    if (taken == 0 && refused == 0) {
      return Optional.of(Rejection.ofFile(RejectionCode.NO_TABLE));
    }
    if (refused > toleratedShare * cells) {
      return Optional.of(
          Rejection.ofFile(
              RejectionCode.TOO_MANY_REJECTIONS,
              Long.toString(refused),
              Long.toString(cells),
              percent(toleratedShare)));
    }
    return Optional.empty();
  }

  /** Whether all of the file is taken. */
  public boolean isWhole() {
    return refused == 0 && objection().isEmpty();
  }

  private static String percent(double share) {
    return new BigDecimal(String.valueOf(share))
        .movePointRight(2)
        .stripTrailingZeros()
        .toPlainString();
  }
}
