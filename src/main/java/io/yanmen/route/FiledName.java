package io.yanmen.route;

import java.nio.charset.StandardCharsets;

/** Names under which files are put away: the sender's, where that can be a name beside reports. */
final class FiledName {
  /** File systems end at 255 bytes; reports add up to 16 (".report.html"). */
  private static final int MOST_BYTES = 230;

  private FiledName() {}

  /**
   * @param number 1 for the plain name; else the number is put before the ending: {@code
   *     NAME-2.csv}
   */
  static String of(String name, int number) {
    String clean = name.replaceAll("[\\p{Cntrl}/\\\\]", "_");
    int dot = clean.lastIndexOf('.');
    boolean hasEnding = dot > 0 && clean.length() - dot <= 10;
    String ending = hasEnding ? clean.substring(dot) : "";
    String stem = hasEnding ? clean.substring(0, dot) : clean;
    String suffix = (number == 1 ? "" : "-" + number) + ending;
    return cut(stem, MOST_BYTES - bytes(suffix)) + suffix;
  }

  private static String cut(String stem, int mostBytes) {
    if (bytes(stem) <= mostBytes) {
      return stem;
    }
    StringBuilder kept = new StringBuilder();
    int left = mostBytes - bytes("…");
    for (int c : stem.codePoints().toArray()) {
      left -= bytes(Character.toString(c));
      if (left < 0) {
        break;
      }
      kept.appendCodePoint(c);
    }
    return kept.append('…').toString();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
