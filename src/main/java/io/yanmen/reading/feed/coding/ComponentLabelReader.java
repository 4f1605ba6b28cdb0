package io.yanmen.reading.feed.coding;

import io.yanmen.evidence.Evidence;

/** Understands a label as if it stood in a table; a stage of its own does it. */
@FunctionalInterface
public interface ComponentLabelReader {
  /**
   * What the text says, with {@link Evidence#unknown} where it is not understood to the end.
   *
   * @param where the place, for messages
   */
  Evidence read(String text, String where);
}
