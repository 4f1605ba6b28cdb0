package io.yanmen.service.fetch.run;

import io.yanmen.model.Period;
import io.yanmen.model.message.UserError;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.secret.Secrets;
import io.yanmen.service.fetch.Feed;
import io.yanmen.service.fetch.PageRequest;
import io.yanmen.service.fetch.PeriodSelection;
import io.yanmen.service.inbox.ReceivedFile;
import io.yanmen.warehouse.query.ObservationFilter;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of a scheduled feed: which periods, which request, and what to remember of it. */
public final class Feeds {
  /** The property of an exchange that names the one period of a backfill. */
  public static final String PERIOD = "feedPeriod";

  /** The property of an exchange that says that a person asked for the run. */
  public static final String FORCED = "feedForced";

  private static final Logger LOG = LoggerFactory.getLogger(Feeds.class);

  private final FeedState memory;
  private final FeedBodies bodies;
  private final RunLocks locks;
  private final Secrets secrets;
  private final Clock clock;

  public Feeds(FeedState memory, FeedBodies bodies, RunLocks locks, Secrets secrets, Clock clock) {
    this.secrets = secrets;
    this.memory = memory;
    this.bodies = bodies;
    this.locks = locks;
    this.clock = clock;
  }

  /** The runs that are due: one for each period, or one for a feed that knows no periods. */
  public List<FeedRun> plan(@Body Feed feed, Exchange exchange) throws SQLException {
    bodies.source(feed.source());
    locks.hold(exchange.getFromRouteId(), exchange);
    FeedTally tally = new FeedTally();
    exchange.setProperty(FeedTally.PROPERTY, tally);
    boolean forced = exchange.getProperty(FORCED, false, Boolean.class);
    Optional<Period> only =
        Optional.ofNullable(exchange.getProperty(PERIOD, String.class))
            .map(ObservationFilter::period);
    Optional<PeriodSelection> selection = feed.selection();
    if (selection.isEmpty()) {
      if (only.isPresent()) {
        throw new UserError("run.no_backfill", feed.name());
      }
      return List.of(new FeedRun(feed, Optional.empty(), forced, tally));
    }
    List<Period> periods =
        only.isPresent()
            ? List.of(only.get())
            : selection
                .get()
                .periods(
                    LocalDate.ofInstant(clock.instant(), feed.zone()),
                    memory.newestMonth(feed.source()),
                    feed.first());
    return periods.stream().map(it -> new FeedRun(feed, Optional.of(it), forced, tally)).toList();
  }

  /** Makes the message the next request, with the marks of the answer that is known. */
  public void request(@ExchangeProperty("run") FeedRun run, Exchange exchange) throws SQLException {
    PageRequest request = run.next();
    // Before anything can fail with them: the server may repeat them in whatever it says.
    secrets.learn(request.secrets());
    URI uri = URI.create(request.url());
    Map<String, Object> headers = exchange.getMessage().getHeaders();
    headers.clear();
    headers.putAll(request.headers());
    headers.put(Exchange.HTTP_METHOD, "GET");
    headers.put(Exchange.HTTP_URI, request.url().split("\\?", 2)[0]);
    if (uri.getRawQuery() != null) {
      headers.put(Exchange.HTTP_RAW_QUERY, uri.getRawQuery());
    }
    headers.put("CamelFeedServer", uri.getAuthority());
    exchange.getMessage().setBody(null);
    if (!run.forced()) {
      memory.last(run.feed().name(), shown(request)).ifPresent(it -> mark(headers, it));
    }
    LOG.debug("Asking for {}", request);
  }

  /** A secret of the settings may stand in an address too, by a placeholder of Camel's. */
  private String shown(PageRequest request) {
    return secrets.masked(request.shown());
  }

  private static void mark(Map<String, Object> headers, FeedState.Answer known) {
    if (!known.etag().isEmpty()) {
      headers.put("If-None-Match", known.etag());
    }
    if (!known.lastModified().isEmpty()) {
      headers.put("If-Modified-Since", known.lastModified());
    }
  }

  /** Takes an answer in; the run then knows its next page. */
  public void keep(@ExchangeProperty("run") FeedRun run, Exchange exchange)
      throws SQLException, IOException {
    PageRequest request = run.next();
    Optional<FeedState.Answer> known = memory.last(run.feed().name(), shown(request));
    Optional<FeedRun.Body> body = bodies.keep(run, exchange, known);
    if (body.isPresent()) {
      run.add(body.get());
    }
  }

  /** For every end of a run: what was fetched and not handed on goes away. */
  public void begin(@Body FeedRun run, Exchange exchange) {
    exchange.setProperty("run", run);
    exchange
        .getExchangeExtension()
        .addOnCompletion(
            new SynchronizationAdapter() {
              @Override
              public void onDone(Exchange done) {
                try {
                  run.discard();
                } catch (IOException e) {
                  LOG.warn("A fetched page was left behind: {}", e.getMessage());
                }
              }
            });
  }

  /** The arrival that a page becomes. */
  public ReceivedFile arrival(@Body FeedRun.Body body, @ExchangeProperty("run") FeedRun run)
      throws IOException {
    run.tally().file();
    return bodies.arrival(body.file(), body.request().fileName(), run.feed().source());
  }

  /** After the load, never before: a page that could not be loaded has to come again. */
  public void remember(
      @ExchangeProperty("page") FeedRun.Body body,
      @ExchangeProperty("run") FeedRun run,
      @ExchangeProperty("outcome") Outcome outcome)
      throws SQLException {
    LOG.debug("{} became load {}", body.request(), outcome);
    run.tally().loaded(outcome.counts());
    memory.remember(
        run.feed().name(),
        shown(body.request()),
        new FeedState.Answer(body.etag(), body.lastModified(), body.sha256(), body.nextPage()));
  }
}
