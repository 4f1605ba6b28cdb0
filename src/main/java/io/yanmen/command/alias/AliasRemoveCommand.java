package io.yanmen.command.alias;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.command.option.ExitCode;
import io.yanmen.command.option.GlobalOptions;
import io.yanmen.model.message.Messages;
import io.yanmen.model.message.UserError;
import io.yanmen.warehouse.LearnedAliases;
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

/** {@code yanmen alias remove}: later loads do not know the name any more. */
@Command(name = "remove", resourceBundle = "io.yanmen.command.Help")
final class AliasRemoveCommand implements Callable<Integer> {
  @ParentCommand private @Nullable AliasCommand alias;

  @Parameters(index = "0", paramLabel = "area|indicator")
  private LearnedAliases.AliasKind kind = LearnedAliases.AliasKind.AREA;

  @Parameters(index = "1", paramLabel = "NAME")
  private String name = "";

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws SQLException {
    GlobalOptions global = Objects.requireNonNull(alias).global();
    try (Warehouse warehouse = Warehouse.open(global.warehouse(), CatalogFiles.load())) {
      if (!new LearnedAliases(warehouse.dataSource()).remove(kind, name)) {
        throw new UserError("usage.alias.never_added", name);
      }
    }
    Objects.requireNonNull(spec)
        .commandLine()
        .getOut()
        .println(Messages.of(global.language()).text("cli.alias.removed", name));
    return ExitCode.OK;
  }
}
