package io.yanmen.console.today;

import io.yanmen.console.page.Frame;
import io.yanmen.console.page.SourceOptions;
import io.yanmen.console.page.Times;
import io.yanmen.console.page.Views;
import io.yanmen.console.web.ConsoleParts;
import io.yanmen.console.web.Paths;
import io.yanmen.console.web.Reply;
import io.yanmen.console.web.Request;
import io.yanmen.service.schedule.RouteBoard;
import io.yanmen.warehouse.history.DayBoard;
import io.yanmen.warehouse.history.LoadHistory;
import io.yanmen.warehouse.history.LoadList;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether all is well, in one look. */
public final class TodayPage {
  private static final int LOADS = 10;
  private static final int FIRINGS = 12;
  private static final int NEXT = 6;

  private final Views views;
  private final Times times;
  private final Matters matters;
  private final LoadHistory loads;
  private final DayBoard day;
  private final RouteBoard routes;
  private final SourceOptions sources;

  public TodayPage(ConsoleParts parts, Views views) {
    this.views = views;
    this.times = new Times(parts.clock());
    this.matters = new Matters(parts);
    this.loads = new LoadHistory(parts.warehouse());
    this.day = new DayBoard(parts.warehouse());
    this.routes = new RouteBoard(parts.warehouse());
    this.sources = new SourceOptions(parts.home());
  }

  public void addTo(Paths paths) {
    paths.get("/", this::show);
  }

  /** What the template shows. */
  public record Today(
      Times times,
      List<Matter> matters,
      List<DayBoard.Count> counts,
      List<DayBoard.Firing> firings,
      List<LoadList.Entry> loads,
      List<RouteBoard.Entry> next,
      List<SourceOptions.Option> sources) {
    public Today {
      matters = List.copyOf(matters);
      counts = List.copyOf(counts);
      firings = List.copyOf(firings);
      loads = List.copyOf(loads);
      next = List.copyOf(next);
      sources = List.copyOf(sources);
    }

    /** The worst that there is: good, warn, held or bad. */
    public String weight() {
      return List.of("bad", "held", "warn").stream()
          .filter(weight -> matters.stream().anyMatch(it -> it.weight().equals(weight)))
          .findFirst()
          .orElse("good");
    }

    public String source(LoadList.Entry load) {
      return SourceOptions.nameOf(load.source(), sources);
    }

    public String time(Instant moment) {
      return times.brief(moment);
    }

    public String length(DayBoard.Firing firing) {
      return firing
          .finishedAt()
          .map(it -> Times.length(java.time.Duration.between(firing.startedAt(), it)))
          .orElse("…");
    }
  }

  private Reply show(Request request) throws SQLException, IOException {
    Frame frame = views.frame("today", request);
    Instant evening = times.lastEvening();
    List<LoadList.Entry> sinceEvening = loads.since(evening, 1_000);
    return views.page(
        "today",
        frame,
        new Today(
            times,
            matters.all(frame.messages(), sinceEvening),
            day.loads(evening),
            day.firings(Optional.empty(), evening, FIRINGS),
            sinceEvening.stream().limit(LOADS).toList(),
            next(),
            sources.all(request.language())));
  }

  private List<RouteBoard.Entry> next() throws SQLException {
    return routes.all().stream()
        .filter(it -> it.nextRun().isPresent())
        .sorted(Comparator.comparing(it -> it.nextRun().orElseThrow()))
        .limit(NEXT)
        .toList();
  }
}
