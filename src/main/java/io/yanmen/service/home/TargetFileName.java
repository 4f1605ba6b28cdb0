package io.yanmen.service.home;

import io.yanmen.model.text.ShownText;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names under which files are put away: the sender's, where that can be a name beside reports. What
 * the sender called a file stands in its report and in the archive.
 */
public final class TargetFileName {
  /** File systems end at 255 bytes; reports add up to 16 (".report.html"). */
  private static final int MOST_BYTES = 230;

  private static final Pattern ENDS_IN_BLANKS = Pattern.compile("[. ]+$");

  /** Names that mean devices on Windows, with any ending. */
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])( *\\..*)?");

  /** What lies beside a file; a file of such a name could be taken for it, or be overwritten. */
  private static final Pattern REPORT =
      Pattern.compile("(?is)(.*)\\.(report\\.html|report\\.json|marked\\.xlsx)");

  private TargetFileName() {}

  /**
   * @param number 1 for the plain name; else the number is put before the ending: {@code
   *     NAME-2.csv}
   */
  public static String of(String name, int number) {
    String clean = harmless(name);
    int dot = clean.lastIndexOf('.');
    boolean hasEnding = dot > 0 && clean.length() - dot <= 10;
    String ending = hasEnding ? clean.substring(dot) : "";
    String stem = hasEnding ? clean.substring(0, dot) : clean;
    String suffix = (number == 1 ? "" : "-" + number) + ending;
    return cut(stem, MOST_BYTES - bytes(suffix)) + suffix;
  }

  /** The beginning of a name, as it is filed. */
  public static String beginning(String name, int mostCharacters) {
    String clean = harmless(name);
    int most = Math.min(mostCharacters, clean.codePointCount(0, clean.length()));
    return clean.substring(0, clean.offsetByCodePoints(0, most));
  }

  /** A plain name on any system: no folder, no hidden file, no device, no report of another. */
  private static String harmless(String name) {
    StringBuilder plain = new StringBuilder();
    ShownText.wellFormed(name)
        .codePoints()
        .map(c -> c == '/' || c == '\\' || ShownText.changesLayout(c) ? '_' : c)
        .forEach(plain::appendCodePoint);
    // Windows leaves blanks and dots at the end away, so that nobody could open the file there.
    String clean = ENDS_IN_BLANKS.matcher(plain).replaceFirst("");
    if (clean.isEmpty() || clean.startsWith(".") || DEVICE.matcher(clean).matches()) {
      clean = "_" + clean;
    }
    Matcher report = REPORT.matcher(clean);
    return report.matches() ? report.group(1) + "_" + report.group(2) : clean;
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
