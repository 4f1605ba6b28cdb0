package io.yanmen.service.land;

/** Drafts have the number of the process in their name that makes them. */
public final class DraftMaker {
  private DraftMaker() {}

  /** The number of this process. */
  public static long own() {
    return ProcessHandle.current().pid();
  }

  /**
   * Whether nobody will finish a draft, asked before this process makes any: its maker is gone, or
   * had the number of this one, since numbers come again (in a container at once).
   *
   * @param number up to 18 digits
   */
  public static boolean isGone(String number) {
    long maker = Long.parseLong(number);
    return maker == own() || ProcessHandle.of(maker).isEmpty();
  }
}
