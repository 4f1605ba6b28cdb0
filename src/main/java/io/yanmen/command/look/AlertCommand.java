package io.yanmen.command.look;

import io.yanmen.command.option.ExitCode;
import io.yanmen.command.option.GlobalOptions;
import io.yanmen.command.option.RootCommand;
import io.yanmen.model.message.Messages;
import io.yanmen.model.message.UserError;
import io.yanmen.service.alert.event.ChannelTest;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code yanmen alert}: tries whether alerts reach people. */
@Command(
    name = "alert",
    resourceBundle = "io.yanmen.command.Help",
    synopsisSubcommandLabel = "COMMAND")
public final class AlertCommand implements Callable<Integer> {
  @ParentCommand private @Nullable RootCommand yanmen;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandSpec known = Objects.requireNonNull(spec);
    known.commandLine().usage(known.commandLine().getErr());
    return ExitCode.USAGE;
  }

  @Command(name = "test", resourceBundle = "io.yanmen.command.Help")
  int test() throws Exception {
    GlobalOptions global = Objects.requireNonNull(yanmen).global();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Messages messages = Messages.of(global.language());
    List<ChannelTest.ChannelTestResult> results;
    try {
      results =
          new ChannelTest(
                  global.home(),
                  global.settings(),
                  global.language(),
                  Clock.system(ZoneId.systemDefault()))
              .run();
    } catch (IllegalArgumentException e) {
      throw new UserError("usage.alert.settings", String.valueOf(e.getMessage()));
    }
    if (results.isEmpty()) {
      out.println(messages.text("cli.alert.none"));
      return ExitCode.USAGE;
    }
    boolean all = true;
    for (ChannelTest.ChannelTestResult it : results) {
      all &= it.failure().isEmpty();
      out.println(
          it.failure()
              .map(why -> messages.text("cli.alert.failed", it.channel(), why))
              .orElseGet(() -> messages.text("cli.alert.sent", it.channel())));
    }
    out.flush();
    return all ? ExitCode.OK : ExitCode.REJECTED;
  }
}
