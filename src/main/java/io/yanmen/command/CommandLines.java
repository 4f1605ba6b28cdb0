package io.yanmen.command;

import io.yanmen.model.Language;
import io.yanmen.route.SourceFileException;
import io.yanmen.warehouse.WarehouseUnavailableException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Builds the command line in a person's language and runs it. */
public final class CommandLines {
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
    } catch (UsageException e) {
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
    switch (language) {
      case ZH -> {
        err.println("命令行有误：" + e.getMessage());
        err.println("用法见：" + name + " --help");
      }
      case EN -> {
        err.println(e.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(e, err)) {
          err.println("See: " + name + " --help");
        }
      }
    }
    return ExitCode.USAGE;
  }

  private static IExecutionExceptionHandler failures(Language language) {
    return (e, commandLine, parsed) -> {
      PrintWriter err = commandLine.getErr();
      commandLine.getOut().flush();
      if (e instanceof UsageException usage) {
        err.println(usage.in(language));
        return ExitCode.USAGE;
      }
      if (e instanceof SourceFileException source) {
        err.println(language == Language.ZH ? "来源文件有误：" : "A source file is wrong:");
        err.println(source.in(language));
        return ExitCode.USAGE;
      }
      if (e instanceof WarehouseUnavailableException || e instanceof SQLException) {
        err.println(
            (language == Language.ZH ? "无法使用数据仓库：" : "The warehouse cannot be used: ")
                + e.getMessage());
        return ExitCode.NO_WAREHOUSE;
      }
      if (isClosedPipe(e)) {
        return ExitCode.OK;
      }
      err.println(
          switch (language) {
            case ZH -> "出错了，未能完成：" + e;
            case EN -> "Failed: " + e;
          });
      if (System.getenv("YANMEN_DEBUG") != null) {
        e.printStackTrace(err);
      }
      return ExitCode.REJECTED;
    };
  }

  /** The reader of our output had enough ({@code | head}). */
  private static boolean isClosedPipe(Throwable e) {
    return e instanceof java.io.UncheckedIOException
        && String.valueOf(e.getMessage()).contains("Broken pipe");
  }
}
