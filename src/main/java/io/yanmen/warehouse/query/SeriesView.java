package io.yanmen.warehouse.query;

import io.yanmen.model.Accumulation;
import io.yanmen.model.Frequency;
import io.yanmen.model.Measure;
import io.yanmen.model.Scenario;
import io.yanmen.model.SeriesKey;
import java.util.Optional;

/**
 * What series of one indicator share when they may stand in one chart: one part of it, one measure,
 * one area within which places are counted, one scenario, one length of period, and either
 * cumulative or single periods.
 *
 * @param breakdown the part, or {@link SeriesKey#WHOLE}
 * @param rankIn the area of ranks, or {@link SeriesKey#UNRANKED}
 * @param derived single months that {@code period_value} knows: those published, and those that are
 *     differences of cumulative ones
 */
public record SeriesView(
    String breakdown,
    Measure measure,
    String rankIn,
    Scenario scenario,
    Frequency frequency,
    Accumulation accumulation,
    boolean derived) {
  private static final String DERIVED = "derived";
  private static final String PART = "~";
  private static final String WITHIN = "@";

  public static SeriesView published(
      Measure measure, Scenario scenario, Frequency frequency, Accumulation accumulation) {
    return new SeriesView(
        SeriesKey.WHOLE, measure, SeriesKey.UNRANKED, scenario, frequency, accumulation, false);
  }

  /** The same of a part of the indicator, or of places within an area. */
  public SeriesView of(String part, String area) {
    return new SeriesView(part, measure, area, scenario, frequency, accumulation, derived);
  }

  /** Single months by difference, of the cumulative months of a flow. */
  public static SeriesView derivedMonths(String breakdown, Scenario scenario) {
    return new SeriesView(
        breakdown,
        Measure.LEVEL,
        SeriesKey.UNRANKED,
        scenario,
        Frequency.M,
        Accumulation.PERIOD,
        true);
  }

  public boolean isWhole() {
    return breakdown.equals(SeriesKey.WHOLE);
  }

  /**
   * As it stands in an address: {@code level.actual.M.ytd}, of a part {@code
   * sector:1~level.actual.M.ytd}, of places within an area {@code rank@140000.actual.A.period}.
   */
  public String code() {
    String code =
        String.join(
            ".",
            rankIn.isEmpty() ? measure.code() : measure.code() + WITHIN + rankIn,
            scenario.code(),
            frequency.name(),
            accumulation.code());
    String whole = isWhole() ? code : breakdown + PART + code;
    return derived ? whole + "." + DERIVED : whole;
  }

  /** The shape of such a code; empty if it is none. */
  public static Optional<SeriesView> of(String code) {
    int part = code.indexOf(PART);
    String breakdown = part < 0 ? SeriesKey.WHOLE : code.substring(0, part);
    String[] parts = code.substring(part + 1).split("\\.", -1);
    int within = parts[0].indexOf(WITHIN);
    if (parts.length != 4 && !(parts.length == 5 && parts[4].equals(DERIVED))) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new SeriesView(
              breakdown,
              Measure.of(within < 0 ? parts[0] : parts[0].substring(0, within)),
              within < 0 ? SeriesKey.UNRANKED : parts[0].substring(within + 1),
              Scenario.of(parts[1]),
              Frequency.valueOf(parts[2]),
              Accumulation.of(parts[3]),
              parts.length == 5));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
