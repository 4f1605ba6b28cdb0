package io.yanmen.model;

/** What identifies a series: everything about a value except when. */
public record SeriesKey(
    String areaCode,
    String indicatorCode,
    Measure measure,
    Scenario scenario,
    Frequency frequency,
    Accumulation accumulation) {
  /** The series of another measure, all else the same. */
  public SeriesKey with(Measure other) {
    return new SeriesKey(areaCode, indicatorCode, other, scenario, frequency, accumulation);
  }

  /** The series of another area, all else the same. */
  public SeriesKey in(String otherArea) {
    return new SeriesKey(otherArea, indicatorCode, measure, scenario, frequency, accumulation);
  }
}
