package io.yanmen.reading.feed.coding;

import io.yanmen.evidence.Facets;

/** Understands a label as if it stood in a table; a stage of its own does it. */
@FunctionalInterface
public interface LabelReader {
  /**
   * What the text says, with {@link Facets#unknown} where it is not understood to the end.
   *
   * @param where the place, for messages
   */
  Facets read(String text, String where);
}
