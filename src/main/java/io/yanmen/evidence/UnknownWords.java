package io.yanmen.evidence;

import io.yanmen.model.outcome.RejectionCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Words that were not understood.
 *
 * @param code what they should have been
 */
public record UnknownWords(String words, RejectionCode code) {
  /** More than this many pieces around one figure help nobody to mend it. */
  private static final int KEPT = 4;

  public UnknownWords {
    words = EvidenceItem.shortened(words);
  }

  /** All words that were not understood, the nearer ones first, each piece once. */
  static List<EvidenceItem<UnknownWords>> together(
      List<EvidenceItem<UnknownWords>> nearer, List<EvidenceItem<UnknownWords>> farther) {
    if (nearer.isEmpty() || nearer.size() >= KEPT) {
      return nearer.isEmpty() ? farther : nearer;
    }
    List<EvidenceItem<UnknownWords>> all = new ArrayList<>(nearer);
    for (EvidenceItem<UnknownWords> found : farther) {
      if (all.size() < KEPT && !all.contains(found)) {
        all.add(found);
      }
    }
    return all.size() == nearer.size() ? nearer : List.copyOf(all);
  }
}
