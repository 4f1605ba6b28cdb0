package io.yanmen.command;

import io.yanmen.command.alias.AliasCommand;
import io.yanmen.command.backup.BackupCommand;
import io.yanmen.command.backup.RestoreCommand;
import io.yanmen.command.data.HeldCommand;
import io.yanmen.command.data.LoadCommand;
import io.yanmen.command.data.MigrateCommand;
import io.yanmen.command.data.QueryCommand;
import io.yanmen.command.data.ReplayCommand;
import io.yanmen.command.inspect.InspectCommand;
import io.yanmen.command.look.AlertCommand;
import io.yanmen.command.look.StatusCommand;
import io.yanmen.command.look.UserCommand;
import io.yanmen.command.option.ExitCode;
import io.yanmen.command.option.GlobalOptions;
import io.yanmen.command.option.ProgramVersion;
import io.yanmen.command.option.RootCommand;
import io.yanmen.command.run.DemoCommand;
import io.yanmen.command.run.RouteCommand;
import io.yanmen.command.run.RunCommand;
import io.yanmen.command.word.WordCommand;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code yanmen} itself: without a command it prints its help. */
@Command(
    name = "yanmen",
    resourceBundle = "io.yanmen.command.Help",
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      LoadCommand.class,
      InspectCommand.class,
      QueryCommand.class,
      StatusCommand.class,
      AliasCommand.class,
      WordCommand.class,
      HeldCommand.class,
      RouteCommand.class,
      UserCommand.class,
      ReplayCommand.class,
      MigrateCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      AlertCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
public final class YanmenCommand implements RootCommand, Callable<Integer> {
  @Mixin private final GlobalOptions global = new GlobalOptions();

  @Option(names = {"-V", "--version"})
  private boolean version;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public GlobalOptions global() {
    return global;
  }

  @Override
  public Integer call() {
    CommandSpec known = java.util.Objects.requireNonNull(spec);
    if (version) {
      known.commandLine().getOut().println("yanmen " + ProgramVersion.number());
      return ExitCode.OK;
    }
    known.commandLine().usage(known.commandLine().getErr());
    return ExitCode.USAGE;
  }
}
