package io.yanmen.command.run;

import io.yanmen.command.option.GlobalOptions;
import io.yanmen.command.option.RootCommand;
import io.yanmen.model.message.Messages;
import io.yanmen.model.message.UserError;
import io.yanmen.service.home.Home;
import io.yanmen.service.observe.PortTakenException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code yanmen run}: the service. */
@Command(name = "run", resourceBundle = "io.yanmen.command.Help")
public final class RunCommand implements Callable<Integer> {
  @ParentCommand private @Nullable RootCommand yanmen;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    GlobalOptions global = Objects.requireNonNull(yanmen).global();
    global.useLogFile();
    global.useLogFormat();
    Home home = global.home();
    ServiceSetup setup =
        ServiceSetup.of(
            home, global.settings(), global.warehouse(), global.language(), filed -> {});
    Optional<String> console;
    try {
      console = setup.addConsole();
    } catch (UserError e) {
      setup.close();
      throw e;
    }
    try {
      setup.service().manage();
      setup.service().start();
    } catch (PortTakenException e) {
      setup.close();
      throw new UserError("cli.port.taken", e.address(), e.setting());
    } catch (Exception e) {
      setup.close();
      throw RouteStartupFailure.of(home, e);
    }
    return ShutdownWait.keep(setup, () -> tell(global, setup, console));
  }

  private void tell(GlobalOptions global, ServiceSetup setup, Optional<String> console) {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Messages messages = Messages.of(global.language());
    out.println(messages.whole("cli.run.inbox", global.home().inbox()));
    console.ifPresent(it -> out.println(messages.text("cli.run.console", it)));
    out.println(messages.whole("cli.run.warehouse", setup.warehouse().url()));
    setup.service().managedAt().ifPresent(at -> out.println(messages.text("cli.run.managed", at)));
    out.flush();
  }
}
