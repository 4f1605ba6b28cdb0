package io.yanmen.command.run;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.command.option.ExitCode;
import io.yanmen.command.option.GlobalOptions;
import io.yanmen.command.option.Terminal;
import io.yanmen.model.Language;
import io.yanmen.model.Period;
import io.yanmen.model.message.Bilingual;
import io.yanmen.model.message.Messages;
import io.yanmen.model.message.UserError;
import io.yanmen.service.schedule.RouteCommandQueue;
import io.yanmen.service.schedule.RouteRuns;
import io.yanmen.service.schedule.RouteStates;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.query.ObservationFilter;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.Map;
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

/**
 * {@code yanmen route run}: a run now, or one for each period of a span. A service that runs does
 * it; without one this process does.
 */
@Command(name = "run", resourceBundle = "io.yanmen.command.Help")
final class RouteRunCommand implements Callable<Integer> {
  private static final long LOOK_MILLIS = 300;

  /** Looks at a run that nobody works on before its service counts as gone. */
  private static final int PATIENCE = 10;

  @ParentCommand private @Nullable RouteCommand route;

  @Parameters(paramLabel = "NAME")
  private String name = "";

  @Option(names = "--from", paramLabel = "PERIOD")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "PERIOD")
  private @Nullable String to;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    GlobalOptions global = Objects.requireNonNull(route).global();
    global.useLogFormat();
    String first = from == null ? "" : label(from);
    String last = first.isEmpty() ? "" : label(to == null ? Objects.requireNonNull(from) : to);
    if (first.isEmpty() && to != null) {
      throw new UserError("usage.route.span");
    }
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Optional<RouteRuns.RunResult> result;
    try (Warehouse warehouse = Warehouse.open(global.warehouse(), CatalogFiles.load());
        RunProgress progress = new RunProgress(name, global.language())) {
      RouteCommandQueue control = new RouteCommandQueue(warehouse.dataSource());
      result =
          control.isServed()
              ? byService(
                  control,
                  RouteNames.known(new RouteStates(warehouse.dataSource()).all(), name),
                  first,
                  last,
                  progress)
              : Optional.empty();
    }
    RouteRuns.RunResult done = result.isPresent() ? result.get() : here(global, first, last);
    return told(out, Messages.of(global.language()), done);
  }

  private static String label(String said) {
    try {
      Period period = ObservationFilter.period(said);
      return period.label();
    } catch (IllegalArgumentException e) {
      throw new UserError("usage.period", said);
    }
  }

  /** Empty if no service took it. */
  private static Optional<RouteRuns.RunResult> byService(
      RouteCommandQueue control, String known, String first, String last, RunProgress progress)
      throws SQLException, InterruptedException {
    long id = control.ask(known, first, last);
    int abandoned = 0;
    while (true) {
      RouteCommandQueue.Progress now = control.progress(id);
      if (now.finished()) {
        return Optional.of(new RouteRuns.RunResult(now.total(), now.failed(), now.message()));
      }
      progress.at(now.total(), now.done(), now.failed());
      boolean alive = now.node().isEmpty() ? control.isServed() : control.isWorkedOn(id);
      abandoned = alive ? 0 : abandoned + 1;
      if (abandoned > PATIENCE && control.withdraw(id)) {
        return Optional.empty();
      }
      if (abandoned > PATIENCE) {
        String gone = Bilingual.whole("run.abandoned", now.node()).both();
        control.finish(id, gone);
        return Optional.of(new RouteRuns.RunResult(now.total(), now.failed(), gone));
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private RouteRuns.RunResult here(GlobalOptions global, String first, String last)
      throws Exception {
    try (ServiceSetup setup =
            ServiceSetup.of(
                global.home(),
                global.settings().with(Map.of("yanmen.schedules.store", "memory")),
                global.warehouse(),
                global.language(),
                filed -> {});
        RunProgress progress = new RunProgress(name, global.language())) {
      setup.service().startFor(route -> RouteNames.find(route, name));
      String known = RouteNames.find(setup.service().routes(), name);
      return first.isEmpty()
          ? setup.service().runs().once(known, progress)
          : setup.service().runs().backfill(known, first, last, progress);
    }
  }

  private static int told(PrintWriter out, Messages messages, RouteRuns.RunResult result) {
    if (result.good()) {
      out.println(messages.text("cli.route.done", result.total()));
      return ExitCode.OK;
    }
    out.println(
        messages.text("cli.route.failed", result.failed(), result.total(), result.message()));
    return ExitCode.REJECTED;
  }

  /** Shows at a terminal how many periods are done. */
  private static final class RunProgress implements RouteRuns.Watcher, AutoCloseable {
    private final me.tongfei.progressbar.@Nullable ProgressBar bar;

    RunProgress(String name, Language language) {
      this.bar =
          Terminal.showsProgress()
              ? new me.tongfei.progressbar.ProgressBarBuilder()
                  .setTaskName(name)
                  .setInitialMax(1)
                  .setStyle(me.tongfei.progressbar.ProgressBarStyle.ASCII)
                  .setUnit(Messages.of(language).text("cli.progress.periods"), 1)
                  .setUpdateIntervalMillis(200)
                  .clearDisplayOnFinish()
                  .build()
              : null;
    }

    @Override
    public void at(int total, int done, int failed) {
      if (bar != null) {
        bar.maxHint(Math.max(total, 1));
        bar.stepTo(done);
      }
    }

    @Override
    public void close() {
      if (bar != null) {
        bar.close();
      }
    }
  }
}
