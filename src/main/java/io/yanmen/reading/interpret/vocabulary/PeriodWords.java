package io.yanmen.reading.interpret.vocabulary;

import io.yanmen.evidence.PeriodPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Periods in the words of Chinese and English tables: 2025年1—4月, 一季度, 上半年, 2025-04, Jan-Apr 2025.
 * The calendar of cumulative figures is that of China's statistics: 1-N月, 上半年 and 前三季度 run from 1
 * January.
 */
public final class PeriodWords {
  /** The day of a report, which is no period of its figures. */
  private static final Pattern WRITTEN_ON =
      Pattern.compile("(?:(?:19|20)\\d{2}年)?(?:1[0-2]|0?[1-9])月" + SpansNotHeld.DAY + "日");

  private static final Pattern MONTHS = Pattern.compile("0?1[-~至到](1[0-2]|0?[2-9])");

  static final Pattern LAST_DAY =
      Pattern.compile(
          "(截[至止](?:到)?(?:(?:19|20)\\d{2}年)?(?:(?:1[02]|0?[13578])月(?=31日)|(?:11|0?[469])月(?=30日)|0?2月(?=2[89]日)))\\d{2}日");

  private PeriodWords() {}

  /** The period that a text is, as a whole. */
  public static Optional<PeriodPart> whole(String plain) {
    if (!mayHold(plain)) {
      return Optional.empty();
    }
    String text = PeriodText.withDigits(plain).toLowerCase(Locale.ROOT);
    if (text.isEmpty() || text.length() > 24) {
      return Optional.empty();
    }
    for (List<PeriodForm> forms : List.of(PeriodForm.WORDS, PeriodForm.WHOLE)) {
      for (PeriodForm form : forms) {
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
    String plain = PeriodText.withDigits(text);
    Optional<Inside> best = Optional.empty();
    for (PeriodForm form : PeriodForm.WORDS) {
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
    if (!mayHold(text) || PeriodText.isInsideNumber(text, from)) {
      return all;
    }
    String plain = PeriodText.withDigits(text);
    Matcher lastDay = Anchor.at(LAST_DAY, plain, from);
    if (lastDay.lookingAt()) {
      whole(lastDay.group(1) + "底").ifPresent(p -> all.add(new Inside(p, from, lastDay.end())));
    }
    for (PeriodForm form : PeriodForm.WORDS) {
      Matcher matcher = Anchor.at(form.pattern(), plain, from);
      if (matcher.lookingAt() && !PeriodText.isDigitAt(plain, matcher.end())) {
        form.meaning()
            .apply(matcher.toMatchResult())
            .ifPresent(p -> all.add(new Inside(p, from, matcher.end())));
      }
    }
    return all;
  }

  /**
   * What words say that were found by {@link #at}, the last day of a month among them, or that are
   * the whole name of a sheet or file, as 1-5.
   */
  public static Optional<PeriodPart> said(String words) {
    Matcher months = MONTHS.matcher(words);
    if (months.matches()) {
      return Optional.of(PeriodPart.monthToDate(0, Integer.parseInt(months.group(1))));
    }
    Matcher lastDay = LAST_DAY.matcher(PeriodText.withDigits(words));
    return lastDay.matches() ? whole(lastDay.group(1) + "底") : whole(words);
  }

  /** The end of a day at a place of a text; 0 if none is there. */
  public static int day(String text, int from) {
    Matcher day = Anchor.at(WRITTEN_ON, text, from);
    return !PeriodText.isInsideNumber(text, from) && day.lookingAt() ? day.end() : 0;
  }
}
