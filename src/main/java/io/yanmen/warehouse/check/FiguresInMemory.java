package io.yanmen.warehouse.check;

import io.yanmen.warehouse.stored.FigureCache;
import java.util.BitSet;

/**
 * What checks look at in memory.
 *
 * @param cache what the file says, and what is stored as far as it is known
 * @param reference areas and indicators
 * @param said the series of which the file says something
 */
public record FiguresInMemory(FigureCache cache, CheckReferenceData reference, BitSet said) {
  /** A little less than the bounds of checks, which compute with exact numbers. */
  public static final double CLOSE = 1e-9;
}
