package io.yanmen.route;

import java.util.List;
import java.util.Locale;

/** Names of files that programs and systems leave in a folder and that nobody means to send. */
public final class IgnoredNames {
  /** Office and WPS lock and backup files; files that browsers and copy programs are writing. */
  private static final List<String> BEGINNINGS = List.of("~$", ".~", "~wrl", "._");

  private static final List<String> ENDINGS =
      List.of(".tmp", ".part", ".partial", ".crdownload", ".download", ".filepart", ".swp", "~");

  private static final List<String> NAMES = List.of("thumbs.db", "desktop.ini", ".ds_store");

  private IgnoredNames() {}

  public static boolean contains(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith(".")
        || BEGINNINGS.stream().anyMatch(lower::startsWith)
        || ENDINGS.stream().anyMatch(lower::endsWith)
        || NAMES.contains(lower);
  }
}
