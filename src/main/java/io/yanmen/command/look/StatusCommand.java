package io.yanmen.command.look;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.command.option.ExitCode;
import io.yanmen.command.option.GlobalOptions;
import io.yanmen.command.option.RootCommand;
import io.yanmen.service.calendar.ReportingCalendar;
import io.yanmen.service.held.HeldLoads;
import io.yanmen.service.home.FilesBelow;
import io.yanmen.service.home.Home;
import io.yanmen.service.home.ServiceLock;
import io.yanmen.service.inbox.WaitingList;
import io.yanmen.service.schedule.RouteStates;
import io.yanmen.service.schedule.RunHistory;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.history.LoadHistory;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code yanmen status}: how things stand. */
@Command(name = "status", resourceBundle = "io.yanmen.command.Help")
public final class StatusCommand implements Callable<Integer> {
  private static final int RECENT = 10;
  private static final int PERIODS = 6;

  @ParentCommand private @Nullable RootCommand yanmen;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws SQLException, IOException {
    GlobalOptions global = Objects.requireNonNull(yanmen).global();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Home home = global.home();
    StatusText text = new StatusText(global.language(), out);
    Optional<String> process = ServiceLock.holder(home.serviceLock());
    text.service(process, home.inbox(), FilesBelow.of(home.inbox()).files().size());
    List<String> waiting =
        new WaitingList(home.waiting(), Clock.system(ZoneId.systemDefault())).names();
    text.waiting(waiting, home.waiting());
    try (Warehouse warehouse = Warehouse.open(global.warehouse(), CatalogFiles.load())) {
      LoadHistory history = new LoadHistory(warehouse.dataSource());
      text.warehouse(warehouse.url(), history.observations());
      text.routes(new RouteStates(warehouse.dataSource()).all(), process.isPresent());
      Clock clock = Clock.system(ZoneId.systemDefault());
      text.lastDay(
          new RunHistory(warehouse.dataSource()).since(clock.instant().minus(Duration.ofDays(1))));
      text.loads(history.recent(RECENT));
      List<HeldLoads.HeldLoad> held = new HeldLoads(warehouse.dataSource()).all();
      text.held(held.size());
      new CalendarText(global.language(), out)
          .print(new ReportingCalendar(warehouse.dataSource()).newest(PERIODS));
    }
    out.flush();
    return ExitCode.OK;
  }
}
