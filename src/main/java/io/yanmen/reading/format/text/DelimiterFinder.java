package io.yanmen.reading.format.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds what stands between the fields of a text: the candidate that cuts most of the first records
 * into the same number of fields, quotes honoured. The rarer a character is within figures and
 * names, the more its evidence counts where two are even.
 */
final class DelimiterFinder {
  private static final char[] CANDIDATES = {'\t', ';', '|', ',', '，'};
  private static final char USUAL = ',';
  private static final int RECORDS = 50;

  private DelimiterFinder() {}

  static char find(CharSequence sample) {
    char best = USUAL;
    int bestRecords = 0;
    int bestFields = 0;
    for (char candidate : CANDIDATES) {
      List<Integer> widths = widths(sample, candidate);
      int fields = mostCommonAboveOne(widths);
      int records = (int) widths.stream().filter(width -> width == fields).count();
      if (fields < 2) {
        continue;
      }
      // A tab never stands in a number or name: where it cuts as well as another, it is the one.
      boolean even = records == bestRecords && fields > bestFields && best != '\t';
      if (records > bestRecords || even) {
        best = candidate;
        bestRecords = records;
        bestFields = fields;
      }
    }
    return best == '\t' && tabsPadCommas(sample) ? ',' : best;
  }

  /** Some query pages write a tab beside every comma, so that nothing is taken for a number. */
  private static boolean tabsPadCommas(CharSequence sample) {
    for (int i = 0; i < sample.length(); i++) {
      if (sample.charAt(i) == '\t' && !isPadding(sample, i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPadding(CharSequence sample, int tab) {
    boolean after = tab > 0 && sample.charAt(tab - 1) == ',';
    char next = tab + 1 < sample.length() ? sample.charAt(tab + 1) : '\n';
    return after || next == ',' || next == '\n' || next == '\r';
  }

  private static List<Integer> widths(CharSequence sample, char delimiter) {
    List<Integer> widths = new ArrayList<>();
    int fields = 1;
    boolean quoted = false;
    boolean blank = true;
    boolean fieldStart = true;
    for (int i = 0; i < sample.length() && widths.size() < RECORDS; i++) {
      char c = sample.charAt(i);
      if (quoted) {
        quoted = c != '"';
      } else if (c == '"' && (fieldStart || previousIsQuote(sample, i))) {
        quoted = true;
        blank = false;
        fieldStart = false;
      } else if (c == '\n' || c == '\r') {
        if (!blank) {
          widths.add(fields);
        }
        fields = 1;
        blank = true;
        fieldStart = true;
      } else if (c == delimiter) {
        fields++;
        blank = false;
        fieldStart = true;
      } else {
        blank = false;
        fieldStart = false;
      }
    }
    if (!blank && widths.size() < RECORDS) {
      widths.add(fields);
    }
    return widths;
  }

  /** A doubled quote within a quoted field opens it again. */
  private static boolean previousIsQuote(CharSequence sample, int i) {
    return i > 0 && sample.charAt(i - 1) == '"';
  }

  private static int mostCommonAboveOne(List<Integer> widths) {
    int best = 0;
    long bestCount = 0;
    for (int width : widths) {
      long count = widths.stream().filter(other -> other == width).count();
      if (width > 1 && (count > bestCount || (count == bestCount && width > best))) {
        best = width;
        bestCount = count;
      }
    }
    return best;
  }
}
