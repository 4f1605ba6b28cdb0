package io.yanmen.warehouse.check;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** Figures in which checks could find something. */
public final class Suspects {
  private final BitSet series = new BitSet();
  private final Set<String> indicators = new HashSet<>();

  /** The checks must see what the file says of this series. */
  public void add(int suspect) {
    series.set(suspect);
  }

  /** The checks must see all that the file says of this indicator. */
  public void addAllOf(String indicator) {
    indicators.add(indicator);
  }

  public boolean hasAllOf(String indicator) {
    return indicators.contains(indicator);
  }

  BitSet series() {
    return series;
  }

  Set<String> indicators() {
    return indicators;
  }
}
