package io.yanmen.reading.interpret.vocabulary;

import io.yanmen.evidence.PeriodPart;
import io.yanmen.model.Accumulation;
import io.yanmen.model.Frequency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One way to write a period.
 *
 * @param pattern of the text, in its normal form and lower case
 * @param meaning of what it matched; empty where that is no period after all (month 13)
 */
record PeriodForm(Pattern pattern, Function<MatchResult, Optional<PeriodPart>> meaning) {
  private static final String YEAR = "(?:((?:19|20)\\d{2})年(?:度)?)?";
  private static final String NUMERAL = "(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|元)";
  private static final String TO = "(?:月份?)?[-~至到]";
  private static final String QUARTER = "([1-4一二三四])";

  /** Forms that stand for themselves wherever they are found, the longest first. */
  static final List<PeriodForm> WORDS =
      List.of(
          form(YEAR + "(?:1|01|一|元)" + TO + NUMERAL + "月(?:份|末|底)?", m -> toDate(m)),
          form(YEAR + "前" + NUMERAL + "个?月", m -> toDate(m)),
          form(
              YEAR + "(?:前" + QUARTER + "(?:个)?季度|[1一](?:季度)?[-~至到]" + QUARTER + "季度)",
              m ->
                  Optional.of(
                      PeriodPart.quarterToDate(
                          year(m), numeral(m.group(2) == null ? m.group(3) : m.group(2))))),
          form(YEAR + "第?" + QUARTER + "季(?:度)?(?:末)?", m -> quarter(m)),
          form(YEAR + "上半年", m -> Optional.of(PeriodPart.quarterToDate(year(m), 2))),
          form("截[至止](?:到)?" + YEAR + NUMERAL + "月(?:末|底|份)?", m -> upTo(m)),
          form(YEAR + NUMERAL + "月(?:份)?", m -> month(m)),
          // 4月末 suits a stock; of a flow it may mean the month or the year up to its end.
          form(YEAR + NUMERAL + "月(?:末|底)", m -> month(m).map(PeriodPart::fromAfar)),
          form("(?<!\\d)((?:19|20)\\d{2})[./]0?1[-~至](1[0-2]|0?[1-9])月?(?!\\d)", m -> toDate(m)),
          form("(?<![\\d.])((?:19|20)\\d{2})[./-](0[1-9]|1[0-2])月?(?![\\d./-])", m -> month(m)),
          form("((?:19|20)\\d{2})年(?:度|全年|末|底)?", m -> Optional.of(PeriodPart.year(year(m)))));

  /** Forms that are periods only where the whole text is one. */
  static final List<PeriodForm> WHOLE =
      List.of(
          form("全年|年度", m -> Optional.of(PeriodPart.year(0))),
          form("((?:19|20)\\d{2})", m -> Optional.of(PeriodPart.year(year(m)))),
          form("((?:19|20)\\d{2})[-/年]?(0[1-9]|1[0-2])", m -> month(m)),
          form("((?:19|20)\\d{2})[-/](\\d)", m -> month(m)),
          form("((?:19|20)\\d{2})\\.(0[1-9]|1[12])", m -> month(m)),
          form("((?:19|20)\\d{2})\\.(1|10)", m -> dotted(m)),
          form("((?:19|20)\\d{2})\\.([2-9])", m -> month(m)),
          form("((?:19|20)\\d{2})m(\\d{1,2})", m -> month(m)),
          form("((?:19|20)\\d{2})[-/](\\d{1,2})[-/]\\d{1,2}(?:t?00:00(?::00)?)?", m -> month(m)),
          form("((?:19|20)\\d{2})年?[-/]?q([1-4])", m -> quarter(m)),
          form("()q([1-4])", m -> quarter(m)),
          form("q([1-4])/?((?:19|20)\\d{2})", m -> quarterFirst(m)),
          form("h1((?:19|20)\\d{2})|((?:19|20)\\d{2})[-]?h1", m -> half(m)),
          form("jan(?:uary)?(?:-|to)([a-z]{3,9})((?:19|20)\\d{2})", m -> englishToDate(m)),
          form("([a-z]{3,9})((?:19|20)\\d{2})", m -> english(m, 1, 2)),
          form("((?:19|20)\\d{2})([a-z]{3,9})", m -> english(m, 2, 1)));

