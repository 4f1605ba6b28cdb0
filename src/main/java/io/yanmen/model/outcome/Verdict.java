package io.yanmen.model.outcome;

import java.util.Locale;

/** What became of a file, in one word. */
public enum Verdict {
  /** All its figures are in the warehouse. */
  LOADED,
  /** Its figures are in the warehouse, except for the cells refused. */
  PARTLY_LOADED,
  /** Nothing of it is in the warehouse. */
  REJECTED,
  /** The same bytes were loaded before. */
  DUPLICATE,
  /** Parked until a person decides. */
  HELD;

  public static Verdict of(Outcome outcome) {
    if (outcome instanceof Outcome.Loaded loaded) {
      boolean whole = loaded.rejections().isEmpty() && loaded.counts().rejected() == 0;
      return whole ? LOADED : PARTLY_LOADED;
    }
    if (outcome instanceof Outcome.Duplicate) {
      return DUPLICATE;
    }
    return outcome instanceof Outcome.Held ? HELD : REJECTED;
  }

  /** Whether this load put figures into the warehouse. */
  public boolean inWarehouse() {
    return this == LOADED || this == PARTLY_LOADED;
  }

  /** The name that programs see, {@code partly_loaded}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
