package io.yanmen.command.run;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.command.look.StatusText;
import io.yanmen.command.option.ExitCode;
import io.yanmen.command.option.GlobalOptions;
import io.yanmen.service.schedule.RouteCommandQueue;
import io.yanmen.service.schedule.RouteStates;
import io.yanmen.warehouse.Warehouse;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code yanmen route list}. */
@Command(name = "list", resourceBundle = "io.yanmen.command.Help")
final class RouteListCommand implements Callable<Integer> {
  @ParentCommand private @Nullable RouteCommand route;
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws SQLException {
    GlobalOptions global = Objects.requireNonNull(route).global();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (Warehouse warehouse = Warehouse.open(global.warehouse(), CatalogFiles.load())) {
      new StatusText(global.language(), out)
          .routes(
              new RouteStates(warehouse.dataSource()).all(),
              new RouteCommandQueue(warehouse.dataSource()).isServed());
    }
    out.flush();
    return ExitCode.OK;
  }
}
