package io.yanmen.warehouse.query;

import java.util.List;

/**
 * A place among the series in their order: the eight parts of a series' key; no parts before the
 * first.
 */
public record SeriesPosition(List<String> parts) {
  static final int PARTS = 8;

  /** Before all series. */
  public static final SeriesPosition START = new SeriesPosition(List.of());

  public SeriesPosition {
    parts = List.copyOf(parts);
    if (!parts.isEmpty() && parts.size() != PARTS) {
      throw new IllegalArgumentException("the key of a series has eight parts: " + parts);
    }
  }
}
