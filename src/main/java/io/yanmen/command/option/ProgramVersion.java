package io.yanmen.command.option;

/** The version of the program. */
public final class ProgramVersion {
  private ProgramVersion() {}

  /** As {@code 0.1.0}; empty where the program is not run from its jar. */
  public static String number() {
    String number = ProgramVersion.class.getPackage().getImplementationVersion();
    return number == null ? "" : number;
  }
}
