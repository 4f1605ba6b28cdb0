package io.yanmen.catalog;

/** How far apart two spellings are. */
final class EditDistance {
  private EditDistance() {}

  /** Levenshtein distance: insertions, deletions and replacements. */
  static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }

  /** Share of neighbouring pairs of characters that two texts have in common, 0 to 1. */
  static double likeness(String a, String b) {
    if (a.length() < 2 || b.length() < 2) {
      return 0;
    }
    int common = 0;
    for (int i = 0; i + 1 < a.length(); i++) {
      if (hasPair(b, a.charAt(i), a.charAt(i + 1))) {
        common++;
      }
    }
    return 2.0 * common / (a.length() + b.length() - 2);
  }

  private static boolean hasPair(String text, char one, char next) {
    for (int at = text.indexOf(one); at >= 0; at = text.indexOf(one, at + 1)) {
      if (at + 1 < text.length() && text.charAt(at + 1) == next) {
        return true;
      }
    }
    return false;
  }
}
