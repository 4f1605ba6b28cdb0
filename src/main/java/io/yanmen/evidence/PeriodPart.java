package io.yanmen.evidence;

import io.yanmen.model.Accumulation;
import io.yanmen.model.Frequency;
import java.util.Optional;

/**
 * What a piece of text tells of a period; the year may stand elsewhere.
 *
 * @param year 0 where the text names none
 * @param frequency by the words used: 月 {@code M}, 季度 and 上半年 {@code Q}, 年 {@code A}
 * @param index month 1 to 12, quarter 1 to 4; 0 for a year
 * @param accumulation what the words themselves say (1-4月 is cumulative); empty for a bare month
 * @param weak whether the accumulation is only the custom (一季度), so that 当季 may overrule it
 * @param cutDecimal whether the text is "2016.1": January, or October that lost its zero
 * @param afar whether it stands far from the figures (in a title or a name), so that a bare month
 *     may mean the year so far
 */
public record PeriodPart(
    int year,
    Frequency frequency,
    int index,
    Optional<Accumulation> accumulation,
    boolean weak,
    boolean cutDecimal,
    boolean afar) {

  public static PeriodPart year(int year) {
    return new PeriodPart(year, Frequency.A, 0, Optional.empty(), false, false, false);
  }

  public static PeriodPart month(int year, int month) {
    return new PeriodPart(year, Frequency.M, month, Optional.empty(), false, false, false);
  }

  public static PeriodPart monthToDate(int year, int month) {
    return new PeriodPart(
        year, Frequency.M, month, Optional.of(Accumulation.YTD), false, false, false);
  }

  public static PeriodPart quarter(int year, int quarter) {
    // Of the first quarter both readings are the same span; DESIGN's custom calls it cumulative.
    return quarter == 1
        ? new PeriodPart(year, Frequency.Q, 1, Optional.of(Accumulation.YTD), true, false, false)
        : new PeriodPart(year, Frequency.Q, quarter, Optional.empty(), false, false, false);
  }

  public static PeriodPart quarterToDate(int year, int quarter) {
    return new PeriodPart(
        year, Frequency.Q, quarter, Optional.of(Accumulation.YTD), false, false, false);
  }

  public boolean isYearOnly() {
    return frequency == Frequency.A && year != 0;
  }

  public boolean lacksYear() {
    return year == 0;
  }

  public PeriodPart ofYear(int other) {
    return new PeriodPart(other, frequency, index, accumulation, weak, cutDecimal, afar);
  }

  /**
   * What "2016.1" is between its neighbours: October after 2016.09 or before 2016.11, January after
   * 2015.12 or before 2016.02, in either direction of time; empty where they do not tell.
   */
  public Optional<PeriodPart> between(Optional<PeriodPart> before, Optional<PeriodPart> after) {
    boolean october = isMonth(before, year, 9) || isMonth(before, year, 11);
    october |= isMonth(after, year, 9) || isMonth(after, year, 11);
    boolean january = isMonth(before, year - 1, 12) || isMonth(before, year, 2);
    january |= isMonth(after, year - 1, 12) || isMonth(after, year, 2);
    return october == january ? Optional.empty() : Optional.of(month(year, october ? 10 : 1));
  }

  private static boolean isMonth(Optional<PeriodPart> part, int year, int month) {
    return part.filter(
            p -> p.frequency == Frequency.M && p.year == year && p.index == month && !p.cutDecimal)
        .isPresent();
  }

  /** The same period where words beside it say that it is the month as well as the year so far. */
  public PeriodPart ofEitherSpan() {
    return new PeriodPart(year, frequency, index, Optional.empty(), weak, cutDecimal, afar);
  }

  public PeriodPart fromAfar() {
    return new PeriodPart(year, frequency, index, accumulation, weak, cutDecimal, true);
  }

  PeriodPart near() {
    return afar
        ? new PeriodPart(year, frequency, index, accumulation, weak, cutDecimal, false)
        : this;
  }
}
