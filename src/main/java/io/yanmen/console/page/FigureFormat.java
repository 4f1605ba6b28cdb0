package io.yanmen.console.page;

import io.yanmen.model.Accumulation;
import io.yanmen.model.Frequency;
import io.yanmen.model.Language;
import io.yanmen.model.Qualifier;
import io.yanmen.model.message.Messages;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/** How figures and their periods are written. */
public final class FigureFormat {
  private FigureFormat() {}

  /** All digits, thousands separated, no zeros at the end: {@code 1,234.5}. */
  public static String number(BigDecimal value) {
    DecimalFormat format =
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setMaximumFractionDigits(Math.max(0, value.stripTrailingZeros().scale()));
    return format.format(value).replace('-', '−');
  }

  /** With its sign, also a plus. */
  public static String signed(BigDecimal value) {
    return (value.signum() > 0 ? "+" : "") + number(value);
  }

  /** The sign of a qualifier, in front of a number; empty for an exact one. */
  public static String sign(Qualifier qualifier) {
    return switch (qualifier) {
      case EXACT -> "";
      case AT_LEAST -> "≥";
      case OVER -> ">";
      case ABOUT -> "≈";
      case UP_TO -> "≤";
    };
  }

  /**
   * @param months length of a single period: 2 is January and February together
   */
  public static String period(
      Frequency frequency,
      Accumulation accumulation,
      LocalDate start,
      int months,
      Language language) {
    boolean ytd = accumulation == Accumulation.YTD;
    int last = start.getMonthValue() + months - 1;
    int first = ytd ? 1 : start.getMonthValue();
    String span =
        language == Language.ZH
            ? chinese(frequency, ytd, first, last)
            : english(frequency, ytd, first, last);
    return language == Language.ZH
        ? Messages.of(language).text("period.year", start.getYear()) + span
        : (span + " " + start.getYear()).strip();
  }

  private static String chinese(Frequency frequency, boolean ytd, int first, int last) {
    Messages words = Messages.of(Language.ZH);
    return switch (frequency) {
      case A -> "";
      case Q -> words.text((ytd ? "period.quarters." : "period.quarter.") + last / 3);
      case M -> words.text("period.month", first == last ? last : first + "-" + last);
    };
  }

  private static String english(Frequency frequency, boolean ytd, int first, int last) {
    return switch (frequency) {
      case A -> "";
      case Q -> ytd && last > 3 ? "Q1–Q" + last / 3 : "Q" + last / 3;
      case M -> first == last ? month(last) : month(first) + "–" + month(last);
    };
  }

  private static String month(int number) {
    return java.time.Month.of(number).getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }
}
