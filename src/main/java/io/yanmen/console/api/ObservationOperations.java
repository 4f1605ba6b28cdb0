package io.yanmen.console.api;

import io.yanmen.catalog.Catalog;
import io.yanmen.console.web.Request;
import io.yanmen.console.web.Response;
import io.yanmen.console.web.Router;
import io.yanmen.model.message.UserError;
import io.yanmen.warehouse.query.ObservationFilter;
import io.yanmen.warehouse.query.ObservationQuery;
import io.yanmen.warehouse.query.SeriesQuery;
import io.yanmen.warehouse.query.output.OutputFormat;
import io.yanmen.warehouse.query.output.TooManyRowsException;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Figures, in pages as JSON or whole as csv or xlsx; and the series that they are of. */
final class ObservationOperations {
  private static final int USUAL_PAGE = 1_000;
  private static final int MOST_OF_A_PAGE = 10_000;
  private static final int MOST_SERIES = 1_000;
  private static final List<String> KEY =
      List.of(
          "area_code",
          "indicator_code",
          "breakdown",
          "measure",
          "rank_in",
          "scenario",
          "frequency",
          "accumulation");

  private final QueryParameters asked;
  private final ObservationQuery observations;
  private final SeriesQuery series;
  private final Path folder;

  /**
   * @param folder for answers that are on their way
   */
  ObservationOperations(Catalog catalog, DataSource warehouse, Path folder) {
    this.asked = new QueryParameters(catalog);
    this.observations = new ObservationQuery(warehouse, folder);
    this.series = new SeriesQuery(warehouse);
    this.folder = folder;
  }

  void addTo(Router paths) {
    paths.get("/api/observations", this::observations);
    paths.get("/api/series", this::series);
  }

  private Response observations(Request request) throws IOException, SQLException {
    QueryParameters.only(request, QueryParameters.FILTERS, "format", "limit", "after");
    ObservationFilter filter = asked.filter(request);
    Optional<OutputFormat> format = format(request);
    if (format.isEmpty()) {
      return Problems.of(406, QueryParameters.said(request, "request.served"), request);
    }
    return format.get() == OutputFormat.JSON
        ? page(request, filter)
        : whole(request, filter, format.get());
  }

  private Response page(Request request, ObservationFilter filter)
      throws IOException, SQLException {
    int limit = request.query().number("limit", USUAL_PAGE, 1, MOST_OF_A_PAGE);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("{\"observations\":".getBytes(StandardCharsets.UTF_8));
    var page = observations.page(filter, Cursor.observation(request), limit, out);
    String next =
        page.last()
            .map(it -> ",\"next\":" + Json.text(Cursor.next(request, Cursor.of(it))))
            .orElse("");
    out.writeBytes((next + "}\n").getBytes(StandardCharsets.UTF_8));
    return Response.of(200, Response.JSON, out.toByteArray());
  }

  private Response whole(Request request, ObservationFilter filter, OutputFormat format)
      throws IOException, SQLException {
    for (String name : List.of("limit", "after")) {
      if (request.query().first(name).isPresent()) {
        throw new UserError("request.json_only", name);
      }
    }
    Path file = Files.createTempFile(folder, "answer-", ".tmp");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        observations.write(filter, format, out);
      }
    } catch (TooManyRowsException e) {
      Files.delete(file);
      return Problems.of(
          413, QueryParameters.said(request, "request.rows.many", e.most()), request);
    } catch (IOException | SQLException | RuntimeException e) {
      Files.delete(file);
      throw e;
    }
    return format == OutputFormat.CSV
        ? Response.passing(file, Response.CSV).saved("observations.csv")
        : Response.passing(file, Response.XLSX).saved("observations.xlsx");
  }

  private static Optional<OutputFormat> format(Request request) {
    Optional<String> named = request.query().first("format");
    if (named.isPresent()) {
      return Optional.of(
          switch (named.get()) {
            case "json" -> OutputFormat.JSON;
            case "csv" -> OutputFormat.CSV;
            case "xlsx" -> OutputFormat.XLSX;
            default -> throw new UserError("request.format", named.get());
          });
    }
    String accepted = request.header("Accept").orElse("*/*").toLowerCase(Locale.ROOT);
    for (String range : accepted.split(",")) {
      switch (range.split(";", 2)[0].strip()) {
        case "*/*", "application/*", "application/json" -> {
          return Optional.of(OutputFormat.JSON);
        }
        case "text/*", "text/csv" -> {
          return Optional.of(OutputFormat.CSV);
        }
        case Response.XLSX -> {
          return Optional.of(OutputFormat.XLSX);
        }
        default -> {
          // The next one, then.
        }
      }
    }
    return Optional.empty();
  }

  private Response series(Request request) throws SQLException {
    QueryParameters.only(request, QueryParameters.FILTERS, "limit", "after");
    int limit = request.query().number("limit", MOST_SERIES, 1, MOST_SERIES);
    var entries = series.list(asked.filter(request), Cursor.series(request), limit + 1);
    List<Map<String, Object>> told = new ArrayList<>();
    for (SeriesQuery.ListedSeries entry : entries.subList(0, Math.min(limit, entries.size()))) {
      Map<String, Object> one = new LinkedHashMap<>();
      for (int i = 0; i < KEY.size(); i++) {
        one.put(KEY.get(i), entry.key().parts().get(i));
      }
      one.put("unit", entry.unit());
      one.put("first_period", entry.first());
      one.put("last_period", entry.last());
      told.add(one);
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("series", told);
    if (entries.size() > limit) {
      // The page after begins with the one that was read ahead.
      answer.put("next", Cursor.next(request, Cursor.of(entries.get(limit).key())));
    }
    return Json.of(answer);
  }
}
