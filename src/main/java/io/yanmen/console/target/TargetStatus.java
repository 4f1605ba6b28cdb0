package io.yanmen.console.target;

import java.util.Locale;

/** Where a target stands, in one word; docs/console.md has the rule. */
public enum TargetStatus {
  REACHED,
  ON_PACE,
  BEHIND,
  NO_FIGURE,
  NOT_COMPARABLE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
