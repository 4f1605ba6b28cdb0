package io.yanmen.model.check.other.rule;

import io.yanmen.model.check.other.OtherCheck;
import io.yanmen.model.outcome.RejectionCode;

/** A check under the name of another. */
public final class NoUnit implements OtherCheck {
  @Override
  public RejectionCode code() {
    return RejectionCode.NO_AREA;
  }
}
