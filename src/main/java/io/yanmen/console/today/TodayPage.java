package io.yanmen.console.today;

import io.yanmen.console.page.Page;
import io.yanmen.console.page.PageLayout;
import io.yanmen.console.page.SourceOptions;
import io.yanmen.console.page.TemplateRenderer;
import io.yanmen.console.page.TimeFormat;
import io.yanmen.console.web.ConsoleParts;
import io.yanmen.console.web.Request;
import io.yanmen.console.web.Response;
import io.yanmen.console.web.Router;
import io.yanmen.service.schedule.RouteStates;
import io.yanmen.warehouse.history.LoadHistory;
import io.yanmen.warehouse.history.LoadList;
import io.yanmen.warehouse.history.RecentActivity;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether all is well, in one look. */
public final class TodayPage implements Page {
  private static final int LOADS = 10;
  private static final int FIRINGS = 12;
  private static final int NEXT = 6;

  private final TemplateRenderer views;
  private final TimeFormat times;
  private final OpenIssues matters;
  private final LoadHistory loads;
  private final RecentActivity day;
  private final RouteStates routes;
  private final SourceOptions sources;

  public TodayPage(ConsoleParts parts, TemplateRenderer views) {
    this.views = views;
    this.times = new TimeFormat(parts.clock());
    this.matters = new OpenIssues(parts);
    this.loads = new LoadHistory(parts.warehouse());
    this.day = new RecentActivity(parts.warehouse());
    this.routes = new RouteStates(parts.warehouse());
    this.sources = new SourceOptions(parts.home());
  }

  @Override
  public void addTo(Router paths) {
    paths.get("/", this::show);
  }

  /** What the template shows. */
  public record Today(
      TimeFormat times,
      List<OpenIssue> matters,
      List<RecentActivity.Count> counts,
      List<RecentActivity.Firing> firings,
      List<LoadList.ListedLoad> loads,
      List<RouteStates.ListedRoute> next,
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

    public String source(LoadList.ListedLoad load) {
      return SourceOptions.nameOf(load.source(), sources);
    }

    public String time(Instant moment) {
      return times.brief(moment);
    }

    public String length(RecentActivity.Firing firing) {
      return firing
          .finishedAt()
          .map(it -> TimeFormat.length(java.time.Duration.between(firing.startedAt(), it)))
          .orElse("…");
    }
  }

  private Response show(Request request) throws SQLException, IOException {
    PageLayout frame = views.frame("today", request);
    Instant evening = times.lastEvening();
    List<LoadList.ListedLoad> sinceEvening = loads.since(evening, 1_000);
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

  private List<RouteStates.ListedRoute> next() throws SQLException {
    return routes.all().stream()
        .filter(it -> it.nextRun().isPresent())
        .sorted(Comparator.comparing(it -> it.nextRun().orElseThrow()))
        .limit(NEXT)
        .toList();
  }
}
