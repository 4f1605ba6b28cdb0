package io.yanmen.command.run;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.command.option.ExitCode;
import io.yanmen.command.option.GlobalOptions;
import io.yanmen.command.option.RootCommand;
import io.yanmen.model.message.Messages;
import io.yanmen.service.schedule.RouteCommandQueue;
import io.yanmen.service.schedule.RouteStates;
import io.yanmen.warehouse.Warehouse;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code yanmen route}: the routes of the services, and what people want of them. */
@Command(
    name = "route",
    resourceBundle = "io.yanmen.command.Help",
    subcommands = {RouteListCommand.class, RouteRunCommand.class},
    synopsisSubcommandLabel = "COMMAND")
public final class RouteCommand implements Callable<Integer> {
  @ParentCommand private @Nullable RootCommand yanmen;
  @Spec private @Nullable CommandSpec spec;

  GlobalOptions global() {
    return Objects.requireNonNull(yanmen).global();
  }

  @Override
  public Integer call() {
    CommandSpec known = Objects.requireNonNull(spec);
    known.commandLine().usage(known.commandLine().getErr());
    return ExitCode.USAGE;
  }

  /** On all services, until it is resumed. */
  @Command(name = "pause", resourceBundle = "io.yanmen.command.Help")
  int pause(@Parameters(paramLabel = "NAME") String name) throws SQLException {
    return tell(name, RouteCommandQueue::pause, "cli.route.paused");
  }

  /** Ends a pause. */
  @Command(name = "resume", resourceBundle = "io.yanmen.command.Help")
  int resume(@Parameters(paramLabel = "NAME") String name) throws SQLException {
    return tell(name, RouteCommandQueue::resume, "cli.route.resumed");
  }

  @FunctionalInterface
  private interface Order {
    void give(RouteCommandQueue control, String route) throws SQLException;
  }

  private int tell(String name, Order order, String said) throws SQLException {
    try (Warehouse warehouse = Warehouse.open(global().warehouse(), CatalogFiles.load())) {
      String known = RouteNames.known(new RouteStates(warehouse.dataSource()).all(), name);
      order.give(new RouteCommandQueue(warehouse.dataSource()), known);
      Objects.requireNonNull(spec)
          .commandLine()
          .getOut()
          .println(Messages.of(global().language()).text(said, known));
    }
    return ExitCode.OK;
  }
}