  private static final List<String> ENGLISH_MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static PeriodForm form(
      String pattern, Function<MatchResult, Optional<PeriodPart>> meaning) {
    return new PeriodForm(Pattern.compile(pattern), meaning);
  }

  private static int year(MatchResult m) {
    String year = m.group(1);
    return year == null || year.isEmpty() ? 0 : Integer.parseInt(year);
  }

  private static int numeral(String text) {
    return switch (text) {
      case "一", "元" -> 1;
      case "二" -> 2;
      case "三" -> 3;
      case "四" -> 4;
      case "五" -> 5;
      case "六" -> 6;
      case "七" -> 7;
      case "八" -> 8;
      case "九" -> 9;
      case "十" -> 10;
      case "十一" -> 11;
      case "十二" -> 12;
      default -> Integer.parseInt(text);
    };
  }

  private static Optional<PeriodPart> month(MatchResult m) {
    int month = numeral(m.group(2));
    return month >= 1 && month <= 12
        ? Optional.of(PeriodPart.month(year(m), month))
        : Optional.empty();
  }

  private static Optional<PeriodPart> toDate(MatchResult m) {
    return Optional.of(PeriodPart.monthToDate(year(m), numeral(m.group(2))));
  }

  private static Optional<PeriodPart> upTo(MatchResult m) {
    return Optional.of(
        new PeriodPart(
            year(m),
            Frequency.M,
            numeral(m.group(2)),
            Optional.of(Accumulation.YTD),
            true,
            false,
            false));
  }

  private static Optional<PeriodPart> quarter(MatchResult m) {
    return Optional.of(PeriodPart.quarter(year(m), numeral(m.group(2))));
  }

  private static Optional<PeriodPart> quarterFirst(MatchResult m) {
    return Optional.of(PeriodPart.quarter(Integer.parseInt(m.group(2)), numeral(m.group(1))));
  }

  private static Optional<PeriodPart> half(MatchResult m) {
    String year = m.group(1) == null ? m.group(2) : m.group(1);
    return Optional.of(PeriodPart.quarterToDate(Integer.parseInt(year), 2));
  }

  /** 2016.1 is what a spreadsheet leaves of 2016.10 too. */
  private static Optional<PeriodPart> dotted(MatchResult m) {
    boolean cut = m.group(2).equals("1");
    PeriodPart month = PeriodPart.month(year(m), cut ? 1 : 10);
    return Optional.of(
        new PeriodPart(
            month.year(), month.frequency(), month.index(), Optional.empty(), false, cut, false));
  }

  private static Optional<PeriodPart> english(MatchResult m, int monthGroup, int yearGroup) {
    int month = englishMonth(m.group(monthGroup));
    return month == 0
        ? Optional.empty()
        : Optional.of(PeriodPart.month(Integer.parseInt(m.group(yearGroup)), month));
  }

  private static Optional<PeriodPart> englishToDate(MatchResult m) {
    int month = englishMonth(m.group(1));
    return month == 0
        ? Optional.empty()
        : Optional.of(PeriodPart.monthToDate(Integer.parseInt(m.group(2)), month));
  }

  private static int englishMonth(String word) {
    int month = ENGLISH_MONTHS.indexOf(word.substring(0, 3)) + 1;
    boolean known =
        month > 0
            && (word.length() == 3
                || java.time.Month.of(month)
                    .getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH)
                    .toLowerCase(Locale.ROOT)
                    .equals(word)
                || word.equals("sept"));
    return known ? month : 0;
  }
}
