package io.yanmen.evidence;

import io.yanmen.model.outcome.RejectionCode;

/**
 * Words that were not understood.
 *
 * @param code what they should have been
 */
public record UnknownWords(String words, RejectionCode code) {
  public UnknownWords {
    words = EvidenceItem.shortened(words);
  }
}
