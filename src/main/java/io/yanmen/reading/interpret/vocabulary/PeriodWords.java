package io.yanmen.reading.interpret.vocabulary;

import io.yanmen.evidence.PeriodPart;
import io.yanmen.model.Accumulation;
import io.yanmen.model.Frequency;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Periods in the words of Chinese and English tables: 2025年1—4月, 一季度, 上半年, 2025-04, Jan-Apr 2025.
 * The calendar of cumulative figures is that of China's statistics: 1-N月, 上半年 and 前三季度 run from 1
 * January.
 */
public final class PeriodWords {
  private static final String YEAR = "(?:((?:19|20)\\d{2})年(?:度)?)?";
  private static final String NUMERAL = "(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|元)";
  private static final String TO = "(?:月份?)?[-~至到]";
  private static final String QUARTER = "([1-4一二三四])";

  private record Form(Pattern pattern, Function<MatchResult, Optional<PeriodPart>> meaning) {}

  /** Forms that stand for themselves wherever they are found, the longest first. */
  private static final List<Form> WORDS =
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
  private static final List<Form> WHOLE =
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

  private static final String DAY = "(?:3[01]|[12]\\d|0?[1-9])";
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

  /** The day of a report, which is no period of its figures. */
  private static final Pattern WRITTEN_ON =
      Pattern.compile("(?:(?:19|20)\\d{2}年)?(?:1[0-2]|0?[1-9])月" + DAY + "日");

  private static final Pattern LAST_DAY =
      Pattern.compile(
          "(截[至止](?:到)?(?:(?:19|20)\\d{2}年)?(?:(?:1[02]|0?[13578])月(?=31日)|(?:11|0?[469])月(?=30日)|0?2月(?=2[89]日)))\\d{2}日");

  /** Three signs for nought, then one to nine. */
  private static final String HAN_DIGITS = "〇○零一二三四五六七八九";

  private static final int ZEROS = 2;
  private static final Pattern HAN_YEAR = Pattern.compile("[一二][〇○零一二三四五六七八九]{3}年");
  private static final List<String> ENGLISH_MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private PeriodWords() {}

  private static Form form(String pattern, Function<MatchResult, Optional<PeriodPart>> meaning) {
    return new Form(Pattern.compile(pattern), meaning);
  }

