package io.yanmen.service.schedule;

import io.yanmen.model.Period;
import io.yanmen.service.fetch.FeedRefusedException;
import io.yanmen.service.fetch.HttpStatusException;
import io.yanmen.service.fetch.PeriodSelection;
import io.yanmen.service.fetch.run.Feeds;
import io.yanmen.service.home.FailureReason;
import io.yanmen.warehouse.query.ObservationFilter;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs routes because a person said so: once, or for each period of a span. */
public final class RouteRuns {
  private static final Logger LOG = LoggerFactory.getLogger(RouteRuns.class);

  private final CamelContext context;
  private final BackfillProgress backfills;
  private final FailureReason reason;

  public RouteRuns(CamelContext context, BackfillProgress backfills, FailureReason reason) {
    this.context = context;
    this.reason = reason;
    this.backfills = backfills;
  }

  /** Is told how far a run has come. */
  @FunctionalInterface
  public interface Watcher {
    void at(int total, int done, int failed) throws SQLException;
  }

  /**
   * What became of a run.
   *
   * @param message why something failed; empty if nothing did
   */
  public record RunResult(int total, int failed, String message) {
    public boolean good() {
      return message.isEmpty();
    }
  }

  /** Does once what the route's clock lets it do. */
  public RunResult once(String routeId, Watcher watcher) throws SQLException {
    watcher.at(1, 0, 0);
    Optional<Throwable> failure = run(routeId, Optional.empty());
    watcher.at(1, 1, failure.isPresent() ? 1 : 0);
    return new RunResult(1, failure.isPresent() ? 1 : 0, failure.map(reason::of).orElse(""));
  }

  /**
   * Fetches each period of a span, but those that the same backfill has already fetched before it
   * was broken off. A period that the publisher does not have is passed over, and tried again by
   * the next backfill of the span; a publisher that cannot be reached ends it.
   *
   * @throws IllegalArgumentException if a period cannot be understood
   */
  public RunResult backfill(String routeId, String first, String last, Watcher watcher)
      throws SQLException {
    List<Period> periods =
        PeriodSelection.range(ObservationFilter.period(first), ObservationFilter.period(last));
    if (periods.isEmpty()) {
      throw new IllegalArgumentException(first + " > " + last);
    }
    long backfill = backfills.open(routeId, first, last);
    Set<String> known = backfills.done(backfill);
    int done = 0;
    int failed = 0;
    String message = "";
    for (Period period : periods) {
      if (!known.contains(period.label())) {
        Optional<Throwable> failure = run(routeId, Optional.of(period));
        if (failure.isEmpty()) {
          backfills.done(backfill, period.label());
        } else {
          failed++;
          message = period.label() + ": " + reason.of(failure.get());
          LOG.warn("Backfill of {}: {}", routeId, message);
        }
        if (failure.filter(it -> !isOfThisPeriodAlone(it)).isPresent()) {
          return new RunResult(periods.size(), failed, message);
        }
      }
      done++;
      watcher.at(periods.size(), done, failed);
    }
    if (failed == 0) {
      backfills.finish(backfill);
    }
    return new RunResult(periods.size(), failed, message);
  }

  private static boolean isOfThisPeriodAlone(Throwable failure) {
    return failure instanceof FeedRefusedException
        || (failure instanceof HttpStatusException answer && !answer.passes());
  }

  private Optional<Throwable> run(String routeId, Optional<Period> period) {
    Route route = context.getRoute(routeId);
    if (route == null) {
      return Optional.of(new IllegalArgumentException("there is no route " + routeId));
    }
    Exchange exchange = route.getEndpoint().createExchange();
    exchange.setProperty(Feeds.FORCED, true);
    period.ifPresent(it -> exchange.setProperty(Feeds.PERIOD, it.label()));
    try {
      route.getProcessor().process(exchange);
    } catch (Exception e) {
      return Optional.of(e);
    }
    Throwable failure = exchange.getException();
    if (failure == null && exchange.getExchangeExtension().isFailureHandled()) {
      failure = exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Throwable.class);
    }
    return Optional.ofNullable(failure).map(FailureReason::causeOf);
  }
}
