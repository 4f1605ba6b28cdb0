package io.yanmen.console.load;

import io.yanmen.console.page.DateParams;
import io.yanmen.console.page.Page;
import io.yanmen.console.page.PageLayout;
import io.yanmen.console.page.SourceOptions;
import io.yanmen.console.page.TemplateRenderer;
import io.yanmen.console.page.TimeFormat;
import io.yanmen.console.web.ConsoleParts;
import io.yanmen.console.web.Params;
import io.yanmen.console.web.Request;
import io.yanmen.console.web.Response;
import io.yanmen.console.web.Router;
import io.yanmen.model.Language;
import io.yanmen.model.message.UserError;
import io.yanmen.model.text.ShownText;
import io.yanmen.service.held.HeldLoads;
import io.yanmen.service.inbox.WaitingList;
import io.yanmen.warehouse.history.LoadList;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was loaded, what waits, and where to drop more. */
public final class LoadsPage implements Page {
  static final List<String> STATUSES =
      List.of("loaded", "partly_loaded", "rejected", "held", "duplicate");
  private static final int ROWS = 50;

  private final TemplateRenderer views;
  private final LoadList loads;
  private final HeldLoads held;
  private final WaitingList waiting;
  private final SourceOptions sources;
  private final TimeFormat times;
  private final DateParams days;

  public LoadsPage(ConsoleParts parts, TemplateRenderer views) {
    this.views = views;
    this.loads = new LoadList(parts.warehouse());
    this.held = new HeldLoads(parts.warehouse());
    this.waiting = new WaitingList(parts.home().waiting(), parts.clock());
    this.sources = new SourceOptions(parts.home());
    this.times = new TimeFormat(parts.clock());
    this.days = new DateParams(parts.clock().getZone());
  }

  /**
   * What the page shows.
   *
   * @param older where the next page is; empty on the last
   * @param first whether this is the newest page
   * @param dropped how many files were just put into the inbox
   */
  public record LoadsContent(
      ChosenFilter chosen,
      List<SourceOptions.Option> sources,
      List<LoadRow> rows,
      String older,
      boolean first,
      List<Held> held,
      List<Waiting> waiting,
      int dropped) {}

  /** What the filters are set to. */
  public record ChosenFilter(String status, String source, String file, String from, String to) {
    static ChosenFilter of(Params query) {
      return new ChosenFilter(
          query.first("status").filter(STATUSES::contains).orElse(""),
          query.first("source").orElse(""),
          query.first("file").orElse(""),
          query.first("from").orElse(""),
          query.first("to").orElse(""));
    }

    /** Whether anything is filtered. */
    public boolean any() {
      return !(status + source + file + from + to).isEmpty();
    }

    private Map<String, String> all() {
      Map<String, String> all = new LinkedHashMap<>();
      all.put("status", status);
      all.put("source", source);
      all.put("file", file);
      all.put("from", from);
      all.put("to", to);
      return all;
    }
  }

  /** A file that waits for a decision. */
  public record Held(long load, String file, String since, List<String> reasons) {}

  /** A file that waits until a trouble has passed. */
  public record Waiting(String name, String since, String reason) {}

  @Override
  public void addTo(Router paths) {
    paths.get("/loads", this::show);
  }

  private Response show(Request request) throws SQLException, IOException {
    ChosenFilter chosen = ChosenFilter.of(request.query());
    long before = before(request);
    List<LoadList.ListedLoad> found = loads.page(filter(chosen), before, ROWS + 1);
    boolean more = found.size() > ROWS;
    List<LoadList.ListedLoad> shown = more ? found.subList(0, ROWS) : found;
    List<SourceOptions.Option> options = sources.all(request.language());
    LoadsContent page =
        new LoadsContent(
            chosen,
            options,
            shown.stream().map(it -> LoadRow.of(it, options, times)).toList(),
            more ? older(chosen, shown.get(ROWS - 1).id()) : "",
            before == Long.MAX_VALUE,
            held(request.language()),
            waiting(),
            request.query().number("dropped", 0, 0, 10_000));
    return views.page("loads", views.frame("loads", request), page);
  }

  private static long before(Request request) {
    Optional<String> before = request.query().first("before");
    if (before.isEmpty()) {
      return Long.MAX_VALUE;
    }
    if (!before.get().matches("\\d{1,18}")) {
      throw new UserError("request.loads.before");
    }
    return Long.parseLong(before.get());
  }

  private LoadList.Filter filter(ChosenFilter chosen) {
    return new LoadList.Filter(
        chosen.status(),
        chosen.source(),
        chosen.file(),
        days.startOf(chosen.from()),
        days.endOf(chosen.to()));
  }

  private static String older(ChosenFilter chosen, long before) {
    List<String> parts = new ArrayList<>();
    chosen
        .all()
        .forEach(
            (name, value) -> {
              if (!value.isEmpty()) {
                parts.add(name + "=" + PageLayout.encoded(value));
              }
            });
    parts.add("before=" + before);
    return "/loads?" + String.join("&", parts);
  }

  private List<Held> held(Language language) throws SQLException {
    return held.all().stream()
        .map(
            it ->
                new Held(
                    it.load(),
                    ShownText.line(it.fileName()),
                    times.minute(it.heldAt()),
                    it.reasons().stream()
                        .map(why -> language == Language.ZH ? why.zh() : why.en())
                        .toList()))
        .toList();
  }

  private List<Waiting> waiting() throws IOException {
    return waiting.all().stream()
        .map(
            it ->
                new Waiting(
                    ShownText.line(it.name()),
                    times.minute(it.since()),
                    ShownText.line(it.reason(), 300)))
        .toList();
  }
}
