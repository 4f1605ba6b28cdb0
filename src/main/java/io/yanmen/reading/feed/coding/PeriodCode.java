package io.yanmen.reading.feed.coding;

import io.yanmen.evidence.PeriodPart;
import io.yanmen.model.Frequency;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.reading.feed.message.FeedFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Periods as feeds write them: those of SDMX (section 6 of the standard, 4.2: {@code 2024}, {@code
 * 2024-A1}, {@code 2024-Q1}, {@code 2024-M04}, {@code 2024-04}, {@code 2024-S1}, {@code
 * 2024-04-01/P1M}), their shorter forms ({@code 2024Q1}, {@code 2024M04}), and those of the
 * national bureau ({@code 2024A} to {@code 2024D} for quarters, {@code 202404}).
 *
 * <p>A date is a period only where the frequency is known, and it is the first or last day of one.
 * The first half of a year is cumulative by nature; a second half, weeks, days and terms of four
 * months are none that the warehouse holds.
 */
public final class PeriodCode {
  private static final String YEAR = "((?:19|20)\\d{2})";
  private static final Pattern ANNUAL = Pattern.compile(YEAR);
  private static final Pattern ANNUAL_LETTER = Pattern.compile(YEAR + "(?:-?A1|A)");
  private static final Pattern QUARTER = Pattern.compile(YEAR + "-?Q([1-4])");
  private static final Pattern MONTH = Pattern.compile(YEAR + "(?:-?M|-)(0?[1-9]|1[0-2])");
  private static final Pattern HALF = Pattern.compile(YEAR + "-?[SHB]([12])");
  private static final Pattern NBS_QUARTER = Pattern.compile(YEAR + "([A-D])");
  private static final Pattern COMPACT_MONTH = Pattern.compile(YEAR + "(0[1-9]|1[0-2])");
  private static final Pattern NOT_HELD =
      Pattern.compile(YEAR + "(?:-?W\\d{1,2}|-?D\\d{1,3}|-?T[1-3])");
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})(?:T00:00(?::00(?:\\.0+)?)?(?:Z|[+-]\\d{2}:\\d{2})?)?(?:/P1([YM])|/P(3)M|/P\\w+)?");

  private PeriodCode() {}

  /** A period, or the code of why there is none. */
  public record Reading(Optional<PeriodPart> part, RejectionCode refusal) {
    private static Reading of(PeriodPart part) {
      return new Reading(Optional.of(part), RejectionCode.UNKNOWN_PERIOD);
    }

    private static Reading refused(RejectionCode code) {
      return new Reading(Optional.empty(), code);
    }
  }

  /**
   * @param frequency what the feed says elsewhere of it
   */
  public static Reading read(String code, FeedFormat format, Optional<Frequency> frequency) {
    String text = code.strip();
    if (text.length() > 60) {
      return Reading.refused(RejectionCode.UNKNOWN_PERIOD);
    }
    if (format.has(FeedFormat.Trait.BUREAU_PERIODS)) {
      Optional<Reading> bureau = ofBureau(text);
      if (bureau.isPresent()) {
        return bureau.get();
      }
    }
    Matcher m = ANNUAL.matcher(text);
    if (m.matches()) {
      return Reading.of(PeriodPart.year(year(m)));
    }
    m = ANNUAL_LETTER.matcher(text);
    if (m.matches() && format.isSdmx()) {
      return Reading.of(PeriodPart.year(year(m)));
    }
    m = QUARTER.matcher(text);
    if (m.matches()) {
      return Reading.of(PeriodPart.quarter(year(m), Integer.parseInt(m.group(2))));
    }
    m = MONTH.matcher(text);
    if (m.matches()) {
      return Reading.of(PeriodPart.month(year(m), Integer.parseInt(m.group(2))));
    }
    m = HALF.matcher(text);
    if (m.matches()) {
      return m.group(2).equals("1")
          ? Reading.of(PeriodPart.quarterToDate(year(m), 2))
          : Reading.refused(RejectionCode.UNSUPPORTED_PERIOD);
    }
    if (NOT_HELD.matcher(text).matches()) {
      return Reading.refused(RejectionCode.UNSUPPORTED_PERIOD);
    }
    m = DATE.matcher(text);
    return m.matches() ? date(m, frequency) : Reading.refused(RejectionCode.UNKNOWN_PERIOD);
  }

  private static int year(Matcher m) {
    return Integer.parseInt(m.group(1));
  }

  private static Optional<Reading> ofBureau(String text) {
    Matcher m = NBS_QUARTER.matcher(text);
    if (m.matches()) {
      return Optional.of(Reading.of(PeriodPart.quarter(year(m), m.group(2).charAt(0) - 'A' + 1)));
    }
    m = COMPACT_MONTH.matcher(text);
    return m.matches()
        ? Optional.of(Reading.of(PeriodPart.month(year(m), Integer.parseInt(m.group(2)))))
        : Optional.empty();
  }

  private static Reading date(Matcher m, Optional<Frequency> frequency) {
    LocalDate date;
    try {
      date = LocalDate.parse(m.group(1));
    } catch (DateTimeException noSuchDay) {
      return Reading.refused(RejectionCode.UNKNOWN_PERIOD);
    }
    boolean ranges = m.group().contains("/");
    Optional<Frequency> length = frequency;
    if (ranges) {
      length = rangeOf(m);
    }
    if (length.isEmpty()) {
      return Reading.refused(RejectionCode.UNSUPPORTED_PERIOD);
    }
    int months = length.get().months();
    boolean first = date.getDayOfMonth() == 1 && (date.getMonthValue() - 1) % months == 0;
    boolean last =
        date.getDayOfMonth() == date.lengthOfMonth() && date.getMonthValue() % months == 0;
    if (!first && (ranges || !last)) {
      return Reading.refused(RejectionCode.UNKNOWN_PERIOD);
    }
    return Reading.of(
        switch (length.get()) {
          case A -> PeriodPart.year(date.getYear());
          case Q -> PeriodPart.quarter(date.getYear(), (date.getMonthValue() + 2) / 3);
          case M -> PeriodPart.month(date.getYear(), date.getMonthValue());
        });
  }

  private static Optional<Frequency> rangeOf(Matcher m) {
    if (m.group(3) != null) {
      return Optional.of(Frequency.Q);
    }
    if (m.group(2) == null) {
      return Optional.empty();
    }
    return Optional.of(m.group(2).equals("Y") ? Frequency.A : Frequency.M);
  }
}
