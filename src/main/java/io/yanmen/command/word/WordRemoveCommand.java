package io.yanmen.command.word;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.command.option.ExitCode;
import io.yanmen.command.option.GlobalOptions;
import io.yanmen.model.message.Messages;
import io.yanmen.model.message.UserError;
import io.yanmen.warehouse.LearnedWords;
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

/** {@code yanmen word remove}: later loads do not understand the words any more. */
@Command(name = "remove", resourceBundle = "io.yanmen.command.Help")
final class WordRemoveCommand implements Callable<Integer> {
  @ParentCommand private @Nullable WordCommand word;

  @Parameters(index = "0", paramLabel = "WORDS")
  private String words = "";

  @Option(names = "--source", paramLabel = "SOURCE")
  private String source = "";

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws SQLException {
    GlobalOptions global = Objects.requireNonNull(word).global();
    try (Warehouse warehouse = Warehouse.open(global.warehouse(), CatalogFiles.load())) {
      if (!new LearnedWords(warehouse.dataSource()).remove(source.strip(), words)) {
        throw new UserError("usage.word.never", words);
      }
    }
    Objects.requireNonNull(spec)
        .commandLine()
        .getOut()
        .println(Messages.of(global.language()).text("cli.word.removed", words));
    return ExitCode.OK;
  }
}
