package io.yanmen.evidence;

import io.yanmen.model.outcome.RejectionCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** Two pieces of evidence that cannot both be true. */
  public static EvidenceItem<UnknownWords> contradiction(
      String what, EvidenceItem<?> nearer, EvidenceItem<?> farther) {
    UnknownWords words = new UnknownWords(what, RejectionCode.CONFLICTING_EVIDENCE);
    return new EvidenceItem<>(
        words,
        nearer.text(),
        nearer.where(),
        Optional.of(EvidenceItem.of(words, farther.text(), farther.where())));
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
