package io.yanmen.model.outcome;

import java.util.Locale;

/** What follows when a check finds something, in the order in which checks run. */
public enum Severity {
  /** The figure is impossible: it is not loaded. */
  REFUSE,
  /** The figure is doubtful: it is loaded, and the report asks somebody to look at it. */
  FLAG,
  /** The file as a whole is doubtful: nothing of it is loaded until a person decides. */
  HOLD;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
