package io.yanmen.warehouse.check;

/**
 * What a load looks for in the figures of a file.
 *
 * @param screening whether the checks look at what is suspicious only
 */
public record CheckOptions(Checks checks, boolean screening) {
  public boolean isForNothing() {
    return checks.rules().isEmpty();
  }
}
