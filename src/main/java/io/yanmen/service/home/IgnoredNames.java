package io.yanmen.service.home;

import java.util.List;
import java.util.Locale;

/** Names of files that programs and systems leave in a folder and that nobody means to send. */
public final class IgnoredNames {
  /** Office and WPS lock and backup files; files that browsers and copy programs are writing. */
  private static final List<String> BEGINNINGS = List.of("~$", ".~", "~wrl", "._");

  /** Of files that are on their way; the last is Camel's, which takes none of that name. */
  private static final List<String> UNFINISHED =
      List.of(".tmp", ".part", ".partial", ".crdownload", ".download", ".filepart", ".camellock");

  private static final List<String> ENDINGS = List.of(".swp", "~");

  private static final List<String> NAMES = List.of("thumbs.db", "desktop.ini", ".ds_store");

  private IgnoredNames() {}

  public static boolean contains(String name) {
    return isUnfinished(name) || isNobodys(name.toLowerCase(Locale.ROOT));
  }

  /** Whether it is the name of a file that a program is still to rename when it is whole. */
  public static boolean isUnfinished(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !isNobodys(lower) && UNFINISHED.stream().anyMatch(lower::endsWith);
  }

  private static boolean isNobodys(String lower) {
    return lower.startsWith(".")
        || BEGINNINGS.stream().anyMatch(lower::startsWith)
        || ENDINGS.stream().anyMatch(lower::endsWith)
        || NAMES.contains(lower);
  }
}
