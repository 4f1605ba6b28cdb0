package io.yanmen.command.alias;

import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.CatalogFiles;
import io.yanmen.command.option.ExitCode;
import io.yanmen.command.option.GlobalOptions;
import io.yanmen.model.message.Messages;
import io.yanmen.warehouse.LearnedAliases;
import io.yanmen.warehouse.Warehouse;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code yanmen alias add}: from now on a name means an area or indicator of the catalogue. */
@Command(name = "add", resourceBundle = "io.yanmen.command.Help")
final class AliasAddCommand implements Callable<Integer> {
  @ParentCommand private @Nullable AliasCommand alias;

  @Parameters(index = "0", paramLabel = "area|indicator")
  private LearnedAliases.AliasKind kind = LearnedAliases.AliasKind.AREA;

  @Parameters(index = "1", paramLabel = "NAME")
  private String name = "";

  @Parameters(index = "2", paramLabel = "CODE")
  private String code = "";

  @Option(names = "--by", paramLabel = "WHO")
  private @Nullable String by;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws SQLException {
    GlobalOptions global = Objects.requireNonNull(alias).global();
    Messages messages = Messages.of(global.language());
    Catalog catalog = CatalogFiles.load();
    try (Warehouse warehouse = Warehouse.open(global.warehouse(), catalog)) {
      LearnedAliases learned = new LearnedAliases(warehouse.dataSource());
      String key =
          switch (new AliasCheck(learned.names().in(catalog)).check(kind, name, code)) {
            case KNOWN_ALREADY -> "cli.alias.known";
            case NEW ->
                learned.add(kind, name.strip(), code, who())
                    ? "cli.alias.added"
                    : "cli.alias.known";
          };
      Objects.requireNonNull(spec)
          .commandLine()
          .getOut()
          .println(messages.text(key, name.strip(), code));
    }
    return ExitCode.OK;
  }

  private String who() {
    return by != null && !by.isBlank() ? by.strip() : System.getProperty("user.name", "?");
  }
}
