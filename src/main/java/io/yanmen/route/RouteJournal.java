package io.yanmen.route;

import io.yanmen.warehouse.RouteBoard;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
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
public final class RouteJournal extends EventNotifierSupport {
  private static final Logger LOG = LoggerFactory.getLogger(RouteJournal.class);

  private static final String SCHEDULED = "scheduledAt";

  private final RouteBoard board;
  private final String node;
  private final Clock clock;

  public RouteJournal(RouteBoard board, String node, Clock clock) {
    this.board = board;
    this.node = node;
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
      keepSchedule(created.getExchange());
    } else if (event instanceof CamelEvent.ExchangeCompletedEvent done) {
      tellRun(done.getExchange());
    } else if (event instanceof CamelEvent.ExchangeFailedEvent failed) {
      tellRun(failed.getExchange());
    }
  }

  /** Now, since steps of the route replace the clock's headers. */
  private static void keepSchedule(Exchange exchange) {
    Date scheduled = exchange.getIn().getHeader("scheduledFireTime", Date.class);
    if (exchange.getFromEndpoint() instanceof QuartzEndpoint && scheduled != null) {
      exchange.setProperty(SCHEDULED, scheduled.toInstant());
    }
  }

  private void tellRun(Exchange exchange) {
    if (!isRun(exchange)) {
      return;
    }
    Exception cause = failureOf(exchange).orElse(null);
    Optional<FeedTally> tally =
        Optional.ofNullable(exchange.getProperty(FeedTally.PROPERTY, FeedTally.class));
    RouteBoard.Run run =
        new RouteBoard.Run(
            Optional.ofNullable(exchange.getProperty(SCHEDULED, Instant.class)),
            Instant.ofEpochMilli(exchange.getClock().getCreated()),
            clock.instant(),
            cause == null,
            cause == null ? "" : new FailureReason().of(cause),
            tally.map(FeedTally::files).orElse(0),
            tally.map(FeedTally::unchangedAnswers).orElse(0));
    try {
      board.add(node, exchange.getFromRouteId(), run);
    } catch (SQLException e) {
      LOG.warn("a run of {} could not be noted: {}", exchange.getFromRouteId(), e.getMessage());
    }
    tellRoutes(exchange.getContext(), true);
  }

  /** Whether it is a whole firing of a clock's route, and no part of one. */
  static boolean isRun(Exchange exchange) {
    return exchange.getFromEndpoint() instanceof QuartzEndpoint
        && exchange.getProperty(ExchangePropertyKey.SPLIT_INDEX) == null;
  }

  /** What a run failed of, also where the route has dealt with it. */
  static Optional<Exception> failureOf(Exchange exchange) {
    Exception cause = exchange.getException();
    return cause == null && exchange.getExchangeExtension().isFailureHandled()
        ? Optional.ofNullable(
            exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Exception.class))
        : Optional.ofNullable(cause);
  }

  private void tellRoutes(CamelContext context, boolean running) {
    List<RouteBoard.Entry> entries = new ArrayList<>();
    for (Route route : context.getRoutes()) {
      Optional<QuartzEndpoint> clockwork =
          route.getEndpoint() instanceof QuartzEndpoint it ? Optional.of(it) : Optional.empty();
      String state = running ? stateOf(context, route) : "Stopped";
      boolean runs = state.equals("Started");
      entries.add(
          new RouteBoard.Entry(
              node,
              route.getRouteId(),
              Optional.ofNullable(route.getDescription()).orElse(""),
              clockwork.map(QuartzEndpoint::getCron).orElse(""),
              state,
              runs ? clockwork.flatMap(RouteJournal::nextRun) : Optional.empty(),
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
