package io.yanmen.console.api;

import io.yanmen.catalog.Breakdown;
import io.yanmen.catalog.Catalog;
import io.yanmen.console.web.Request;
import io.yanmen.model.Accumulation;
import io.yanmen.model.Area;
import io.yanmen.model.Frequency;
import io.yanmen.model.Indicator;
import io.yanmen.model.Measure;
import io.yanmen.model.Period;
import io.yanmen.model.Scenario;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.message.Messages;
import io.yanmen.model.message.UserError;
import io.yanmen.warehouse.query.ObservationFilter;
import io.yanmen.warehouse.query.SeriesFilter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the parameters of requests. A parameter that is not known, or has a value that cannot be,
 * is refused by its name: a filter that is misspelt must not let everything through.
 */
final class QueryParameters {
  static final Set<String> FILTERS =
      Set.of(
          "area",
          "indicator",
          "breakdown",
          "measure",
          "rank_in",
          "scenario",
          "frequency",
          "accumulation",
          "from",
          "to");

  /** Codes up to so many are named to whoever gives none of them. */
  private static final int FEW = 12;

  private final Set<String> areas;
  private final Set<String> indicators;
  private final Set<String> breakdowns;

  QueryParameters(Catalog catalog) {
    this.areas = catalog.areas().stream().map(Area::code).collect(Collectors.toSet());
    this.indicators =
        catalog.indicators().stream().map(Indicator::code).collect(Collectors.toSet());
    this.breakdowns =
        Stream.concat(
                Stream.of(SeriesKey.WHOLE), catalog.breakdowns().all().stream().map(Breakdown::id))
            .collect(Collectors.toSet());
  }

  /**
   * @throws UserError if something else is asked too
   */
  static void only(Request request, Collection<String> known, String... more) {
    Set<String> all = new TreeSet<>(known);
    all.addAll(List.of(more));
    for (String name : request.query().values().keySet()) {
      if (!all.contains(name) && !name.equals("lang")) {
        throw new UserError("request.parameter", name, all);
      }
    }
  }

  ObservationFilter filter(Request request) {
    return new ObservationFilter(
        new SeriesFilter(
            codes(request, "area", areas),
            codes(request, "indicator", indicators),
            codes(request, "breakdown", breakdowns),
            codes(request, "measure", codes(Measure.values(), Measure::code)),
            codes(request, "rank_in", areas),
            codes(request, "scenario", codes(Scenario.values(), Scenario::code)),
            codes(request, "frequency", codes(Frequency.values(), Frequency::name)),
            codes(request, "accumulation", codes(Accumulation.values(), Accumulation::code))),
        period(request, "from", Period::start),
        period(request, "to", Period::end));
  }

  private static <T> Set<String> codes(T[] values, Function<T, String> code) {
    return Arrays.stream(values).map(code).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Given several times, or separated by commas. */
  static List<String> codes(Request request, String name, Set<String> known) {
    List<String> codes =
        request.query().all(name).stream()
            .flatMap(it -> Arrays.stream(it.split(",")))
            .map(String::strip)
            .filter(it -> !it.isEmpty())
            .distinct()
            .toList();
    for (String code : codes) {
      if (!known.contains(code)) {
        Set<String> few = known.size() <= FEW ? new TreeSet<>(known) : Set.of();
        throw new UserError("request.code", name, code, few);
      }
    }
    return codes;
  }

  private static Optional<LocalDate> period(
      Request request, String name, Function<Period, LocalDate> side) {
    Optional<String> text = request.query().first(name);
    try {
      return text.map(ObservationFilter::period).map(side);
    } catch (IllegalArgumentException e) {
      throw new UserError("request.period", name, text.orElse(""));
    }
  }

  /** A text in the language of a request. */
  static String said(Request request, String key, Object... arguments) {
    return Messages.of(request.language()).text(key, arguments);
  }
}
