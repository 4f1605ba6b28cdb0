package io.yanmen.command.look;

import io.yanmen.command.option.ExitCode;
import io.yanmen.command.option.GlobalOptions;
import io.yanmen.command.option.RootCommand;
import io.yanmen.console.ConsoleSettings;
import io.yanmen.console.access.PasswordHash;
import io.yanmen.console.access.Users;
import io.yanmen.console.web.UserRole;
import io.yanmen.model.message.Messages;
import io.yanmen.model.message.UserError;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code yanmen user}: who may log in to the console; alone it prints its help. */
@Command(
    name = "user",
    resourceBundle = "io.yanmen.command.Help",
    synopsisSubcommandLabel = "add|list|remove")
public final class UserCommand implements Callable<Integer> {
  @ParentCommand private @Nullable RootCommand yanmen;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandSpec known = Objects.requireNonNull(spec);
    known.commandLine().usage(known.commandLine().getErr());
    return ExitCode.USAGE;
  }

  @Command(name = "add", resourceBundle = "io.yanmen.command.Help")
  int add(
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--role", paramLabel = "viewer|operator", defaultValue = "viewer")
          String role)
      throws IOException {
    Optional<UserRole> known = UserRole.of(role);
    if (known.isEmpty()) {
      throw new UserError("usage.user.role", role);
    }
    try {
      String hash = new PasswordHash().of(password());
      users().put(new Users.ConsoleUser(name, known.get(), hash));
    } catch (IllegalArgumentException e) {
      throw new UserError("usage.user.invalid");
    }
    say("cli.user.added", name, role);
    return ExitCode.OK;
  }

  @Command(name = "list", resourceBundle = "io.yanmen.command.Help")
  int list() throws IOException {
    if (users().isEmpty()) {
      say("cli.user.none");
    }
    for (Users.ConsoleUser it : users().all().values()) {
      Objects.requireNonNull(spec)
          .commandLine()
          .getOut()
          .println("  " + it.name() + "  " + it.role().word());
    }
    return ExitCode.OK;
  }

  @Command(name = "remove", resourceBundle = "io.yanmen.command.Help")
  int remove(@Parameters(paramLabel = "NAME") String name) throws IOException {
    if (!users().remove(name)) {
      throw new UserError("usage.user.unknown", name);
    }
    say("cli.user.removed", name);
    return ExitCode.OK;
  }

  private Users users() {
    GlobalOptions global = Objects.requireNonNull(yanmen).global();
    return new Users(ConsoleSettings.of(global.settings(), global.home()).users());
  }

  private void say(String key, Object... arguments) {
    GlobalOptions global = Objects.requireNonNull(yanmen).global();
    Objects.requireNonNull(spec)
        .commandLine()
        .getOut()
        .println(Messages.of(global.language()).text(key, arguments));
  }

  /** Asked for at a terminal, twice; else the first line of the standard input. */
  // A later JDK always has a console, and asks it the same way.
  @SuppressWarnings("SystemConsoleNull")
  private String password() throws IOException {
    Messages messages = Messages.of(Objects.requireNonNull(yanmen).global().language());
    Console terminal = System.console();
    if (terminal == null) {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      return Optional.ofNullable(in.readLine()).orElse("");
    }
    char[] first = terminal.readPassword("%s ", messages.text("cli.user.password"));
    char[] again = terminal.readPassword("%s ", messages.text("cli.user.again"));
    if (!Arrays.equals(first, again)) {
      throw new UserError("usage.user.passwords");
    }
    return new String(first);
  }
}
