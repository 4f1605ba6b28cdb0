package io.yanmen;

import io.yanmen.command.CommandLines;

/** The command line: {@code yanmen COMMAND}; what it does is in {@code io.yanmen.command}. */
public final class Yanmen {
  private Yanmen() {}

  public static void main(String[] args) {
    System.exit(CommandLines.run(args));
  }
}
