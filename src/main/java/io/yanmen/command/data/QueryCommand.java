package io.yanmen.command.data;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.CatalogFiles;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.command.option.ExitCode;
import io.yanmen.command.option.GlobalOptions;
import io.yanmen.command.option.NameArguments;
import io.yanmen.command.option.RootCommand;
import io.yanmen.command.option.Terminal;
import io.yanmen.model.Period;
import io.yanmen.model.message.Messages;
import io.yanmen.model.message.UserError;
import io.yanmen.service.home.TemporaryFolder;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.query.ObservationFilter;
import io.yanmen.warehouse.query.ObservationQuery;
import io.yanmen.warehouse.query.SeriesFilter;
import io.yanmen.warehouse.query.output.OutputFormat;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code yanmen query}: reads figures from the warehouse. */
@Command(name = "query", resourceBundle = "io.yanmen.command.Help")
public final class QueryCommand implements Callable<Integer> {
  @ParentCommand private @Nullable RootCommand yanmen;

  @Option(names = "--area", paramLabel = "C")
  private @Nullable String area;

  @Option(names = "--indicator", paramLabel = "I")
  private @Nullable String indicator;

  @Option(names = "--from", paramLabel = "P")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "P")
  private @Nullable String to;

  @Option(names = "--format", paramLabel = "table|csv|json|xlsx", defaultValue = "table")
  private OutputFormat format = OutputFormat.TABLE;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE")
  private @Nullable Path output;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws SQLException, IOException {
    GlobalOptions global = Objects.requireNonNull(yanmen).global();
    if (format == OutputFormat.XLSX && output == null && Terminal.isOutput()) {
      throw new UserError("usage.query.terminal");
    }
    Catalog catalog = CatalogFiles.load();
    NameArguments named = new NameArguments(new AreaNames(catalog), new IndicatorNames(catalog));
    ObservationFilter filter =
        new ObservationFilter(
            SeriesFilter.of(
                Optional.ofNullable(area).map(named::area).stream().toList(),
                Optional.ofNullable(indicator).map(named::indicator).stream().toList()),
            Optional.ofNullable(from).map(it -> period("--from", it).start()),
            Optional.ofNullable(to).map(it -> period("--to", it).end()));
    try (TemporaryFolder temporary = TemporaryFolder.of(global.home());
        Warehouse warehouse = Warehouse.open(global.warehouse(), catalog)) {
      ObservationQuery query = new ObservationQuery(warehouse.dataSource(), temporary.path());
      long rows = write(query, filter);
      if (rows == 0 && format == OutputFormat.TABLE) {
        Objects.requireNonNull(spec)
            .commandLine()
            .getErr()
            .println(Messages.of(global.language()).text("cli.query.none"));
      }
    }
    return ExitCode.OK;
  }

  private long write(ObservationQuery query, ObservationFilter filter)
      throws SQLException, IOException {
    if (output == null) {
      return query.write(filter, format, System.out);
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(output))) {
      return query.write(filter, format, out);
    }
  }

  private static Period period(String option, String text) {
    try {
      return ObservationFilter.period(text);
    } catch (IllegalArgumentException e) {
      throw new UserError("usage.period.option", option, text);
    }
  }
}
