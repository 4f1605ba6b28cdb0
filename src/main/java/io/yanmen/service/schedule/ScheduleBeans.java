package io.yanmen.service.schedule;

import io.yanmen.service.home.BeanBinder;
import io.yanmen.service.home.FailureReason;
import io.yanmen.service.home.Settings;
import io.yanmen.service.observe.Metrics;
import java.time.Clock;
import javax.sql.DataSource;
import org.quartz.CronTrigger;

/** The beans of routes with a clock, and the record of their runs. */
public final class ScheduleBeans {
  private final Schedules schedules;
  private final RunLog journal;
  private final HistoryKeeping history;

  private ScheduleBeans(Schedules schedules, RunLog journal, HistoryKeeping history) {
    this.schedules = schedules;
    this.journal = journal;
    this.history = history;
  }

  /** Whether the clocks are those of all services of a warehouse. */
  public static boolean areShared(Settings settings) {
    return settings.get("yanmen.schedules.store").equals("warehouse");
  }

  /**
   * @param node name of this service among those of a warehouse
   */
  public static ScheduleBeans of(
      Settings settings,
      DataSource warehouse,
      String node,
      Metrics metrics,
      FailureReason reason,
      Clock clock) {
    Schedules schedules =
        areShared(settings)
            ? Schedules.inWarehouse(
                warehouse,
                settings.millis("yanmen.schedules.check-in"),
                settings.millis("yanmen.schedules.missed-after"),
                new RouteCommandQueue(warehouse)::paused)
            : Schedules.inMemory(RoutePauses.NONE);
    return new ScheduleBeans(
        schedules,
        new RunLog(new RouteStates(warehouse), node, new FeedMetrics(metrics), reason, clock),
        new HistoryKeeping(
            new RunHistory(warehouse), settings.number("yanmen.history.keep-months"), clock));
  }

  public Schedules schedules() {
    return schedules;
  }

  public void bindTo(BeanBinder beans) {
    beans.bind("quartz", schedules.component());
    beans.bind("catchUp-true", CronTrigger.MISFIRE_INSTRUCTION_FIRE_ONCE_NOW);
    beans.bind("catchUp-false", CronTrigger.MISFIRE_INSTRUCTION_DO_NOTHING);
    beans.bind("journal", journal);
    beans.bind("history", history);
  }
}
