package io.yanmen.console.trial;

import io.yanmen.catalog.Catalog;
import io.yanmen.console.load.InboxDrop;
import io.yanmen.console.load.LoadActions;
import io.yanmen.console.load.RefusedGroup;
import io.yanmen.console.page.Page;
import io.yanmen.console.page.SourceOptions;
import io.yanmen.console.page.TemplateRenderer;
import io.yanmen.console.web.ConsoleParts;
import io.yanmen.console.web.Request;
import io.yanmen.console.web.Response;
import io.yanmen.console.web.Router;
import io.yanmen.console.web.Upload;
import io.yanmen.model.message.Messages;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.DryRun;
import io.yanmen.reading.format.FileTableReader;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.source.Source;
import io.yanmen.service.ingest.LoadPreview;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what a load would make of a file, without loading or keeping it. */
public final class TryPage implements Page {
  private static final int AT_ONCE = 2;

  private final TemplateRenderer views;
  private final SourceOptions sources;
  private final Catalog catalog;
  private final LoadPreview trial;
  private final Path uploads;
  private final long patienceSeconds;

  public TryPage(ConsoleParts parts, TemplateRenderer views) {
    this(
        parts,
        views,
        new LoadPreview(
            parts.catalog(),
            new FileTableReader(ReadLimits.DEFAULT),
            parts.warehouse(),
            patience(parts),
            AT_ONCE));
  }

  TryPage(ConsoleParts parts, TemplateRenderer views, LoadPreview trial) {
    this.views = views;
    this.sources = new SourceOptions(parts.home());
    this.catalog = parts.catalog();
    this.trial = trial;
    this.uploads = parts.home().uploads();
    this.patienceSeconds = patience(parts).toSeconds();
  }

  private static Duration patience(ConsoleParts parts) {
    return Duration.ofMillis(Long.parseLong(parts.settings().get("yanmen.console.trial-limit")));
  }

  /** What the page shows: a form, and what was tried. */
  public record TryContent(
      List<SourceOptions.Option> sources, String source, List<TryResult> results) {}

  /**
   * What was found in one file.
   *
   * @param trouble a key of the texts where nothing could be found out; else empty
   * @param limit for that text: the seconds that a trial may take
   * @param refused whether a load would refuse the file as a whole
   */
  public record TryResult(
      String file,
      String trouble,
      long limit,
      boolean refused,
      long observations,
      long rejected,
      long cells,
      List<TrialFindings.Line> lines,
      List<RefusedGroup> groups,
      List<String> notes) {
    static TryResult trouble(String file, String trouble, long limit) {
      return new TryResult(file, trouble, limit, false, 0, 0, 0, List.of(), List.of(), List.of());
    }
  }

  @Override
  public void addTo(Router paths) {
    paths.get("/try", request -> show(request, List.of()));
    paths.post("/try", this::attempt);
  }

  private Response show(Request request, List<TryResult> results) {
    TryContent page =
        new TryContent(
            sources.all(request.language()), request.form().first("source").orElse(""), results);
    return views.page("try", views.frame("loads", request), page);
  }

  private Response attempt(Request request) throws IOException, SQLException {
    Source source = sources.find(request.form().first("source").orElse(""));
    List<Upload> files = LoadActions.filesOf(request);
    if (request.query().first("format").filter("csv"::equals).isPresent()) {
      return csv(request, files.get(0), source);
    }
    List<TryResult> results = new ArrayList<>();
    for (Upload file : files) {
      results.add(result(file, source, views.texts().in(request.language())));
    }
    boolean busy = results.stream().anyMatch(it -> it.trouble().equals("loads.try.busy"));
    Response reply =
        request.query().first("part").isPresent()
            ? views.page("trial", views.frame("loads", request), results)
            : show(request, results);
    return busy ? reply.withStatus(503).with("Retry-After", "10") : reply;
  }

  private TryResult result(Upload file, Source source, Messages messages)
      throws IOException, SQLException {
    String name = InboxDrop.nameOf(file.fileName());
    TrialFindings findings = new TrialFindings(catalog, messages);
    try {
      Optional<DryRun.DryRunResult> found = trial.run(file.content(), name, source, findings);
      if (found.isEmpty()) {
        return TryResult.trouble(name, "loads.try.busy", 0);
      }
      DryRun.DryRunResult it = found.get();
      Optional<Rejection> objection = it.acceptance(source.toleratedShare()).objection();
      objection.ifPresent(findings::rejection);
      return new TryResult(
          name,
          "",
          0,
          objection.isPresent(),
          it.observations(),
          it.rejected(),
          it.reading().cellsRead(),
          findings.lines(),
          findings.groups(),
          it.reading().notes().stream().map(messages::note).toList());
    } catch (UnreadableFileException e) {
      findings.rejection(e.rejection());
      return new TryResult(name, "", 0, true, 0, 1, 0, List.of(), findings.groups(), List.of());
    } catch (LoadPreview.TooSlowException e) {
      return TryResult.trouble(name, "loads.try.slow", patienceSeconds);
    }
  }

  /** All that was found, for a spreadsheet program. */
  private Response csv(Request request, Upload file, Source source)
      throws IOException, SQLException {
    String name = InboxDrop.nameOf(file.fileName());
    Path csv = Files.createTempFile(uploads, "try-", ".csv");
    boolean whole = false;
    try (TrialCsv findings = new TrialCsv(csv, catalog)) {
      whole = trial.run(file.content(), name, source, findings).isPresent();
    } catch (UnreadableFileException | LoadPreview.TooSlowException e) {
      // The page says it in full.
      whole = false;
    } finally {
      if (!whole) {
        Files.deleteIfExists(csv);
      }
    }
    return whole
        ? Response.passing(csv, Response.CSV).saved(name + ".csv")
        : show(request, List.of(result(file, source, views.texts().in(request.language()))));
  }
}
