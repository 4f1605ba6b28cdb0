package io.yanmen.reading.interpret.head;

import io.yanmen.evidence.Evidence;
import io.yanmen.reading.interpret.vocabulary.HeadRole;
import java.util.Optional;

/**
 * What a column of a table is for.
 *
 * @param use what its cells are
 * @param role for a label: what it labels
 * @param facets what its head says of the figures in it
 */
public record Column(int index, Use use, Optional<HeadRole> role, Evidence facets) {
  public enum Use {
    /** Figures. */
    FIGURES,
    /** Words that say what the figures of a row are about. */
    LABEL,
    /** Words that are not understood, and may change what the figures of a row mean. */
    UNKNOWN_LABEL,
    /** Nothing to do with the figures. */
    IGNORED
  }

  /** Figures to the right of all heads. */
  public static Column beyondHeads(int index) {
    return new Column(index, Use.FIGURES, Optional.empty(), Evidence.NONE);
  }

  public boolean isLabel(HeadRole wanted) {
    return use == Use.LABEL && role.filter(r -> r == wanted).isPresent();
  }

  public Column with(Evidence other) {
    return new Column(index, use, role, other);
  }
}
