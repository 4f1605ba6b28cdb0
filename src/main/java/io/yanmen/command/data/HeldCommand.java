package io.yanmen.command.data;

import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.CatalogFiles;
import io.yanmen.command.option.ExitCode;
import io.yanmen.command.option.GlobalOptions;
import io.yanmen.command.option.ReportOutput;
import io.yanmen.command.option.RootCommand;
import io.yanmen.command.option.Terminal;
import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;
import io.yanmen.model.message.UserError;
import io.yanmen.model.outcome.Verdict;
import io.yanmen.reading.FileReading;
import io.yanmen.reading.format.FileTableReader;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.report.ConsoleReport;
import io.yanmen.service.held.HeldFiles;
import io.yanmen.service.held.HeldLoads;
import io.yanmen.service.home.TemporaryFolder;
import io.yanmen.service.ingest.FiledFile;
import io.yanmen.service.ingest.PlacedReports;
import io.yanmen.service.ingest.WarehouseLoadStep;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.history.LoadPlaces;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code yanmen held}: the files that wait for a person's decision. */
@Command(name = "held", resourceBundle = "io.yanmen.command.Help")
public final class HeldCommand implements Callable<Integer> {
  private static final int MOST_SHOWN = 20;

  @ParentCommand private @Nullable RootCommand yanmen;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws SQLException, IOException {
    return list();
  }

  /** What is done with the held files of an open warehouse. */
  private interface HeldWork {
    int on(HeldFiles held, HeldText text) throws SQLException, IOException;
  }

  private int with(HeldWork work) throws SQLException, IOException {
    GlobalOptions global = Objects.requireNonNull(yanmen).global();
    Language language = global.language();
    Catalog catalog = CatalogFiles.load();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    ConsoleReport report = new ConsoleReport(language, MOST_SHOWN, Terminal.hasColour());
    try (TemporaryFolder temporary = TemporaryFolder.of(global.home());
        Warehouse warehouse = Warehouse.open(global.warehouse(), catalog)) {
      FileReading reading = new FileReading(catalog, new FileTableReader(ReadLimits.DEFAULT));
      HeldFiles held =
          new HeldFiles(
              global.home(),
              new HeldLoads(warehouse.dataSource()),
              new WarehouseLoadStep(reading, warehouse.dataSource(), temporary.path()),
              new PlacedReports(
                  global.home(),
                  new LoadPlaces(warehouse.dataSource()),
                  ReportOutput.in(language, catalog, temporary)),
              Clock.system(ZoneId.systemDefault()));
      int code = work.on(held, new HeldText(Messages.of(language), report, out));
      out.flush();
      return code;
    }
  }

  @Command(name = "list", resourceBundle = "io.yanmen.command.Help")
  int list() throws SQLException, IOException {
    return with(
        (held, text) -> {
          List<HeldLoads.HeldLoad> all = held.all();
          text.list(all);
          return ExitCode.OK;
        });
  }

  @Command(name = "release", resourceBundle = "io.yanmen.command.Help")
  int release(
      @Parameters(paramLabel = "ID") long id,
      @Option(names = "--by", paramLabel = "NAME") @Nullable String by)
      throws SQLException, IOException {
    return with(
        (held, text) -> {
          FiledFile filed = known(held.release(id, person(by)), id);
          text.decided(filed);
          Verdict verdict = Verdict.of(filed.outcome());
          return verdict == Verdict.LOADED ? ExitCode.OK : ExitCode.REJECTED;
        });
  }

  @Command(name = "reject", resourceBundle = "io.yanmen.command.Help")
  int reject(
      @Parameters(paramLabel = "ID") long id,
      @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "") String reason,
      @Option(names = "--by", paramLabel = "NAME") @Nullable String by)
      throws SQLException, IOException {
    return with(
        (held, text) -> {
          text.decided(known(held.reject(id, person(by), reason), id));
          return ExitCode.OK;
        });
  }

  private static FiledFile known(Optional<FiledFile> filed, long id) {
    return filed.orElseThrow(() -> new UserError("usage.held.unknown", id));
  }

  private static String person(@Nullable String by) {
    return by == null || by.isBlank() ? System.getProperty("user.name", "?") : by;
  }
}
