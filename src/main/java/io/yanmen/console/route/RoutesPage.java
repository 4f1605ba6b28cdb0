package io.yanmen.console.route;

import io.yanmen.console.page.Page;
import io.yanmen.console.page.PageLayout;
import io.yanmen.console.page.TemplateRenderer;
import io.yanmen.console.page.TimeFormat;
import io.yanmen.console.web.ConsoleParts;
import io.yanmen.console.web.LiveContext;
import io.yanmen.console.web.Request;
import io.yanmen.console.web.Response;
import io.yanmen.console.web.Router;
import io.yanmen.model.message.UserError;
import io.yanmen.service.schedule.RouteStates;
import io.yanmen.service.schedule.RouteText;
import io.yanmen.service.schedule.RouteTraffic;
import io.yanmen.warehouse.history.RecentActivity;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The routes: how they are, when they ran and run, and what an operator does to them. */
public final class RoutesPage implements Page {
  private static final Duration SHOWN = Duration.ofDays(30);
  private static final int MOST_FIRINGS = 60;

  private final TemplateRenderer views;
  private final TimeFormat times;
  private final RouteStates board;
  private final RecentActivity day;
  private final RouteActions actions;
  private final LiveContext live;
  private final Path folder;

  public RoutesPage(ConsoleParts parts, TemplateRenderer views, LiveContext live) {
    this.views = views;
    this.times = new TimeFormat(parts.clock());
    this.board = new RouteStates(parts.warehouse());
    this.day = new RecentActivity(parts.warehouse());
    this.actions = new RouteActions(parts.warehouse());
    this.live = live;
    this.folder = parts.home().routes();
  }

  @Override
  public void addTo(Router paths) {
    paths.get("/routes", this::list);
    paths.get("/routes/{id}", this::one);
    paths.post("/routes/{id}/pause", it -> done(it, "paused", id -> actions.pause(id)));
    paths.post("/routes/{id}/resume", it -> done(it, "resumed", id -> actions.resume(id)));
    paths.post("/routes/{id}/run", it -> done(it, "asked", id -> actions.run(id)));
  }

  /** A route with what went through it. */
  public record RouteRow(RouteStates.ListedRoute route, Optional<RouteTraffic> traffic) {
    public boolean isScheduled() {
      return !route.schedule().isEmpty();
    }

    public boolean isPaused() {
      return route.state().equals("Suspended");
    }
  }

  /**
   * What the list shows.
   *
   * @param said what was done a moment ago
   */
  public record Routes(
      TimeFormat times, List<RouteRow> scheduled, List<RouteRow> others, Optional<String> said) {
    public Routes {
      scheduled = List.copyOf(scheduled);
      others = List.copyOf(others);
    }

    public String time(Instant moment) {
      return times.brief(moment);
    }

    public String length(Duration length) {
      return TimeFormat.length(length);
    }
  }

  /** What the page of one route shows. */
  public record One(
      TimeFormat times,
      List<RouteRow> nodes,
      List<RecentActivity.Firing> firings,
      Optional<RouteText> text,
      Optional<String> said) {
    public One {
      nodes = List.copyOf(nodes);
      firings = List.copyOf(firings);
    }

    public RouteRow first() {
      return nodes.get(0);
    }

    public String time(Instant moment) {
      return times.whole(moment);
    }

    public String length(RecentActivity.Firing firing) {
      return firing
          .finishedAt()
          .map(it -> TimeFormat.length(Duration.between(firing.startedAt(), it)))
          .orElse("…");
    }
  }

  private List<RouteRow> rows() throws SQLException {
    return board.all().stream()
        .filter(it -> !RouteActions.CONSOLE_ROUTES.contains(it.route()))
        .map(it -> new RouteRow(it, live.get().flatMap(c -> RouteTraffic.of(c, it.route()))))
        .toList();
  }

  private Response list(Request request) throws SQLException {
    List<RouteRow> rows = rows();
    return views.page(
        "routes",
        views.frame("routes", request),
        new Routes(
            times,
            rows.stream().filter(RouteRow::isScheduled).toList(),
            rows.stream().filter(it -> !it.isScheduled()).toList(),
            said(request)));
  }

  private Response one(Request request) throws SQLException, IOException {
    String id = request.query().first("id").orElse("");
    List<RouteRow> nodes = rows().stream().filter(it -> it.route().route().equals(id)).toList();
    if (nodes.isEmpty()) {
      throw new UserError("request.route.unknown", id);
    }
    return views.page(
        "route",
        views.frame("routes", request),
        new One(
            times,
            nodes,
            day.firings(Optional.of(id), times.now().minus(SHOWN), MOST_FIRINGS),
            RouteText.find(folder, id),
            said(request)));
  }

  private static Optional<String> said(Request request) {
    return request.query().first("done").filter(List.of("paused", "resumed", "asked")::contains);
  }

  /** Something done to a route. */
  @FunctionalInterface
  private interface Action {
    void on(String route) throws SQLException;
  }

  private static Response done(Request request, String what, Action action) throws SQLException {
    String id = request.query().first("id").orElse("");
    action.on(id);
    boolean fromList = request.form().first("from").filter("list"::equals).isPresent();
    return Response.redirect(
        (fromList ? "/routes" : "/routes/" + PageLayout.encoded(id)) + "?done=" + what);
  }
}
