package io.yanmen.warehouse.query;

import io.yanmen.model.Accumulation;
import io.yanmen.model.Frequency;
import io.yanmen.model.Measure;
import io.yanmen.model.Scenario;
import java.util.Optional;

/**
 * What series of one indicator share when they may stand in one chart: one measure, one scenario,
 * one length of period, and either cumulative or single periods.
 *
 * @param derived single months that {@code period_value} knows: those published, and those that are
 *     differences of cumulative ones
 */
public record SeriesView(
    Measure measure,
    Scenario scenario,
    Frequency frequency,
    Accumulation accumulation,
    boolean derived) {
  private static final String DERIVED = "derived";

  public static SeriesView published(
      Measure measure, Scenario scenario, Frequency frequency, Accumulation accumulation) {
    return new SeriesView(measure, scenario, frequency, accumulation, false);
  }

  /** Single months by difference, of the cumulative months of a flow. */
  public static SeriesView derivedMonths(Scenario scenario) {
    return new SeriesView(Measure.LEVEL, scenario, Frequency.M, Accumulation.PERIOD, true);
  }

  /** As it stands in an address: {@code level.actual.M.ytd}. */
  public String code() {
    String code =
        String.join(".", measure.code(), scenario.code(), frequency.name(), accumulation.code());
    return derived ? code + "." + DERIVED : code;
  }

  /** The shape of such a code; empty if it is none. */
  public static Optional<SeriesView> of(String code) {
    String[] parts = code.split("\\.", -1);
    if (parts.length != 4 && !(parts.length == 5 && parts[4].equals(DERIVED))) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new SeriesView(
              Measure.of(parts[0]),
              Scenario.of(parts[1]),
              Frequency.valueOf(parts[2]),
              Accumulation.of(parts[3]),
              parts.length == 5));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
