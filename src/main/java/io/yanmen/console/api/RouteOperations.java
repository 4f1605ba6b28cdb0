package io.yanmen.console.api;

import io.yanmen.console.route.RouteActions;
import io.yanmen.console.web.Handler;
import io.yanmen.console.web.Request;
import io.yanmen.console.web.Response;
import io.yanmen.console.web.Router;
import io.yanmen.service.schedule.RouteStates;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** What the services run, and its control. */
final class RouteOperations {
  private final RouteStates board;
  private final RouteActions actions;

  RouteOperations(DataSource warehouse) {
    this.board = new RouteStates(warehouse);
    this.actions = new RouteActions(warehouse);
  }

  void addTo(Router paths) {
    paths.get("/api/routes", this::list);
    paths.get("/api/routes/{id}", known(this::show));
    paths.post(
        "/api/routes/{id}/pause",
        known(
            request -> {
              actions.pause(id(request));
              return show(request);
            }));
    paths.post(
        "/api/routes/{id}/resume",
        known(
            request -> {
              actions.resume(id(request));
              return show(request);
            }));
    paths.post(
        "/api/routes/{id}/run",
        known(
            request ->
                Json.of(Map.of("route", id(request), "command", actions.run(id(request))))
                    .withStatus(202)));
  }

  private static String id(Request request) {
    return request.query().first("id").orElse("");
  }

  private Handler known(Handler endpoint) {
    return request -> {
      QueryParameters.only(request, Set.of("id"));
      String id = id(request);
      return board.all().stream().anyMatch(it -> it.route().equals(id))
          ? endpoint.answer(request)
          : Problems.of(404, QueryParameters.said(request, "request.route.unknown", id), request);
    };
  }

  private Response list(Request request) throws SQLException {
    QueryParameters.only(request, Set.of());
    return Json.of(Map.of("routes", board.all().stream().map(RouteOperations::told).toList()));
  }

  private Response show(Request request) throws SQLException {
    String id = id(request);
    List<Map<String, Object>> nodes =
        board.all().stream()
            .filter(it -> it.route().equals(id))
            .map(RouteOperations::told)
            .toList();
    return Json.of(Map.of("route", id, "nodes", nodes));
  }

  private static Map<String, Object> told(RouteStates.ListedRoute entry) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("node", entry.node());
    told.put("route", entry.route());
    told.put("description", entry.description());
    told.put("schedule", entry.schedule());
    told.put("state", entry.state());
    entry.nextRun().ifPresent(it -> told.put("next_run", it.toString()));
    entry.lastRun().ifPresent(it -> told.put("last_run", told(it)));
    return told;
  }

  private static Map<String, Object> told(RouteStates.Run run) {
    Map<String, Object> told = new LinkedHashMap<>();
    run.scheduledAt().ifPresent(it -> told.put("scheduled_at", it.toString()));
    told.put("started_at", run.startedAt().toString());
    told.put("finished_at", run.finishedAt().toString());
    told.put("completed", run.completed());
    told.put("message", run.message());
    told.put("files", run.files());
    told.put("unchanged", run.unchanged());
    return told;
  }
}
