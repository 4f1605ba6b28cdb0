package io.yanmen.command.option;

import java.util.Optional;

/** What the launcher found out about the terminal that a person sits at. */
public final class Terminal {
  private Terminal() {}

  /**
   * Whether standard output may carry colours: a terminal, unless NO_COLOR (no-color.org) is set.
   */
  public static boolean hasColour() {
    return isOutput() && Optional.ofNullable(System.getenv("NO_COLOR")).orElse("").isEmpty();
  }

  /** Whether standard output goes to a terminal. */
  public static boolean isOutput() {
    return isTerminal("out");
  }

  /** Whether standard error is a terminal, where progress can be shown. */
  public static boolean showsProgress() {
    return isTerminal("err");
  }

  private static boolean isTerminal(String stream) {
    return System.getProperty("yanmen.terminal", "").contains(stream);
  }
}
