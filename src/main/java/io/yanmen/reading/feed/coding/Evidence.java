package io.yanmen.reading.feed.coding;

import io.yanmen.catalog.Unit;
import io.yanmen.evidence.AreaMention;
import io.yanmen.evidence.Facets;
import io.yanmen.evidence.Found;
import io.yanmen.evidence.PeriodPart;
import io.yanmen.evidence.Unknown;
import io.yanmen.model.Accumulation;
import io.yanmen.model.Area;
import io.yanmen.model.Frequency;
import io.yanmen.model.Indicator;
import io.yanmen.model.Measure;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Scenario;
import io.yanmen.model.outcome.RejectionCode;
import java.util.List;
import java.util.Optional;

/**
 * Facets that say one thing.
 *
 * @param text the words that say it
 * @param where the place that they stand in
 */
public record Evidence(String text, String where) {
  private <T> Optional<Found<T>> found(T value) {
    return Optional.of(Found.of(value, text, where));
  }

  Facets area(Area area) {
    return Facets.NONE.withArea(found(AreaMention.of(List.of(area))));
  }

  Facets areas(List<Area> areas) {
    return Facets.NONE.withArea(found(AreaMention.of(areas)));
  }

  Facets indicators(List<Indicator> indicators) {
    return Facets.NONE.withIndicator(found(indicators));
  }

  Facets measure(Measure measure) {
    return Facets.NONE.withMeasure(Found.of(measure, text, where));
  }

  Facets unknown(String words, RejectionCode code) {
    return Facets.NONE.withUnknown(Optional.of(Found.of(new Unknown(words, code), words, where)));
  }

  Facets scenario(Scenario scenario) {
    return rest(found(scenario), Optional.empty(), Optional.empty(), Optional.empty());
  }

  Facets accumulation(Accumulation accumulation) {
    return rest(Optional.empty(), found(accumulation), Optional.empty(), Optional.empty());
  }

  public Facets period(PeriodPart period) {
    return rest(Optional.empty(), Optional.empty(), found(period), Optional.empty());
  }

  Facets frequency(Frequency frequency) {
    return rest(Optional.empty(), Optional.empty(), Optional.empty(), found(frequency));
  }

  Facets unit(Unit unit) {
    return withUnits(Facets.NONE, List.of(List.of(Found.of(unit, text, where))));
  }

  Facets status(ObservationStatus status) {
    Facets none = Facets.NONE;
    return new Facets(
        none.area(),
        none.indicator(),
        none.measure(),
        none.scenario(),
        none.accumulation(),
        none.period(),
        none.frequency(),
        none.units(),
        none.qualifier(),
        found(status),
        false,
        false,
        0,
        none.unknown());
  }

  private static Facets rest(
      Optional<Found<Scenario>> scenario,
      Optional<Found<Accumulation>> accumulation,
      Optional<Found<PeriodPart>> period,
      Optional<Found<Frequency>> frequency) {
    Facets none = Facets.NONE;
    return new Facets(
        none.area(),
        none.indicator(),
        none.measure(),
        scenario,
        accumulation,
        period,
        frequency,
        none.units(),
        none.qualifier(),
        none.status(),
        false,
        false,
        0,
        none.unknown());
  }

  static Facets withUnits(Facets it, List<List<Found<Unit>>> units) {
    return new Facets(
        it.area(),
        it.indicator(),
        it.measure(),
        it.scenario(),
        it.accumulation(),
        it.period(),
        it.frequency(),
        units,
        it.qualifier(),
        it.status(),
        it.change(),
        it.rank(),
        it.yearShift(),
        it.unknown());
  }

  public static Facets withScenario(Facets it, Optional<Found<Scenario>> scenario) {
    return new Facets(
        it.area(),
        it.indicator(),
        it.measure(),
        scenario,
        it.accumulation(),
        it.period(),
        it.frequency(),
        it.units(),
        it.qualifier(),
        it.status(),
        it.change(),
        it.rank(),
        it.yearShift(),
        it.unknown());
  }
}
