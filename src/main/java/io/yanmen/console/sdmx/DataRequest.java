package io.yanmen.console.sdmx;

import io.yanmen.console.web.Request;
import io.yanmen.warehouse.query.FigureQuery;
import io.yanmen.warehouse.query.ObservationFilter;
import io.yanmen.warehouse.query.SeriesFilter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a data query of the REST API 1.5 asks for.
 *
 * @param flat whether all dimensions stand at the observation
 */
record DataRequest(FigureQuery.Selection selection, Form.Choice form, Detail detail, boolean flat) {
  private static final Set<String> KNOWN =
      Set.of(
          "flow",
          "key",
          "provider",
          "startPeriod",
          "endPeriod",
          "updatedAfter",
          "firstNObservations",
          "lastNObservations",
          "dimensionAtObservation",
          "detail",
          "includeHistory",
          "format",
          "lang");

  /**
   * @param zone of times without one
   * @throws SdmxRefusal if it cannot be meant, or not be answered
   */
  static DataRequest of(Request request, Codes codes, ZoneId zone) {
    for (String name : request.query().values().keySet()) {
      if (!KNOWN.contains(name)) {
        throw SdmxRefusal.syntax("sdmx.refused.parameter", name);
      }
    }
    if (request.query().first("includeHistory").filter("true"::equals).isPresent()) {
      throw SdmxRefusal.notImplemented("includeHistory");
    }
    String flow = path(request, "flow");
    if (!Flow.isMeant(flow)) {
      throw new SdmxRefusal(404, "sdmx.refused.flow", flow);
    }
    String provider =
        request.query().first("provider").isPresent() ? path(request, "provider") : "all";
    if (!Flow.isProvider(provider)) {
      throw new SdmxRefusal(404, "sdmx.refused.provider", provider);
    }
    ObservationFilter filter =
        new ObservationFilter(
            series(request.query().first("key").isPresent() ? path(request, "key") : "all", codes),
            request.query().first("startPeriod").map(it -> Span.of("startPeriod", it).first()),
            request.query().first("endPeriod").map(it -> Span.of("endPeriod", it).last()));
    FigureQuery.Selection selection =
        new FigureQuery.Selection(
            filter,
            request.query().first("updatedAfter").map(it -> instant(it, zone)),
            count(request, "firstNObservations"),
            count(request, "lastNObservations"));
    Form.Choice form =
        request
            .query()
            .first("format")
            .map(Form::named)
            .orElseGet(() -> Form.accepted(request.header("Accept").orElse("*/*")));
    return new DataRequest(selection, form, detail(request), flat(request));
  }

  /** A part of the path; clients escape what they need not. */
  private static String path(Request request, String name) {
    return request
        .query()
        .first(name)
        .orElse("")
        .replaceAll("(?i)%2B", "+")
        .replaceAll("(?i)%2C", ",")
        .replaceAll("(?i)%20", "+");
  }

  private static SeriesFilter series(String key, Codes codes) {
    if (key.toLowerCase(Locale.ROOT).equals("all")) {
      return SeriesFilter.ALL;
    }
    String[] parts = key.split("\\.", -1);
    if (parts.length != Flow.DIMENSIONS.size()) {
      throw SdmxRefusal.syntax(
          "sdmx.refused.key",
          Flow.DIMENSIONS.size(),
          String.join(".", Flow.DIMENSIONS),
          parts.length,
          key);
    }
    List<List<String>> chosen = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      List<String> some = parts[i].isEmpty() ? List.of() : List.of(parts[i].split("\\+", -1));
      for (String code : some) {
        if (!codes.knows(Flow.DIMENSIONS.get(i), code)) {
          String which = Flow.DIMENSIONS.get(i) + " " + code;
          throw new SdmxRefusal(404, "sdmx.refused.code", which);
        }
      }
      chosen.add(some);
    }
    return new SeriesFilter(
        chosen.get(1),
        chosen.get(2),
        chosen.get(3).stream().map(Flow::breakdownOf).toList(),
        chosen.get(4),
        chosen.get(5).stream().map(Flow::rankInOf).toList(),
        chosen.get(6),
        chosen.get(0),
        chosen.get(7));
  }

  private static Instant instant(String text, ZoneId zone) {
    // A plus that was not escaped has become a blank.
    String time = text.replace(' ', '+');
    try {
      return OffsetDateTime.parse(time).toInstant();
    } catch (DateTimeException e) {
      try {
        return LocalDateTime.parse(time).atZone(zone).toInstant();
      } catch (DateTimeException f) {
        throw SdmxRefusal.syntax("sdmx.refused.time", text);
      }
    }
  }

  private static Optional<Integer> count(Request request, String name) {
    return request.query().first(name).isPresent()
        ? Optional.of(request.query().number(name, 1, 1, Integer.MAX_VALUE))
        : Optional.empty();
  }

  private static Detail detail(Request request) {
    String detail = request.query().first("detail").orElse("full");
    for (Detail it : Detail.values()) {
      if (it.name().equalsIgnoreCase(detail)) {
        return it;
      }
    }
    throw SdmxRefusal.syntax("sdmx.refused.detail");
  }

  private static boolean flat(Request request) {
    String dimension = request.query().first("dimensionAtObservation").orElse(Flow.TIME);
    if (dimension.equals("AllDimensions")) {
      return true;
    }
    if (Flow.DIMENSIONS.contains(dimension)) {
      throw SdmxRefusal.notImplemented("dimensionAtObservation=" + dimension);
    }
    if (!dimension.equals(Flow.TIME)) {
      throw SdmxRefusal.syntax("sdmx.refused.dimension", dimension);
    }
    return false;
  }
}
