package io.yanmen.reading.interpret.vocabulary;

import io.yanmen.evidence.PeriodPart;
import java.util.Optional;

/** Periods that stand before or behind the words of a name: 2025年1-4月固定资产投资. */
public final class PeriodEdges {
  private static final int LONGEST = 14;

  private PeriodEdges() {}

  /** Takes a period off the start of a text; the same text if it begins with none. */
  public static String takeFirst(String text, EvidenceBuilder builder) {
    Optional<PeriodWords.Inside> inside = PeriodWords.inside(text, 0);
    if (inside.isEmpty() || inside.get().start() != 0) {
      return text;
    }
    builder.period(inside.get().part());
    return text.substring(inside.get().end());
  }

  /** Takes a period off the end of a text; the same text if it ends in none. */
  public static String takeLast(String text, EvidenceBuilder builder) {
    for (int start = Math.max(1, text.length() - LONGEST); start < text.length(); start++) {
      String end = text.substring(start);
      boolean inWords = !isBareNumber(end) && !Character.isDigit(text.charAt(start - 1));
      Optional<PeriodPart> period = inWords ? PeriodWords.whole(end) : Optional.empty();
      if (period.isPresent()) {
        builder.period(period.get());
        return text.substring(0, start);
      }
    }
    return text;
  }

  /** Whether a text is digits and points alone, which may be anything. */
  public static boolean isBareNumber(String text) {
    return text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
  }
}