  /** The period that a text is, as a whole. */
  public static Optional<PeriodPart> whole(String plain) {
    if (!mayHold(plain)) {
      return Optional.empty();
    }
    String text = withDigits(plain).toLowerCase(Locale.ROOT);
    if (text.isEmpty() || text.length() > 24) {
      return Optional.empty();
    }
    for (List<Form> forms : List.of(WORDS, WHOLE)) {
      for (Form form : forms) {
        Matcher matcher = form.pattern().matcher(text);
        if (matcher.matches()) {
          Optional<PeriodPart> part = form.meaning().apply(matcher.toMatchResult());
          if (part.isPresent()) {
            return part;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** No form is without a digit or one of these words; most texts have neither. */
  private static boolean mayHold(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c >= '0' && c <= '9') || c == '年' || c == '月' || c == '季') {
        return true;
      }
    }
    return false;
  }

  /** A period inside a longer text. */
  public record Inside(PeriodPart part, int start, int end) {}

  /** The first and longest period in a text, written in words; bare digits do not count. */
  public static Optional<Inside> inside(String text, int from) {
    if (!mayHold(text)) {
      return Optional.empty();
    }
    String plain = withDigits(text);
    Optional<Inside> best = Optional.empty();
    for (Form form : WORDS) {
      Matcher matcher = form.pattern().matcher(plain);
      if (matcher.find(from)) {
        Optional<PeriodPart> part = form.meaning().apply(matcher.toMatchResult());
        if (part.isPresent()) {
          Inside found = new Inside(part.get(), matcher.start(), matcher.end());
          if (best.isEmpty()
              || found.start() < best.get().start()
              || (found.start() == best.get().start() && found.end() > best.get().end())) {
            best = Optional.of(found);
          }
        }
      }
    }
    return best;
  }

  /** All periods in words that begin at just one place of a text, whatever follows. */
  public static List<Inside> at(String text, int from) {
    List<Inside> all = new ArrayList<>();
    if (!mayHold(text)
        || (from > 0 && isDigit(text.charAt(from)) && isDigit(text.charAt(from - 1)))) {
      return all;
    }
    String plain = withDigits(text);
    Matcher lastDay = anchored(LAST_DAY, plain, from);
    if (lastDay.lookingAt()) {
      whole(lastDay.group(1) + "底").ifPresent(p -> all.add(new Inside(p, from, lastDay.end())));
    }
    for (Form form : WORDS) {
      Matcher matcher = anchored(form.pattern(), plain, from);
      if (matcher.lookingAt() && !isDigitAt(plain, matcher.end())) {
        form.meaning()
            .apply(matcher.toMatchResult())
            .ifPresent(p -> all.add(new Inside(p, from, matcher.end())));
      }
    }
    return all;
  }

  private static Matcher anchored(Pattern pattern, String text, int from) {
    return pattern
        .matcher(text)
        .region(from, text.length())
        .useTransparentBounds(true)
        .useAnchoringBounds(false);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isDigitAt(String text, int at) {
    return at < text.length() && isDigit(text.charAt(at)) && isDigit(text.charAt(at - 1));
  }

  /** What words say that were found by {@link #at}, the last day of a month among them. */
  public static Optional<PeriodPart> said(String words) {
    Matcher lastDay = LAST_DAY.matcher(withDigits(words));
    return lastDay.matches() ? whole(lastDay.group(1) + "底") : whole(words);
  }

  /** The end of the longest span at a place of a text that no series is kept of; 0 if none. */
  public static int notHeld(String text, int from) {
    String plain = withDigits(text);
    boolean insideNumber = from > 0 && isDigit(text.charAt(from)) && isDigit(text.charAt(from - 1));
    if (insideNumber || anchored(LAST_DAY, plain, from).lookingAt()) {
      return 0;
    }
    int end = severalYears(plain, from);
    for (Pattern span : NOT_HELD) {
      Matcher matcher = anchored(span, plain, from);
      if (matcher.lookingAt() && !isDigitAt(plain, matcher.end())) {
        end = Math.max(end, matcher.end());
      }
    }
    return end;
  }

  private static int severalYears(String plain, int from) {
    Matcher years = anchored(YEARS, plain, from);
    return years.lookingAt() && !isDigitAt(plain, years.end()) ? years.end() : 0;
  }

  /** Whether words name several years, each of which a figure of its own may be of. */
  public static boolean areSeveralYears(String words) {
    return YEARS.matcher(withDigits(words)).matches();
  }

  /** The end of a day at a place of a text; 0 if none is there. */
  public static int day(String text, int from) {
    boolean insideNumber = from > 0 && isDigit(text.charAt(from)) && isDigit(text.charAt(from - 1));
    Matcher day = anchored(WRITTEN_ON, text, from);
    return !insideNumber && day.lookingAt() ? day.end() : 0;
  }

  /** 二〇二五年 as 2025年; no character more or less. */
  private static String withDigits(String text) {
    Matcher year = HAN_YEAR.matcher(text);
    return year.find()
        ? year.replaceAll(
            m ->
                m.group()
                    .chars()
                    .mapToObj(c -> HAN_DIGITS.indexOf(c) < 0 ? "年" : digit(c))
                    .collect(java.util.stream.Collectors.joining()))
        : text;
  }

  private static String digit(int han) {
    return Integer.toString(Math.max(0, HAN_DIGITS.indexOf(han) - ZEROS));
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
    if (word.length() < 3) {
      return 0;
    }
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
