package io.yanmen.model;

/**
 * What identifies a series: everything about a value except when.
 *
 * @param breakdown the part of the indicator, {@code LIST:CODE}, or {@link #WHOLE}
 * @param rankIn the code of the area within which a place is counted, or {@link #UNRANKED}
 */
public record SeriesKey(
    String areaCode,
    String indicatorCode,
    String breakdown,
    Measure measure,
    String rankIn,
    Scenario scenario,
    Frequency frequency,
    Accumulation accumulation) {
  /** The indicator as a whole: SDMX's code for a total. */
  public static final String WHOLE = "_T";

  /** No place among others, or one of which nobody says among which. */
  public static final String UNRANKED = "";

  /** A series of an indicator as a whole that is no rank. */
  public SeriesKey(
      String areaCode,
      String indicatorCode,
      Measure measure,
      Scenario scenario,
      Frequency frequency,
      Accumulation accumulation) {
    this(areaCode, indicatorCode, WHOLE, measure, UNRANKED, scenario, frequency, accumulation);
  }

  /** The series of another measure, all else the same. */
  public SeriesKey with(Measure other) {
    return new SeriesKey(
        areaCode, indicatorCode, breakdown, other, rankIn, scenario, frequency, accumulation);
  }

  /** The series of another indicator, all else the same. */
  public SeriesKey of(String otherIndicator) {
    return new SeriesKey(
        areaCode, otherIndicator, breakdown, measure, rankIn, scenario, frequency, accumulation);
  }

  /** The series of another part of the indicator, all else the same. */
  public SeriesKey broken(String otherBreakdown) {
    return new SeriesKey(
        areaCode,
        indicatorCode,
        otherBreakdown,
        measure,
        rankIn,
        scenario,
        frequency,
        accumulation);
  }

  /** The series of another area, all else the same. */
  public SeriesKey in(String otherArea) {
    return new SeriesKey(
        otherArea, indicatorCode, breakdown, measure, rankIn, scenario, frequency, accumulation);
  }
}
