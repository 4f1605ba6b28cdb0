package io.yanmen.command.look;

import io.yanmen.model.Language;
import io.yanmen.model.message.Messages;
import io.yanmen.model.text.ShownText;
import io.yanmen.model.text.TextWidth;
import io.yanmen.service.schedule.RouteStates;
import io.yanmen.service.schedule.RunHistory;
import io.yanmen.warehouse.history.LoadList;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Says how things stand, for a terminal. */
public final class StatusText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());
  private static final String NONE = "—";
  private static final int WIDEST = 48;
  private static final Collector<CharSequence, ?, String> JOINED = Collectors.joining(" ");

  private final Messages messages;
  private final PrintWriter out;

  public StatusText(Language language, PrintWriter out) {
    this.messages = Messages.of(language);
    this.out = out;
  }

  void service(Optional<String> process, Path inbox, long files) {
    out.println(
        process
            .map(pid -> messages.text("cli.status.running", pid))
            .orElseGet(() -> messages.text("cli.status.stopped")));
    out.println(messages.text("cli.status.inbox", inbox, files));
  }

  void waiting(List<String> names, Path notes) {
    if (!names.isEmpty()) {
      out.println(messages.text("cli.status.waiting", names.size(), notes));
      names.forEach(name -> out.println("  " + ShownText.line(name)));
    }
  }

  void warehouse(String url, long observations) {
    out.println(messages.text("cli.status.warehouse", url, observations));
  }

  public void routes(List<RouteStates.ListedRoute> routes, boolean running) {
    heading(running ? "cli.status.routes" : "cli.status.routes.last");
    if (routes.isEmpty()) {
      out.println("  " + messages.text("cli.status.none"));
      return;
    }
    row(
        messages.text("cli.status.route"),
        messages.text("cli.status.state"),
        messages.text("cli.status.last"),
        messages.text("cli.status.next"),
        messages.text("cli.status.what"));
    for (RouteStates.ListedRoute it : routes) {
      row(
          it.route(),
          messages.term(it.state()),
          it.lastRun().map(this::run).orElse(NONE),
          it.nextRun().map(TIME::format).orElse(NONE),
          it.description());
    }
  }

  private String run(RouteStates.Run run) {
    String outcome =
        switch (run.state()) {
          case RUNNING -> "run.running";
          case FAILED -> "run.failed";
          case INTERRUPTED -> "run.interrupted";
          case COMPLETED ->
              run.files() == 0 && run.unchanged() > 0 ? "cli.status.unchanged" : "run.ok";
        };
    return time(run.startedAt()) + " " + messages.text(outcome);
  }

  private void row(String route, String state, String last, String next, String what) {
    out.println(
        ("  "
                + TextWidth.pad(route, 22)
                + TextWidth.pad(state, 11)
                + TextWidth.pad(last, 30)
                + TextWidth.pad(next, 22)
                + what)
            .stripTrailing());
  }

  /** What began in the last day, by how it ended. */
  void lastDay(List<RunHistory.Count> counts) {
    heading("cli.status.day");
    if (counts.isEmpty()) {
      out.println("  " + messages.text("cli.status.none"));
    }
    for (RunHistory.RunKind kind : RunHistory.RunKind.values()) {
      List<RunHistory.Count> of = counts.stream().filter(it -> it.kind() == kind).toList();
      if (!of.isEmpty()) {
        out.println(
            "  " + messages.text(key(kind)) + of.stream().map(this::counted).collect(JOINED));
      }
    }
  }

  private static String key(RunHistory.RunKind kind) {
    return switch (kind) {
      case FIRING -> "cli.status.firings";
      case LOAD -> "cli.status.files";
      case FAILURE -> "cli.status.failures";
    };
  }

  private String counted(RunHistory.Count count) {
    String outcome =
        switch (count.outcome()) {
          case "running" -> messages.text("run.running");
          case "completed" -> messages.text("run.ok");
          case "failed" -> messages.text("run.failed");
          case "interrupted" -> messages.text("run.interrupted");
          default -> messages.text("status." + count.outcome());
        };
    return " " + outcome + " " + count.number();
  }

  void loads(List<LoadList.ListedLoad> loads) {
    heading("cli.status.loads");
    if (loads.isEmpty()) {
      out.println("  " + messages.text("cli.status.none"));
    }
    for (LoadList.ListedLoad it : loads) {
      out.println(
          "  "
              + TextWidth.pad(String.valueOf(it.id()), 6)
              + TextWidth.pad(time(it.startedAt()), 21)
              + TextWidth.pad(messages.text("status." + it.status()), 14)
              + TextWidth.pad(ShownText.line(it.fileName(), WIDEST), WIDEST)
              + "  "
              + messages.text(
                  "console.counts",
                  it.observationsNew(),
                  it.observationsChanged(),
                  it.observationsUnchanged(),
                  it.rejected()));
    }
  }

  void held(int files) {
    if (files > 0) {
      out.println();
      out.println(messages.text("cli.status.held", files));
    }
  }

  private void heading(String key) {
    out.println();
    out.println(messages.text(key));
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }
}
