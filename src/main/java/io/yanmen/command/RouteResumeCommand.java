package io.yanmen.command;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.model.Messages;
import io.yanmen.warehouse.RouteBoard;
import io.yanmen.warehouse.RouteControl;
import io.yanmen.warehouse.Warehouse;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code yanmen route resume}: ends a pause. */
@Command(name = "resume", resourceBundle = "io.yanmen.command.Help")
final class RouteResumeCommand implements Callable<Integer> {
  @ParentCommand private @Nullable RouteCommand route;

  @Parameters(paramLabel = "NAME")
  private String name = "";

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws SQLException {
    GlobalOptions global = Objects.requireNonNull(route).global();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (Warehouse warehouse = Warehouse.open(global.warehouse(), CatalogFiles.load())) {
      String known = RouteNames.known(new RouteBoard(warehouse.dataSource()).all(), name);
      new RouteControl(warehouse.dataSource()).resume(known);
      out.println(Messages.of(global.language()).text("cli.route.resumed", known));
    }
    return ExitCode.OK;
  }
}
