package io.yanmen.console.load;

import io.yanmen.console.page.MessagePages;
import io.yanmen.console.page.Page;
import io.yanmen.console.page.SourceOptions;
import io.yanmen.console.page.TemplateRenderer;
import io.yanmen.console.page.TimeFormat;
import io.yanmen.console.web.ConsoleParts;
import io.yanmen.console.web.Request;
import io.yanmen.console.web.Response;
import io.yanmen.console.web.Router;
import io.yanmen.model.message.Messages;
import io.yanmen.model.message.UserError;
import io.yanmen.model.text.ShownText;
import io.yanmen.warehouse.history.LoadFindings;
import io.yanmen.warehouse.history.LoadList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One load: what became of it, why, its files, and what can be done. */
public final class LoadPage implements Page {
  private static final int ROWS_OF_A_CODE = 20;
  private static final int MOST_UNSHOWN = 200;
  private static final Pattern LIKE_LOAD = Pattern.compile("(?:held as )?load (\\d{1,18})");

  /** The report of a file brings its style along and needs nothing else. */
  private static final String REPORT_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none';"
          + " sandbox allow-downloads";

  private final TemplateRenderer views;
  private final MessagePages plain;
  private final LoadList loads;
  private final LoadFindings findings;
  private final LoadFiles files;
  private final SourceOptions sources;
  private final TimeFormat times;

  public LoadPage(ConsoleParts parts, TemplateRenderer views, MessagePages plain) {
    this.views = views;
    this.plain = plain;
    this.loads = new LoadList(parts.warehouse());
    this.findings = new LoadFindings(parts.warehouse());
    this.files = new LoadFiles(parts.home(), parts.clock().getZone());
    this.sources = new SourceOptions(parts.home());
    this.times = new TimeFormat(parts.clock());
  }

  /**
   * What the page shows.
   *
   * @param like the load that had the same bytes; 0 if there is none
   * @param took how long it took, in seconds
   * @param size of the file in bytes; negative if the archive has it no more
   * @param filedAs below {@code data/}; empty if it lies there no more
   * @param done what was just done, a key of the texts; empty if nothing
   */
  public record LoadContent(
      LoadRow load,
      String message,
      long like,
      String sourceCode,
      String received,
      String finished,
      String took,
      long cells,
      String sha256,
      long size,
      String filedAs,
      boolean hasReport,
      boolean hasMarked,
      boolean again,
      Optional<Decided> decided,
      List<RefusedGroup> refused,
      List<RefusedGroup> doubts,
      List<LoadFindings.Unshown> unshown,
      String done) {
    /** Figures in doubt, loaded or not. */
    public long doubted() {
      return doubts.stream().mapToLong(RefusedGroup::count).sum();
    }
  }

  /** What a person decided on it. */
  public record Decided(boolean released, String by, String when, String reason) {}

  @Override
  public void addTo(Router paths) {
    paths.get("/loads/{id}", this::show);
    paths.get("/loads/{id}/original", this::original);
    paths.get("/loads/{id}/report", this::report);
    paths.get("/loads/{id}/marked", this::marked);
    // What the report calls the workbook beside it.
    paths.get("/loads/{id}/{name}", this::named);
  }

  /** The number of a load in the path. */
  static long idOf(Request request) {
    String id = request.query().first("id").orElse("");
    if (!id.matches("\\d{1,18}")) {
      throw new UserError("request.load.number", id);
    }
    return Long.parseLong(id);
  }

  private Response show(Request request) throws SQLException, IOException {
    Optional<LoadList.ListedLoad> load = loads.find(idOf(request));
    return load.isPresent()
        ? views.page(
            "load",
            views.frame("loads", request),
            page(
                load.get(),
                views.texts().in(request.language()),
                request.query().first("done").orElse("")))
        : plain.error(404, "", request);
  }

  private LoadContent page(LoadList.ListedLoad load, Messages messages, String done)
      throws SQLException, IOException {
    List<SourceOptions.Option> options = sources.all(messages.language());
    Optional<Path> original = files.original(load);
    Matcher like = LIKE_LOAD.matcher(load.message());
    Optional<LoadFindings.Decision> decision = findings.decision(load.id());
    return new LoadContent(
        LoadRow.of(load, options, times),
        load.message(),
        load.status().equals("duplicate") && like.matches() ? Long.parseLong(like.group(1)) : 0,
        load.source(),
        times.whole(load.receivedAt()),
        times.whole(load.finishedAt()),
        "%.1f".formatted(Duration.between(load.startedAt(), load.finishedAt()).toMillis() / 1000.0),
        load.cellsRead(),
        load.sha256(),
        original.isPresent() ? Files.size(original.get()) : -1,
        ShownText.line(files.filedAs(load).orElse("")),
        files.report(load).isPresent(),
        files.marked(load).isPresent(),
        LoadAgain.isWorthIt(load) && original.isPresent(),
        decision.map(it -> new Decided(it.released(), it.by(), times.minute(it.at()), it.reason())),
        findings.rejections(load.id(), ROWS_OF_A_CODE).stream()
            .map(it -> RefusedGroup.of(it, messages))
            .toList(),
        findings.warnings(load.id(), ROWS_OF_A_CODE).stream()
            .map(it -> RefusedGroup.of(it, messages))
            .toList(),
        findings.unshown(load.id(), MOST_UNSHOWN),
        LoadActions.DONE.contains(done) ? done : "");
  }

  private Response original(Request request) throws SQLException {
    Optional<LoadList.ListedLoad> load = loads.find(idOf(request));
    if (load.isEmpty()) {
      return plain.error(404, "", request);
    }
    String elsewhere = views.texts().in(request.language()).text("loads.original.gone");
    return files
        .original(load.get())
        .map(it -> Response.file(it, "application/octet-stream").saved(load.get().fileName()))
        .orElseGet(() -> plain.error(404, elsewhere, request));
  }

  private Response report(Request request) throws SQLException, IOException {
    Optional<LoadList.ListedLoad> load = loads.find(idOf(request));
    Optional<Path> report = load.isPresent() ? files.report(load.get()) : Optional.empty();
    return report
        .map(it -> Response.file(it, Response.HTML).with("Content-Security-Policy", REPORT_POLICY))
        .orElseGet(() -> plain.error(404, "", request));
  }

  private Response marked(Request request) throws SQLException, IOException {
    return marked(request, "");
  }

  private Response named(Request request) throws SQLException, IOException {
    return marked(request, request.query().first("name").orElse("/"));
  }

  /**
   * @param name that it has to have; empty for any
   */
  private Response marked(Request request, String name) throws SQLException, IOException {
    Optional<LoadList.ListedLoad> load = loads.find(idOf(request));
    Optional<Path> marked = load.isPresent() ? files.marked(load.get()) : Optional.empty();
    return marked
        .filter(it -> name.isEmpty() || name.equals(String.valueOf(it.getFileName())))
        .map(it -> Response.file(it, Response.XLSX).saved(String.valueOf(it.getFileName())))
        .orElseGet(() -> plain.error(404, "", request));
  }
}
