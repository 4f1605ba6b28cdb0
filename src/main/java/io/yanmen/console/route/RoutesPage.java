package io.yanmen.console.route;

import io.yanmen.console.Console;
import io.yanmen.console.page.Frame;
import io.yanmen.console.page.Times;
import io.yanmen.console.page.Views;
import io.yanmen.console.web.BadRequestException;
import io.yanmen.console.web.ConsoleParts;
import io.yanmen.console.web.LiveContext;
import io.yanmen.console.web.Paths;
import io.yanmen.console.web.Reply;
import io.yanmen.console.web.Request;
import io.yanmen.service.schedule.RouteBoard;
import io.yanmen.service.schedule.RouteText;
import io.yanmen.service.schedule.RouteTraffic;
import io.yanmen.warehouse.history.DayBoard;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The routes: how they are, when they ran and run, and what an operator does to them. */
public final class RoutesPage {
  private static final Duration SHOWN = Duration.ofDays(30);
  private static final int MOST_FIRINGS = 60;

  private final Views views;
  private final Times times;
  private final RouteBoard board;
  private final DayBoard day;
  private final RouteActions actions;
  private final LiveContext live;
  private final Path folder;

  public RoutesPage(ConsoleParts parts, Views views, LiveContext live) {
    this.views = views;
    this.times = new Times(parts.clock());
    this.board = new RouteBoard(parts.warehouse());
    this.day = new DayBoard(parts.warehouse());
    this.actions = new RouteActions(parts.warehouse());
    this.live = live;
    this.folder = parts.home().routes();
  }

  public void addTo(Paths paths) {
    paths.get("/routes", this::list);
    paths.get("/routes/{id}", this::one);
    paths.post("/routes/{id}/pause", it -> done(it, "paused", id -> actions.pause(id)));
    paths.post("/routes/{id}/resume", it -> done(it, "resumed", id -> actions.resume(id)));
    paths.post("/routes/{id}/run", it -> done(it, "asked", id -> actions.run(id)));
  }

  /** A route with what went through it. */
  public record Row(RouteBoard.Entry route, Optional<RouteTraffic> traffic) {
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
  public record Routes(Times times, List<Row> scheduled, List<Row> others, Optional<String> said) {
    public Routes {
      scheduled = List.copyOf(scheduled);
      others = List.copyOf(others);
    }

    public String time(Instant moment) {
      return times.brief(moment);
    }

    public String length(Duration length) {
      return Times.length(length);
    }
  }

  /** What the page of one route shows. */
  public record One(
      Times times,
      List<Row> nodes,
      List<DayBoard.Firing> firings,
      Optional<RouteText> text,
      Optional<String> said) {
    public One {
      nodes = List.copyOf(nodes);
      firings = List.copyOf(firings);
    }

    public Row first() {
      return nodes.get(0);
    }

    public String time(Instant moment) {
      return times.whole(moment);
    }

    public String length(DayBoard.Firing firing) {
      return firing
          .finishedAt()
          .map(it -> Times.length(Duration.between(firing.startedAt(), it)))
          .orElse("…");
    }
  }

  private List<Row> rows() throws SQLException {
    return board.all().stream()
        .filter(it -> !Console.ROUTES.contains(it.route()))
        .map(it -> new Row(it, live.get().flatMap(c -> RouteTraffic.of(c, it.route()))))
        .toList();
  }

  private Reply list(Request request) throws SQLException {
    List<Row> rows = rows();
    return views.page(
        "routes",
        views.frame("routes", request),
        new Routes(
            times,
            rows.stream().filter(Row::isScheduled).toList(),
            rows.stream().filter(it -> !it.isScheduled()).toList(),
            said(request)));
  }

  private Reply one(Request request) throws SQLException, IOException {
    String id = request.query().first("id").orElse("");
    List<Row> nodes = rows().stream().filter(it -> it.route().route().equals(id)).toList();
    if (nodes.isEmpty()) {
      throw new BadRequestException("没有路由 " + id, "there is no route " + id);
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

  private static Reply done(Request request, String what, Action action) throws SQLException {
    String id = request.query().first("id").orElse("");
    action.on(id);
    boolean fromList = request.form().first("from").filter("list"::equals).isPresent();
    return Reply.redirect(
        (fromList ? "/routes" : "/routes/" + Frame.encoded(id)) + "?done=" + what);
  }
}
