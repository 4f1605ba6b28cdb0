package io.yanmen.command;

import io.yanmen.command.option.ExitCode;
import io.yanmen.command.option.GlobalOptions;
import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;
import io.yanmen.model.message.UserError;
import io.yanmen.model.text.ShownText;
import io.yanmen.reading.source.SourceFileException;
import io.yanmen.secret.Secrets;
import io.yanmen.service.backup.file.BackupRefusedException;
import io.yanmen.service.held.NotInArchiveException;
import io.yanmen.warehouse.connection.WarehouseUnavailableException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Builds the command line in a person's language and runs it. */
public final class CommandLines {
  private static final int MOST_DETAILS = 50;

  private CommandLines() {}

  /** Runs on the process's own streams, in UTF-8 whatever the locale; gives the exit code. */
  public static int run(String... args) {
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    System.setErr(err);
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    System.setOut(out);
    try {
      return run(
          new PrintWriter(out, false, StandardCharsets.UTF_8),
          new PrintWriter(err, true, StandardCharsets.UTF_8),
          args);
    } finally {
      out.flush();
    }
  }

  /** Runs on the given writers; gives the exit code. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    Language language;
    try {
      language = languageOf(args);
    } catch (UserError e) {
      err.println(e.in(GlobalOptions.defaultLanguage()));
      return ExitCode.USAGE;
    }
    // picocli's resource bundles follow the default locale.
    Locale.setDefault(Locale.Category.DISPLAY, language.locale());
    Locale.setDefault(language.locale());
    CommandLine commandLine =
        new CommandLine(new YanmenCommand())
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(failures(language))
            .setParameterExceptionHandler((e, a) -> misunderstood(e, language))
            .setUsageHelpAutoWidth(true);
    int code = commandLine.execute(args);
    out.flush();
    return code;
  }

  /** The language must be known before anything is parsed, for the help and for errors. */
  private static Language languageOf(String... args) {
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith("--lang=")) {
        return GlobalOptions.languageOf(args[i].substring("--lang=".length()));
      }
      if ("--lang".equals(args[i]) && i + 1 < args.length) {
        return GlobalOptions.languageOf(args[i + 1]);
      }
    }
    return GlobalOptions.defaultLanguage();
  }

  private static int misunderstood(ParameterException e, Language language) {
    PrintWriter err = e.getCommandLine().getErr();
    String name = e.getCommandLine().getCommandSpec().qualifiedName();
    Messages messages = Messages.of(language);
    String said = shown(Secrets.withoutNamed(String.valueOf(e.getMessage())));
    err.println(messages.whole("cli.misunderstood", said));
    // Its words are picocli's, in English only.
    if (language == Language.ZH || !UnmatchedArgumentException.printSuggestions(e, err)) {
      err.println(messages.text("cli.misunderstood.help", name));
    }
    return ExitCode.USAGE;
  }

  private static IExecutionExceptionHandler failures(Language language) {
    return (e, commandLine, parsed) -> {
      PrintWriter err = commandLine.getErr();
      commandLine.getOut().flush();
      if (isClosedPipe(e)) {
        return ExitCode.OK;
      }
      err.println(shown(masked(commandLine, told(e, language))));
      boolean known = codeOf(e) != ExitCode.REJECTED;
      if (!known && System.getenv("YANMEN_DEBUG") != null) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        err.print(masked(commandLine, trace.toString()));
      }
      return codeOf(e);
    };
  }

  /** Names of files are quoted in it, and must not steer the terminal. */
  private static String shown(String text) {
    return text.lines().map(ShownText::escaped).collect(Collectors.joining("\n"));
  }

  private static String told(Exception e, Language language) {
    Messages messages = Messages.of(language);
    if (e instanceof UserError wrong) {
      return wrong.in(language);
    }
    if (e instanceof SourceFileException source) {
      return messages.text("cli.failed.source") + "\n" + source.in(language);
    }
    if (e instanceof BackupRefusedException refused) {
      return refused(refused, messages);
    }
    if (e instanceof NotInArchiveException elsewhere) {
      return elsewhere.in(language);
    }
    if (e instanceof WarehouseUnavailableException away) {
      return messages.text("cli.failed.warehouse") + away.in(language);
    }
    if (e instanceof SQLException) {
      return messages.text("cli.failed.warehouse")
          + WarehouseUnavailableException.of(e).in(language);
    }
    return messages.text("cli.failed") + e;
  }

  private static String refused(BackupRefusedException refused, Messages messages) {
    return Stream.concat(
            Stream.of(refused.in(messages)),
            Stream.of(refused.getSuppressed())
                .limit(MOST_DETAILS)
                .map(it -> it instanceof BackupRefusedException why ? why.in(messages) : it)
                .map(it -> "  " + it))
        .collect(Collectors.joining("\n"));
  }

  private static int codeOf(Exception e) {
    if (e instanceof UserError || e instanceof SourceFileException) {
      return ExitCode.USAGE;
    }
    return e instanceof WarehouseUnavailableException || e instanceof SQLException
        ? ExitCode.NO_WAREHOUSE
        : ExitCode.REJECTED;
  }

  /** Whatever fails may name what it was given: secrets do not go on from here. */
  private static String masked(CommandLine commandLine, String text) {
    return commandLine.getCommandSpec().root().userObject() instanceof YanmenCommand yanmen
        ? yanmen.global().masked(text)
        : Secrets.withoutNamed(text);
  }

  /** The reader of our output had enough ({@code | head}). */
  private static boolean isClosedPipe(Throwable e) {
    return e instanceof java.io.UncheckedIOException
        && String.valueOf(e.getMessage()).contains("Broken pipe");
  }
}
