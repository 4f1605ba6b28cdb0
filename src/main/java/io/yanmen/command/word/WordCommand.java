package io.yanmen.command.word;

import io.yanmen.command.option.ExitCode;
import io.yanmen.command.option.GlobalOptions;
import io.yanmen.command.option.RootCommand;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * {@code yanmen word}: what words around figures mean, as people teach it; alone it prints its
 * help.
 */
@Command(
    name = "word",
    resourceBundle = "io.yanmen.command.Help",
    subcommands = {WordAddCommand.class, WordListCommand.class, WordRemoveCommand.class},
    synopsisSubcommandLabel = "add|list|remove")
public final class WordCommand implements Callable<Integer> {
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
}
