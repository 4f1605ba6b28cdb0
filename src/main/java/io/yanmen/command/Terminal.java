package io.yanmen.command;

import java.util.Optional;

/** What the launcher found out about the terminal that a person sits at. */
final class Terminal {
  private Terminal() {}

  /**
   * Whether standard output may carry colours: a terminal, unless NO_COLOR (no-color.org) is set.
   */
  static boolean hasColour() {
    return isOutput() && Optional.ofNullable(System.getenv("NO_COLOR")).orElse("").isEmpty();
  }

  /** Whether standard output goes to a terminal. */
  static boolean isOutput() {
    return isTerminal("out");
  }

  /** Whether standard error is a terminal, where progress can be shown. */
  static boolean showsProgress() {
    return isTerminal("err");
  }

  private static boolean isTerminal(String stream) {
    return System.getProperty("yanmen.terminal", "").contains(stream);
  }
}
