package io.yanmen.service.schedule;

import io.yanmen.service.fetch.run.FeedTally;
import io.yanmen.service.home.FailureReason;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps in the warehouse what a service runs and what its clocks make it do, from Camel's own
 * events. A warehouse that is away costs an entry of the journal, never a run.
 */
public final class RunLog extends EventNotifierSupport {
  private static final Logger LOG = LoggerFactory.getLogger(RunLog.class);

  /** Group of the routes of single operations: one route stands for all of them. */
  private static final String OPERATIONS = "api";

  private static final String SCHEDULED = "scheduledAt";
  private static final String NUMBER = "runNumber";

  private final RouteStates board;
  private final String node;
  private final Watcher watcher;
  private final FailureReason reason;
  private final Clock clock;

  /** The name of a feed, by the group that its clock is in; empty for another route. */
  public static Optional<String> feedOf(Endpoint endpoint) {
    return endpoint instanceof QuartzEndpoint clock
            && clock.getTriggerKey().getGroup().equals("feeds")
        ? Optional.of(clock.getTriggerKey().getName())
        : Optional.empty();
  }

  /** Is told of each firing of a feed that ended, also while the warehouse is away. */
  @FunctionalInterface
  public interface Watcher {
    void ended(String feed, RouteStates.Run run);
  }

  public RunLog(
      RouteStates board, String node, Watcher watcher, FailureReason reason, Clock clock) {
    this.reason = reason;
    this.board = board;
    this.node = node;
    this.watcher = watcher;
    this.clock = clock;
    setIgnoreCamelContextEvents(false);
    setIgnoreExchangeSentEvents(true);
    setIgnoreStepEvents(true);
  }

  @Override
  public void notify(CamelEvent event) {
    if (event instanceof CamelEvent.CamelContextStartedEvent started) {
      tellRoutes(started.getContext(), true);
    } else if (event instanceof CamelEvent.CamelContextStoppingEvent stopping) {
      tellRoutes(stopping.getContext(), false);
    } else if (event instanceof CamelEvent.RouteEvent change) {
      CamelContext context = change.getRoute().getCamelContext();
      if (context.isStarted()) {
        tellRoutes(context, true);
      }
    } else if (event instanceof CamelEvent.ExchangeCreatedEvent created) {
      if (isRun(created.getExchange())) {
        tellBegin(created.getExchange());
      }
    } else if (event instanceof CamelEvent.ExchangeCompletedEvent done) {
      if (isRun(done.getExchange())) {
        tellEnd(done.getExchange());
      }
    } else if (event instanceof CamelEvent.ExchangeFailedEvent failed) {
      if (isRun(failed.getExchange())) {
        tellEnd(failed.getExchange());
      }
    }
  }

  /** The parts that a firing is split into are no firings. */
  public static boolean isRun(Exchange exchange) {
    return exchange.getFromEndpoint() instanceof QuartzEndpoint
        && exchange.getProperty(ExchangePropertyKey.SPLIT_INDEX) == null;
  }

  private void tellBegin(Exchange exchange) {
    // Kept now, since steps of the route replace the clock's headers.
    Date scheduled = exchange.getIn().getHeader("scheduledFireTime", Date.class);
    if (scheduled != null) {
      exchange.setProperty(SCHEDULED, scheduled.toInstant());
    }
    try {
      exchange.setProperty(NUMBER, begin(exchange));
    } catch (SQLException e) {
      LOG.warn("a run of {} could not be noted: {}", exchange.getFromRouteId(), e.getMessage());
    }
  }

  private long begin(Exchange exchange) throws SQLException {
    return board.begin(
        node,
        exchange.getFromRouteId(),
        Optional.ofNullable(exchange.getProperty(SCHEDULED, Instant.class)),
        Instant.ofEpochMilli(exchange.getClock().getCreated()));
  }

  private void tellEnd(Exchange exchange) {
    RouteStates.Run run = ended(exchange);
    feedOf(exchange.getFromEndpoint()).ifPresent(feed -> watcher.ended(feed, run));
    try {
      Long number = exchange.getProperty(NUMBER, Long.class);
      board.finish(number == null ? begin(exchange) : number, run);
    } catch (SQLException e) {
      LOG.warn("a run of {} could not be noted: {}", exchange.getFromRouteId(), e.getMessage());
    }
    tellRoutes(exchange.getContext(), true);
  }

  /** What a run failed of, also where the route has dealt with it. */
  public static Optional<Exception> failureOf(Exchange exchange) {
    Exception cause = exchange.getException();
    return cause == null && exchange.getExchangeExtension().isFailureHandled()
        ? Optional.ofNullable(
            exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Exception.class))
        : Optional.ofNullable(cause);
  }

  private RouteStates.Run ended(Exchange exchange) {
    Exception cause = failureOf(exchange).orElse(null);
    FeedTally tally = exchange.getProperty(FeedTally.PROPERTY, new FeedTally(), FeedTally.class);
    return new RouteStates.Run(
        Optional.ofNullable(exchange.getProperty(SCHEDULED, Instant.class)),
        Instant.ofEpochMilli(exchange.getClock().getCreated()),
        Optional.of(clock.instant()),
        cause == null ? RouteStates.RunState.COMPLETED : RouteStates.RunState.FAILED,
        cause == null ? "" : reason.of(cause),
        tally.files(),
        tally.unchangedAnswers(),
        tally.figures());
  }

  private void tellRoutes(CamelContext context, boolean running) {
    List<RouteStates.ListedRoute> entries = new ArrayList<>();
    for (Route route : context.getRoutes()) {
      if (OPERATIONS.equals(route.getGroup())) {
        continue;
      }
      Optional<QuartzEndpoint> clockwork =
          route.getEndpoint() instanceof QuartzEndpoint it ? Optional.of(it) : Optional.empty();
      String state = running ? stateOf(context, route) : "Stopped";
      boolean runs = state.equals("Started");
      entries.add(
          new RouteStates.ListedRoute(
              node,
              route.getRouteId(),
              Optional.ofNullable(route.getDescription()).orElse(""),
              clockwork.map(QuartzEndpoint::getCron).orElse(""),
              state,
              runs ? clockwork.flatMap(RunLog::nextRun) : Optional.empty(),
              Optional.empty()));
    }
    try {
      board.put(node, entries);
    } catch (SQLException e) {
      LOG.warn("the state of the routes could not be noted: {}", e.getMessage());
    }
  }

  private static String stateOf(CamelContext context, Route route) {
    return String.valueOf(context.getRouteController().getRouteStatus(route.getRouteId()));
  }

  private static Optional<Instant> nextRun(QuartzEndpoint endpoint) {
    try {
      Trigger trigger = endpoint.getComponent().getScheduler().getTrigger(endpoint.getTriggerKey());
      return Optional.ofNullable(trigger)
          .flatMap(it -> Optional.ofNullable(it.getNextFireTime()))
          .map(java.util.Date::toInstant);
    } catch (SchedulerException e) {
      return Optional.empty();
    }
  }
}
