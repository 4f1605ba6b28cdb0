package io.yanmen.command.data;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.command.option.ExitCode;
import io.yanmen.command.option.GlobalOptions;
import io.yanmen.command.option.RootCommand;
import io.yanmen.model.message.Messages;
import io.yanmen.model.message.UserError;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.schema.SchemaState;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * {@code yanmen migrate}: brings the warehouse's tables up to date and gives the roles their
 * rights, for owners whose services connect as somebody who may do neither.
 */
@Command(name = "migrate", resourceBundle = "io.yanmen.command.Help")
public final class MigrateCommand implements Callable<Integer> {
  @ParentCommand private @Nullable RootCommand yanmen;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws SQLException {
    GlobalOptions global = Objects.requireNonNull(yanmen).global();
    global.useLogFormat();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Messages messages = Messages.of(global.language());
    try (Warehouse warehouse = Warehouse.open(global.warehouse(), CatalogFiles.load())) {
      SchemaState state = SchemaState.of(warehouse.dataSource());
      if (!state.owned()) {
        throw new UserError("usage.migrate.not_owner", state.user());
      }
      out.println(messages.text("cli.migrate.done", state.version(), warehouse.url()));
      for (String role : state.missingRoles()) {
        out.println(messages.text("cli.migrate.role", role));
      }
      out.flush();
    }
    return ExitCode.OK;
  }
}
