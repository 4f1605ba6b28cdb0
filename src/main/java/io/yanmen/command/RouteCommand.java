package io.yanmen.command;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code yanmen route}: the routes of the services, and what people want of them. */
@Command(
    name = "route",
    resourceBundle = "io.yanmen.command.Help",
    subcommands = {
      RouteListCommand.class,
      RoutePauseCommand.class,
      RouteResumeCommand.class,
      RouteRunCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
final class RouteCommand implements Callable<Integer> {
  @ParentCommand private @Nullable YanmenCommand yanmen;
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
