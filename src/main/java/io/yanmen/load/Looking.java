package io.yanmen.load;

import io.yanmen.model.Checks;

/**
 * What a load looks for in the figures of a file.
 *
 * @param screening whether the checks look at what is suspicious only
 */
public record Looking(Checks checks, boolean screening) {
  public boolean isForNothing() {
    return checks.rules().isEmpty();
  }
}
