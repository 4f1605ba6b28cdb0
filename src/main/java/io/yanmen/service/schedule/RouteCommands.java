package io.yanmen.service.schedule;

import io.yanmen.service.home.FailureReason;
import io.yanmen.service.observe.ClockWatch;
import io.yanmen.warehouse.connection.AdvisoryLock;
import io.yanmen.warehouse.connection.SharedSessionLock;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does on this service what people ask for in the warehouse: routes are paused and resumed on every
 * service, a run is done by the first that sees it. While it works the warehouse knows that a
 * service runs.
 */
public final class RouteCommands implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RouteCommands.class);

  private final DataSource warehouse;
  private final RouteCommandQueue control;
  private final CamelContext context;
  private final Schedules schedules;
  private final RouteRuns runs;
  private final FailureReason reason;
  private final String node;
  private final ScheduledExecutorService looking;
  private final ExecutorService working;
  private final Set<String> paused = new HashSet<>();
  private final ClockWatch clock = new ClockWatch();
  private final AtomicBoolean busy = new AtomicBoolean();
  private final SharedSessionLock presence;

  public RouteCommands(
      DataSource warehouse,
      CamelContext context,
      Schedules schedules,
      RouteRuns runs,
      FailureReason reason,
      String node) {
    this.warehouse = warehouse;
    this.control = new RouteCommandQueue(warehouse);
    this.presence = new SharedSessionLock(warehouse, RouteCommandQueue.SERVICE_LOCK);
    this.context = context;
    this.schedules = schedules;
    this.runs = runs;
    this.reason = reason;
    this.node = node;
    this.looking =
        context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "commands");
    this.working = context.getExecutorServiceManager().newSingleThreadExecutor(this, "run by hand");
  }

  /**
   * Tells that this service is there, before it does anything.
   *
   * @param alreadyPaused what the routes know at their start
   */
  public void start(Duration delay, Set<String> alreadyPaused) throws SQLException {
    paused.addAll(alreadyPaused);
    presence.take();
    // It ends with its executor, and catches what goes wrong itself.
    var unused =
        looking.scheduleWithFixedDelay(
            this::look, delay.toMillis(), delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  // A look that fails must not be the last one, whatever the failure.
  private void look() {
    try {
      long set = clock.setBy();
      if (set != 0) {
        LOG.warn("The clock of this machine was set by {} s", set / 1000);
        schedules.clockWasSet();
      }
      presence.confirm();
      follow(control.paused());
      // One at a time: a run that is taken is begun, and whoever asked can see that it is alive.
      if (!busy.get()) {
        control
            .take(node)
            .ifPresent(
                command -> {
                  busy.set(true);
                  working.execute(() -> run(command));
                });
      }
    } catch (SQLException e) {
      LOG.debug("The warehouse cannot be asked for commands", e);
    } catch (Exception e) {
      LOG.warn("A command could not be carried out: {}", e.toString());
    }
  }

  private void follow(Set<String> wanted) throws Exception {
    for (String route : wanted) {
      if (paused.add(route)) {
        pause(route);
      }
    }
    for (String route : Set.copyOf(paused)) {
      if (!wanted.contains(route)) {
        paused.remove(route);
        resume(route);
      }
    }
  }

  private void pause(String route) throws Exception {
    LOG.info("The route {} is paused", route);
    if (!schedules.pause(context, route) && context.getRoute(route) != null) {
      context.getRouteController().suspendRoute(route);
    }
  }

  private void resume(String route) throws Exception {
    LOG.info("The route {} is resumed", route);
    if (schedules.resume(context, route) || context.getRoute(route) == null) {
      return;
    }
    ServiceStatus status = context.getRouteController().getRouteStatus(route);
    if (status.isSuspended()) {
      context.getRouteController().resumeRoute(route);
    } else {
      context.getRouteController().startRoute(route);
    }
  }

  private void run(RouteCommandQueue.Command command) {
    String message;
    try (AdvisoryLock alive =
        AdvisoryLock.exclusive(warehouse, RouteCommandQueue.runLock(command.id()))) {
      LOG.info("A person asked for a run of {}: {}", command.route(), alive.isHeld());
      RouteRuns.Watcher watcher =
          (total, done, failed) -> control.progress(command.id(), total, done, failed);
      RouteRuns.RunResult result =
          command.first().isEmpty()
              ? runs.once(command.route(), watcher)
              : runs.backfill(command.route(), command.first(), command.last(), watcher);
      message = result.message();
    } catch (SQLException | RuntimeException e) {
      message = reason.of(e);
    }
    try {
      control.finish(command.id(), message);
    } catch (SQLException e) {
      LOG.warn("The end of a run of {} could not be noted: {}", command.route(), e.getMessage());
    } finally {
      busy.set(false);
    }
  }

  @Override
  public void close() {
    looking.shutdownNow();
    working.shutdownNow();
    presence.close();
  }
}
