package io.yanmen.command;

/** What the shell is told; scripts rely on these numbers. */
final class ExitCode {
  /** All that was asked for happened. */
  static final int OK = 0;

  /** Something was refused, or is not as it should be. */
  static final int REJECTED = 1;

  /** The command line cannot be carried out as written. */
  static final int USAGE = 2;

  /** The warehouse cannot be reached. */
  static final int NO_WAREHOUSE = 3;

  private ExitCode() {}
}
