package io.yanmen.reading.interpret.vocabulary;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spans of time that no series is kept of: halves, weeks, ten days, several years or months at
 * once. They are known so that they can be refused by name, and no year be cut out of them.
 */
public final class SpansNotHeld {
  static final String DAY = "(?:3[01]|[12]\\d|0?[1-9])";
  private static final String SOME_YEAR = "(?:(?:19|20)\\d{2}年?)?";
  private static final String SOME_MONTH = "(?:1[0-2]|0?[1-9])月份?";
  private static final String FEW = "(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})";

  /** Several years, one after the other; the figures may each be of one of them. */
  private static final Pattern YEARS =
      Pattern.compile("(?:19|20)\\d{2}年?(?:度)?[-~至到](?:19|20)\\d{2}(?:年度?)?");

  /** Spans of time that are no periods of statistics here, the longest first. */
  private static final List<Pattern> NOT_HELD =
      List.of(
          Pattern.compile(SOME_YEAR + "(?:" + SOME_MONTH + "|" + SOME_YEAR + ")第?[上中下]旬"),
          Pattern.compile(SOME_YEAR + "度?下半年度?"),
          Pattern.compile(SOME_YEAR + "度?第?" + FEW + "周"),
          Pattern.compile("截[至止]到?" + SOME_YEAR + SOME_MONTH + DAY + "[日号]?"),
          Pattern.compile("截[至止]到?" + DAY + "[日号]"),
          Pattern.compile(
              SOME_YEAR
                  + SOME_MONTH
                  + DAY
                  + "[日号]?[-~至到]"
                  + "(?:"
                  + SOME_MONTH
                  + ")?"
                  + DAY
                  + "[日号]"),
          Pattern.compile(SOME_YEAR + "(?:1[0-2]|0?[2-9])(?:月份?)?[-~至到]" + SOME_MONTH),
          Pattern.compile(SOME_YEAR + "[二三四2-4](?:季度)?[-~至到][二三四1-4]季度"),
          Pattern.compile(SOME_YEAR + "后" + FEW + "个?(?:月|季度)"),
          Pattern.compile("[“\"]?(?:十[一二三四五六七八九]?|[一二三四五六七八九])五[”\"]?(?:时期|期间|以来)?"),
          Pattern.compile("(?:最近|近|前|过去|今后|未来)" + FEW + "(?:个)?(?:年|周|天|日)(?:来|以来)?"));

  private SpansNotHeld() {}

  /** The end of the longest span at a place of a text that no series is kept of; 0 if none. */
  public static int end(String text, int from) {
    String plain = PeriodText.withDigits(text);
    if (PeriodText.isInsideNumber(text, from)
        || Anchor.at(PeriodWords.LAST_DAY, plain, from).lookingAt()) {
      return 0;
    }
    int end = severalYears(plain, from);
    for (Pattern span : NOT_HELD) {
      Matcher matcher = Anchor.at(span, plain, from);
      if (matcher.lookingAt() && !PeriodText.isDigitAt(plain, matcher.end())) {
        end = Math.max(end, matcher.end());
      }
    }
    return end;
  }

  private static int severalYears(String plain, int from) {
    Matcher years = Anchor.at(YEARS, plain, from);
    return years.lookingAt() && !PeriodText.isDigitAt(plain, years.end()) ? years.end() : 0;
  }

  /** Whether words name several years, each of which a figure of its own may be of. */
  public static boolean areSeveralYears(String words) {
    return YEARS.matcher(PeriodText.withDigits(words)).matches();
  }
}
