package io.yanmen.model.check.rule;

import io.yanmen.model.check.ToyCheck;
import io.yanmen.model.outcome.RejectionCode;

/** A check that nobody lists. */
public final class NotANumber implements ToyCheck {
  @Override
  public RejectionCode code() {
    return RejectionCode.NOT_A_NUMBER;
  }
}
