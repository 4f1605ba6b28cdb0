package io.yanmen.service.schedule;

import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.impl.matchers.GroupMatcher;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clocks of the routes. Kept in the warehouse they outlive their services and are shared by
 * them: each firing happens on one service, and is made up by another if that one is killed.
 *
 * <p>Camel adds a clock to the store but neither takes one away that no route has any more, nor
 * notices a new time zone; this is done here, before the clocks start to run.
 */
public final class Schedules {
  private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);

  private final QuartzComponent component;
  private final RoutePauses pauses;
  private Optional<Scheduler> running = Optional.empty();

  private Schedules(QuartzComponent component, RoutePauses pauses) {
    this.component = component;
    this.pauses = pauses;
  }

  /** Clocks that live and die with this service. */
  public static Schedules inMemory(RoutePauses pauses) {
    Properties properties = new Properties();
    properties.setProperty("org.quartz.threadPool.threadCount", "4");
    return of(properties, pauses);
  }

  /**
   * Clocks in the tables qrtz_* of the warehouse.
   *
   * @param checkIn how soon the others notice that this service is gone
   * @param missedAfter how late a run may begin before it counts as missed
   */
  public static Schedules inWarehouse(
      DataSource warehouse, Duration checkIn, Duration missedAfter, RoutePauses pauses) {
    // Quartz knows pools by name, for the whole process.
    String pool = "yanmen-" + UUID.randomUUID();
    DBConnectionManager.getInstance().addConnectionProvider(pool, new Pool(warehouse));
    Properties properties = new Properties();
    properties.setProperty("org.quartz.scheduler.instanceName", "yanmen");
    properties.setProperty("org.quartz.scheduler.instanceId", "AUTO");
    properties.setProperty("org.quartz.threadPool.threadCount", "4");
    properties.setProperty("org.quartz.jobStore.class", JobStoreTX.class.getName());
    properties.setProperty(
        "org.quartz.jobStore.driverDelegateClass", PostgreSQLDelegate.class.getName());
    properties.setProperty("org.quartz.jobStore.dataSource", pool);
    properties.setProperty("org.quartz.jobStore.tablePrefix", "qrtz_");
    properties.setProperty("org.quartz.jobStore.useProperties", "true");
    properties.setProperty("org.quartz.jobStore.isClustered", "true");
    properties.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
    properties.setProperty(
        "org.quartz.jobStore.clusterCheckinInterval", String.valueOf(checkIn.toMillis()));
    properties.setProperty(
        "org.quartz.jobStore.misfireThreshold", String.valueOf(missedAfter.toMillis()));
    return of(properties, pauses);
  }

  private static Schedules of(Properties properties, RoutePauses pauses) {
    properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    QuartzComponent component = new QuartzComponent();
    component.setProperties(properties);
    component.setAutoStartScheduler(false);
    return new Schedules(component, pauses);
  }

  public QuartzComponent component() {
    return component;
  }

  /** Brings the store in line with the routes, then lets the clocks run. */
  public void start(CamelContext context) throws Exception {
    Scheduler scheduler = component.getScheduler();
    Set<JobKey> wanted = new HashSet<>();
    for (Route route : context.getRoutes()) {
      if (route.getEndpoint() instanceof QuartzEndpoint clock && runs(context, route)) {
        TriggerKey key = clock.getTriggerKey();
        wanted.add(new JobKey(key.getName(), key.getGroup()));
        adjust(scheduler, clock, missed(context, clock));
      }
    }
    for (JobKey job : scheduler.getJobKeys(GroupMatcher.anyGroup())) {
      if (!wanted.contains(job)) {
        LOG.info("The clock {} has no route any more and is removed", job);
        scheduler.deleteJob(job);
      }
    }
    Set<String> paused = pauses.all();
    for (Route route : context.getRoutes()) {
      if (route.getEndpoint() instanceof QuartzEndpoint clock) {
        setGoing(scheduler, clock.getTriggerKey(), !paused.contains(route.getRouteId()));
      }
    }
    running = Optional.of(scheduler);
    scheduler.start();
  }

  private static boolean runs(CamelContext context, Route route) {
    return context.getRouteController().getRouteStatus(route.getRouteId()).isStarted();
  }

  /**
   * Quartz's number for what becomes of a missed run, as a route gives it; once, if it gives none.
   */
  private static int missed(CamelContext context, QuartzEndpoint clock) {
    Object said = clock.getTriggerParameters().get("misfireInstruction");
    if (said == null) {
      return CronTrigger.MISFIRE_INSTRUCTION_FIRE_ONCE_NOW;
    }
    String text = said.toString();
    return text.startsWith("#bean:")
        ? context
            .getRegistry()
            .lookupByNameAndType(text.substring("#bean:".length()), Integer.class)
        : Integer.parseInt(text);
  }

  private static void adjust(Scheduler scheduler, QuartzEndpoint clock, int missed)
      throws SchedulerException {
    Trigger stored = scheduler.getTrigger(clock.getTriggerKey());
    if (!(stored instanceof CronTrigger cron)) {
      return;
    }
    Object said = clock.getTriggerParameters().get("timeZone");
    TimeZone zone = said == null ? TimeZone.getDefault() : TimeZone.getTimeZone(said.toString());
    if (cron.getTimeZone().getID().equals(zone.getID()) && cron.getMisfireInstruction() == missed) {
      return;
    }
    CronScheduleBuilder schedule =
        CronScheduleBuilder.cronSchedule(cron.getCronExpression()).inTimeZone(zone);
    boolean skips = missed == CronTrigger.MISFIRE_INSTRUCTION_DO_NOTHING;
    scheduler.rescheduleJob(
        cron.getKey(),
        cron.getTriggerBuilder()
            .withSchedule(
                skips
                    ? schedule.withMisfireHandlingInstructionDoNothing()
                    : schedule.withMisfireHandlingInstructionFireAndProceed())
            .build());
  }

  /** A clock may stand still from a pause that was ended while no service ran, or from an error. */
  private static void setGoing(Scheduler scheduler, TriggerKey key, boolean going)
      throws SchedulerException {
    Trigger.TriggerState state = scheduler.getTriggerState(key);
    if (state == Trigger.TriggerState.ERROR) {
      scheduler.resetTriggerFromErrorState(key);
    }
    if (!going) {
      scheduler.pauseTrigger(key);
    } else if (state == Trigger.TriggerState.PAUSED) {
      scheduler.resumeTrigger(key);
    }
  }

  /** Whether a route has a clock; if so it stands still now, on all services. */
  boolean pause(CamelContext context, String routeId) throws SchedulerException {
    QuartzEndpoint clock = clockOf(context, routeId);
    if (clock != null) {
      component.getScheduler().pauseTrigger(clock.getTriggerKey());
    }
    return clock != null;
  }

  /** Whether a route has a clock; if so it runs again. */
  boolean resume(CamelContext context, String routeId) throws SchedulerException {
    QuartzEndpoint clock = clockOf(context, routeId);
    if (clock != null) {
      component.getScheduler().resumeTrigger(clock.getTriggerKey());
    }
    return clock != null;
  }

  /** Lets the clock of a route strike now; it runs on this service or another. */
  public void fire(CamelContext context, String routeId) throws SchedulerException {
    TriggerKey key = Objects.requireNonNull(clockOf(context, routeId)).getTriggerKey();
    component.getScheduler().triggerJob(new JobKey(key.getName(), key.getGroup()));
  }

  private static @org.jspecify.annotations.Nullable QuartzEndpoint clockOf(
      CamelContext context, String routeId) {
    Route route = context.getRoute(routeId);
    return route != null && route.getEndpoint() instanceof QuartzEndpoint it ? it : null;
  }

  /**
   * No new run begins on this service; so that none is taken that its routes cannot do any more.
   */
  public synchronized void standBy() {
    try {
      if (running.isPresent()) {
        running.get().standby();
      }
    } catch (SchedulerException e) {
      LOG.warn("The clocks did not stop: {}", e.getMessage());
    }
  }

  /**
   * The clock of the machine was set: what waits for a time by the old one, for an hour or more
   * where that was ahead, is woken and looks at the new one.
   */
  synchronized void clockWasSet() {
    try {
      if (running.isPresent() && running.get().isStarted() && !running.get().isInStandbyMode()) {
        running.get().standby();
        running.get().start();
      }
    } catch (SchedulerException e) {
      LOG.warn("The clocks could not be told that the time has changed: {}", e.getMessage());
    }
  }

  /** Ends the clocks of this service; those in the warehouse go on elsewhere, or later. */
  public void stop() {
    try {
      if (running.isPresent() && !running.get().isShutdown()) {
        running.get().shutdown(true);
      }
    } catch (SchedulerException e) {
      LOG.warn("The clocks did not end in order: {}", e.getMessage());
    }
  }

  private record Pool(DataSource dataSource) implements ConnectionProvider {
    @Override
    public java.sql.Connection getConnection() throws java.sql.SQLException {
      return dataSource.getConnection();
    }

    @Override
    public void shutdown() {
      // The pool is not the scheduler's to close.
    }

    @Override
    public void initialize() {
      // It is open already.
    }
  }
}
