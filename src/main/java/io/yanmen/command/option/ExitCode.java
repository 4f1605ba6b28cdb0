package io.yanmen.command.option;

/** What the shell is told; scripts rely on these numbers. */
public final class ExitCode {
  /** All that was asked for happened. */
  public static final int OK = 0;

  /** Something was refused, or is not as it should be. */
  public static final int REJECTED = 1;

  /** The command line cannot be carried out as written. */
  public static final int USAGE = 2;

  /** The warehouse cannot be reached. */
  public static final int NO_WAREHOUSE = 3;

  private ExitCode() {}
}
