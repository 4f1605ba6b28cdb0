package io.yanmen.reading.interpret.vocabulary;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What patterns of periods have to know of a text: years in digits, and no place in a number. */
final class PeriodText {
  /** Three signs for nought, then one to nine. */
  private static final String HAN_DIGITS = "〇○零一二三四五六七八九";

  private static final int ZEROS = 2;
  private static final Pattern HAN_YEAR = Pattern.compile("[一二][〇○零一二三四五六七八九]{3}年");

  private PeriodText() {}

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isDigitAt(String text, int at) {
    return at < text.length() && isDigit(text.charAt(at)) && isDigit(text.charAt(at - 1));
  }

  /** Whether a place of a text stands between two digits. */
  static boolean isInsideNumber(String text, int at) {
    return at > 0 && isDigit(text.charAt(at)) && isDigit(text.charAt(at - 1));
  }

  /** 二〇二五年 as 2025年; no character more or less. */
  static String withDigits(String text) {
    Matcher year = HAN_YEAR.matcher(text);
    return year.find()
        ? year.replaceAll(
            m ->
                m.group()
                    .chars()
                    .mapToObj(c -> HAN_DIGITS.indexOf(c) < 0 ? "年" : digit(c))
                    .collect(Collectors.joining()))
        : text;
  }

  private static String digit(int han) {
    return Integer.toString(Math.max(0, HAN_DIGITS.indexOf(han) - ZEROS));
  }
}
