package io.yanmen.evidence;

import io.yanmen.model.outcome.RejectionCode;

/**
 * Words that were not understood.
 *
 * @param code what they should have been
 */
public record Unknown(String words, RejectionCode code) {
  public Unknown {
    words = Found.shortened(words);
  }
}
