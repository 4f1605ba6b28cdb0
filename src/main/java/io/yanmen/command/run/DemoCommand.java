package io.yanmen.command.run;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.yanmen.command.option.ExitCode;
import io.yanmen.command.option.GlobalOptions;
import io.yanmen.command.option.RootCommand;
import io.yanmen.command.option.Terminal;
import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;
import io.yanmen.model.message.UserError;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.reading.source.Source;
import io.yanmen.report.ConsoleReport;
import io.yanmen.service.calendar.ReportingCalendar;
import io.yanmen.service.home.Home;
import io.yanmen.service.home.Settings;
import io.yanmen.service.ingest.FiledFile;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.connection.WarehouseSettings;
import io.yanmen.warehouse.history.LoadHistory;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code yanmen demo}: the whole way on the sample data. */
@Command(name = "demo", resourceBundle = "io.yanmen.command.Help")
public final class DemoCommand implements Callable<Integer> {
  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final int MOST_SHOWN = 3;

  @ParentCommand private @Nullable RootCommand yanmen;

  @Option(names = "--exit")
  private boolean exit;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    GlobalOptions global = Objects.requireNonNull(yanmen).global();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    global.useLogFormat();
    if (global.warehouse().url().isPresent()) {
      throw new UserError("usage.demo.database");
    }
    Home home = global.home();
    DemoSamples samples = DemoSamples.in(home.sampleData());
    BlockingQueue<FiledFile> filed = new LinkedBlockingQueue<>();
    // The reports on the screen say the same and more.
    ((Logger) LoggerFactory.getLogger("yanmen")).setLevel(Level.WARN);
    out.println(Messages.of(global.language()).text("cli.demo.starting"));
    out.flush();
    try (DemoFeedServer feeds = DemoFeedServer.start(samples.feeds())) {
      ServiceSetup setup =
          ServiceSetup.of(
              home,
              settings(home, feeds.url()),
              WarehouseSettings.embedded(home.root()),
              global.language(),
              filed::add);
      AtomicBoolean open = new AtomicBoolean(true);
      ShutdownWait.closedAtExit(setup, open);
      try {
        markAsDemo(home, setup.warehouse());
        new ReportingCalendar(setup.warehouse().dataSource())
            .put(List.of(duty(global.language())), false);
        Optional<String> console = exit ? Optional.empty() : setup.addConsoleSomewhere();
        if (!exit) {
          setup.service().manage();
        }
        setup.service().start();
        boolean good = show(global, setup, samples, filed, out);
        console.ifPresent(
            it -> out.println(Messages.of(global.language()).text("cli.run.console", it)));
        if (!exit) {
          out.println(Messages.of(global.language()).text("cli.demo.keeps", home.inbox()));
          out.flush();
          new java.util.concurrent.CountDownLatch(1).await();
        }
        return good ? ExitCode.OK : ExitCode.REJECTED;
      } finally {
        if (open.getAndSet(false)) {
          setup.close();
        }
      }
    }
  }

  /**
   * What the counties of the samples have to report, so that the calendar has something to show.
   */
  private static ReportingCalendar.Duty duty(Language language) {
    return new ReportingCalendar.Duty(
        Source.UNKNOWN.code(),
        Messages.of(language).text("cli.demo.source"),
        Optional.of("M"),
        20,
        List.of(),
        Optional.of("140900"),
        Optional.of(LocalDate.of(2025, 1, 1)));
  }

  private static Settings settings(Home home, String feeds) {
    return Settings.of(
        home,
        Map.of(
            "yanmen.feeds.enabled", "true",
            "yanmen.feeds.server", feeds,
            // Beside a service that runs.
            "yanmen.management.port", "0",
            "yanmen.inbox.delay", "200",
            "yanmen.inbox.settle", "400",
            "yanmen.inbox.settle-unfinished", "2000"));
  }

  /** Invented figures stay out of a warehouse that an office works with. */
  private static void markAsDemo(Home home, Warehouse warehouse) throws Exception {
    Path marker = home.data().resolve("demo");
    if (Files.exists(marker)) {
      return;
    }
    if (!new LoadHistory(warehouse.dataSource()).recent(1).isEmpty()) {
      throw new UserError("usage.demo.not_empty", home.data());
    }
    Files.writeString(marker, "This home holds the invented figures of the demo.\n");
  }

  private boolean show(
      GlobalOptions global,
      ServiceSetup setup,
      DemoSamples samples,
      BlockingQueue<FiledFile> filed,
      PrintWriter out)
      throws Exception {
    Messages messages = Messages.of(global.language());
    ConsoleReport report = new ConsoleReport(global.language(), MOST_SHOWN, Terminal.hasColour());
    samples.dropInto(global.home().inbox());
    for (String route : setup.service().scheduledRoutes()) {
      if (route.startsWith("feed-")) {
        setup.service().fire(route);
      }
    }
    Map<String, Outcome> outcomes = new TreeMap<>();
    long end = System.nanoTime() + LIMIT.toNanos();
    while (outcomes.size() < samples.count()) {
      FiledFile next = filed.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next == null) {
        break;
      }
      Optional<String> name = samples.nameOf(next.outcome());
      name.ifPresent(it -> outcomes.put(it, next.outcome()));
      out.print(report.of(next.outcome()));
      out.flush();
    }
    long good =
        outcomes.entrySet().stream()
            .filter(it -> samples.isAsExpected(it.getKey(), it.getValue()))
            .count();
    out.println();
    out.println(messages.text("cli.demo.outcome", good, samples.count()));
    outcomes.forEach(
        (name, outcome) -> {
          if (!samples.isAsExpected(name, outcome)) {
            out.println("  " + messages.text("cli.demo.differs", name));
          }
        });
    out.println(
        messages.text(
            "cli.demo.warehouse",
            new LoadHistory(setup.warehouse().dataSource()).observations(),
            setup.warehouse().url()));
    out.println(messages.text("cli.demo.folders", global.home().done(), global.home().rejected()));
    out.println(messages.text("cli.demo.next"));
    out.flush();
    return good == samples.count();
  }
}
