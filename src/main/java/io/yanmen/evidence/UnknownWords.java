package io.yanmen.evidence;

import io.yanmen.catalog.Breakdown;
import io.yanmen.model.outcome.RejectionCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Words that were not understood.
 *
 * @param code what they should have been
 * @param parts where there are some: the words are a heading that changes nothing, but for figures
 *     of an indicator that has such a part (工业 above 固定资产投资)
 */
public record UnknownWords(String words, RejectionCode code, List<Breakdown> parts) {
  /** More than this many pieces around one figure help nobody to mend it. */
  private static final int KEPT = 4;

  public UnknownWords {
    words = EvidenceItem.shortened(words);
    parts = List.copyOf(parts);
  }

  public UnknownWords(String words, RejectionCode code) {
    this(words, code, List.of());
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

  private boolean refuseAlways() {
    return parts.isEmpty();
  }

  private static boolean refuses(List<EvidenceItem<UnknownWords>> all) {
    return all.stream().anyMatch(it -> it.value().refuseAlways());
  }

  /** All words that were not understood, the nearer ones first, each piece once. */
  static List<EvidenceItem<UnknownWords>> together(
      List<EvidenceItem<UnknownWords>> nearer, List<EvidenceItem<UnknownWords>> farther) {
    if (nearer.isEmpty() || farther.isEmpty()) {
      return nearer.isEmpty() ? farther : nearer;
    }
    List<EvidenceItem<UnknownWords>> all = new ArrayList<>(nearer);
    for (EvidenceItem<UnknownWords> found : farther) {
      boolean room = all.size() < KEPT || (found.value().refuseAlways() && !refuses(all));
      if (room && !all.contains(found)) {
        all.add(found);
      }
    }
    return all.size() == nearer.size() ? nearer : List.copyOf(all);
  }
}
