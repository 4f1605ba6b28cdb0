package io.yanmen.console.figure;

import io.yanmen.model.text.ShownText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds a figure again in the text of a feed. A feed's reference names the series, not the place,
 * so of all places where the same number stands the one is taken around which most of the series'
 * codes stand.
 */
final class TextWindow {
  private static final int AROUND = 500;
  private static final int EVIDENCE = 400;
  private static final int MOST_PLACES = 2_000;

  private final String text;

  TextWindow(String text) {
    this.text = text;
  }

  /**
   * @param written the number as it stands there
   * @param words codes and periods that stand near it
   */
  Optional<CellExcerpt.Text> find(String written, List<String> words) {
    if (written.isBlank()) {
      return Optional.empty();
    }
    int best = -1;
    int bestScore = -1;
    int places = 0;
    for (int at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + 1)) {
      if (!isWhole(at, at + written.length())) {
        continue;
      }
      if (++places > MOST_PLACES) {
        break;
      }
      int score = score(at, written.length(), words);
      if (score > bestScore) {
        bestScore = score;
        best = at;
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(piece(best, written, places));
  }

  private int score(int at, int length, List<String> words) {
    String near =
        text.substring(Math.max(0, at - EVIDENCE), Math.min(text.length(), at + length + EVIDENCE))
            .toLowerCase(Locale.ROOT);
    return (int) words.stream().filter(it -> near.contains(it.toLowerCase(Locale.ROOT))).count();
  }

  /** Not a part of a longer number. */
  private boolean isWhole(int from, int to) {
    return (from == 0 || !isOfNumber(text.charAt(from - 1)))
        && (to == text.length() || !isOfNumber(text.charAt(to)));
  }

  private static boolean isOfNumber(char c) {
    return Character.isDigit(c) || c == '.' || c == '-';
  }

  private CellExcerpt.Text piece(int at, String written, int places) {
    int end = at + written.length();
    return new CellExcerpt.Text(
        shown(text.substring(Math.max(0, at - AROUND), at)),
        shown(written),
        shown(text.substring(end, Math.min(text.length(), end + AROUND))),
        places);
  }

  /** Lines stay lines; all else is made safe to show. */
  private static String shown(String part) {
    StringBuilder lines = new StringBuilder();
    for (String line : part.split("\n", -1)) {
      int blanks = line.length() - line.stripLeading().length();
      lines
          .append(lines.isEmpty() ? "" : "\n")
          .append(" ".repeat(Math.min(blanks, 40)))
          .append(ShownText.line(line));
    }
    return lines.toString();
  }
}
