package io.yanmen.command.inspect;

import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.CatalogFiles;
import io.yanmen.command.option.ExitCode;
import io.yanmen.command.option.FileArguments;
import io.yanmen.command.option.GlobalOptions;
import io.yanmen.command.option.RootCommand;
import io.yanmen.command.option.SourceArgument;
import io.yanmen.model.Language;
import io.yanmen.model.Observation;
import io.yanmen.model.outcome.Acceptance;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.ArrivalDay;
import io.yanmen.reading.DryRun;
import io.yanmen.reading.FileReading;
import io.yanmen.reading.FindingSink;
import io.yanmen.reading.format.FileTableReader;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.source.Source;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
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

/** {@code yanmen inspect}: what would be loaded of a file; starts neither Camel nor a database. */
@Command(name = "inspect", resourceBundle = "io.yanmen.command.Help")
public final class InspectCommand implements Callable<Integer> {
  enum Format {
    TABLE,
    CSV,
    JSON
  }

  @ParentCommand private @Nullable RootCommand yanmen;

  @Parameters(index = "0", paramLabel = "FILE")
  private @Nullable Path file;

  @Option(names = "--format", paramLabel = "table|csv|json", defaultValue = "table")
  private Format format = Format.TABLE;

  @Option(names = "--source", paramLabel = "CODE")
  private @Nullable String sourceCode;

  @Option(names = "--explain", paramLabel = "CELL", arity = "0..1", fallbackValue = "")
  private @Nullable String explain;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    GlobalOptions global = Objects.requireNonNull(yanmen).global();
    Path read = FileArguments.readable(Objects.requireNonNull(file));
    Source source = SourceArgument.find(global.home(), sourceCode);
    Catalog catalog = CatalogFiles.load();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    String name = Objects.requireNonNull(read.getFileName()).toString();
    FileTableReader tables = new FileTableReader(ReadLimits.DEFAULT);
    if (explain != null) {
      Optional<CellArgument> cell =
          Optional.of(explain).filter(it -> !it.isEmpty()).map(CellArgument::of);
      return new Explain(catalog, tables, global.language(), out).explain(read, name, source, cell);
    }
    FindingText text = new FindingText(global.language(), name, err);
    FindingWriter writer = writer(out, catalog, global.language());
    FileReading reading = new FileReading(catalog, tables).arrivedOn(ArrivalDay.of(Instant.now()));
    writer.begin(name);
    int code;
    try {
      DryRun.DryRunResult result =
          new DryRun(reading.of(read, name, source)).run(both(writer, text));
      result.reading().notes().forEach(text::note);
      Acceptance acceptance = result.acceptance(source.toleratedShare());
      acceptance
          .objection()
          .ifPresent(
              objection -> {
                writer.rejection(objection);
                text.rejection(objection);
              });
      text.summary(result);
      code = acceptance.isWhole() ? ExitCode.OK : ExitCode.REJECTED;
    } catch (UnreadableFileException e) {
      writer.rejection(e.rejection());
      text.rejection(e.rejection());
      code = ExitCode.REJECTED;
    }
    writer.end();
    out.flush();
    return code;
  }

  private FindingWriter writer(PrintWriter out, Catalog catalog, Language language) {
    return switch (format) {
      case CSV -> new CsvFindings(out, catalog);
      case JSON -> new JsonFindings(out, catalog);
      case TABLE -> new TableFindings(out, catalog, language);
    };
  }

  private static FindingSink both(FindingWriter writer, FindingText text) {
    return new FindingSink() {
      @Override
      public void observation(Observation observation) {
        writer.observation(observation);
      }

      @Override
      public void rejection(Rejection rejection) {
        writer.rejection(rejection);
        text.rejection(rejection);
      }
    };
  }
}
