package io.yanmen.command.data;

import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.CatalogFiles;
import io.yanmen.command.option.ExitCode;
import io.yanmen.command.option.FileArguments;
import io.yanmen.command.option.GlobalOptions;
import io.yanmen.command.option.Progress;
import io.yanmen.command.option.ReportOutput;
import io.yanmen.command.option.RootCommand;
import io.yanmen.command.option.SourceArgument;
import io.yanmen.command.option.Terminal;
import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;
import io.yanmen.model.outcome.Verdict;
import io.yanmen.model.text.ShownText;
import io.yanmen.reading.FileReading;
import io.yanmen.reading.format.FileTableReader;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.source.Source;
import io.yanmen.report.ConsoleReport;
import io.yanmen.service.calendar.ReportingCalendar;
import io.yanmen.service.calendar.ReportingDuties;
import io.yanmen.service.home.TemporaryFolder;
import io.yanmen.service.ingest.CommandLineLoad;
import io.yanmen.service.ingest.FiledFile;
import io.yanmen.service.ingest.PlacedReports;
import io.yanmen.service.ingest.WarehouseLoadStep;
import io.yanmen.service.land.FileChangedException;
import io.yanmen.service.schedule.RouteCommandQueue;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.connection.AdvisoryLock;
import io.yanmen.warehouse.history.LoadPlaces;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code yanmen load}: loads files now and prints a report on each. */
@Command(name = "load", resourceBundle = "io.yanmen.command.Help")
public final class LoadCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(LoadCommand.class);
  private static final int MOST_SHOWN = 20;

  @ParentCommand private @Nullable RootCommand yanmen;

  @Parameters(arity = "1..*", paramLabel = "FILE")
  private List<Path> files = List.of();

  @Option(names = "--source", paramLabel = "CODE")
  private @Nullable String sourceCode;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws SQLException, IOException {
    GlobalOptions global = Objects.requireNonNull(yanmen).global();
    global.useLogFormat();
    List<Path> readable = files.stream().map(FileArguments::readable).toList();
    Source source = SourceArgument.find(global.home(), sourceCode);
    Catalog catalog = CatalogFiles.load();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Language language = global.language();
    ConsoleReport report = new ConsoleReport(language, MOST_SHOWN, Terminal.hasColour());
    int code = ExitCode.OK;
    try (TemporaryFolder temporary = TemporaryFolder.of(global.home());
        Warehouse warehouse = Warehouse.open(global.warehouse(), catalog);
        AdvisoryLock noReplay =
            AdvisoryLock.shared(warehouse.dataSource(), RouteCommandQueue.WRITER_LOCK)) {
      LOG.debug("Loading; no replay may begin: {}", noReplay.isHeld());
      ReportingDuties.tell(
          global.home().sources(), new ReportingCalendar(warehouse.dataSource()), false);
      Progress progress = new Progress(language);
      FileReading reading = new FileReading(catalog, new FileTableReader(ReadLimits.DEFAULT));
      AtomicInteger waiting = new AtomicInteger(readable.size());
      WarehouseLoadStep loading =
          new WarehouseLoadStep(
              reading,
              warehouse.dataSource(),
              temporary.path(),
              (figures, landed) -> progress.shown(figures, landed.name()),
              () -> waiting.get() > 0);
      CommandLineLoad load =
          new CommandLineLoad(
              global.home(),
              loading,
              new PlacedReports(
                  global.home(),
                  new LoadPlaces(warehouse.dataSource()),
                  ReportOutput.in(language, catalog, temporary)),
              Clock.system(ZoneId.systemDefault()));
      for (Path file : readable) {
        waiting.decrementAndGet();
        try {
          FiledFile filed = load.load(file, source);
          out.print(report.of(filed.outcome()));
          out.println("    " + reportBeside(filed.file()));
          if (!isWhole(Verdict.of(filed.outcome()))) {
            code = ExitCode.REJECTED;
          }
        } catch (FileChangedException e) {
          String name = ShownText.escaped(file.toString());
          out.println(Messages.of(language).whole("cli.load.unfinished", name));
          code = ExitCode.REJECTED;
        }
        out.flush();
      }
      loading.settle();
    }
    return code;
  }

  private static boolean isWhole(Verdict verdict) {
    return verdict == Verdict.LOADED || verdict == Verdict.DUPLICATE;
  }

  private static String reportBeside(Path file) {
    return file + ".report.html";
  }
}
