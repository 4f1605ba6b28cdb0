package io.yanmen.service.backup.file;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The files of a home that a backup may hold: what cannot be made again, and no program. */
public final class HomePaths {
  public static final String SETTINGS = "application.properties";
  public static final String USERS = "users";

  /** Says that the figures are the invented ones of the demo. */
  public static final String DEMO = "data/demo";

  public static final String ROUTES = "routes/";
  public static final String INBOX = "data/inbox/";
  public static final String HELD = "data/held/";

  private static final List<String> FILES = List.of(SETTINGS, USERS, DEMO);
  private static final List<String> FOLDERS = List.of(ROUTES, INBOX, HELD);
  private static final int MOST_BYTES = 4000;
  private static final int MOST_BYTES_OF_NAME = 255;

  private HomePaths() {}

  /**
   * Whether a backup may hold a file of this path.
   *
   * @param path relative to the home, with slashes
   */
  public static boolean allow(String path) {
    return FILES.contains(path)
        || FOLDERS.stream().anyMatch(path::startsWith)
            && bytes(path) <= MOST_BYTES
            && List.of(path.split("/", -1)).stream().allMatch(HomePaths::isName);
  }

  private static boolean isName(String part) {
    return !part.isEmpty()
        && !part.equals(".")
        && !part.equals("..")
        && bytes(part) <= MOST_BYTES_OF_NAME
        && part.chars().noneMatch(c -> c == '\\' || c == '\uFFFD' || Character.isISOControl(c));
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
