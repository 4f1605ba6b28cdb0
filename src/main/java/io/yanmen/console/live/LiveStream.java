package io.yanmen.console.live;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.yanmen.service.ingest.LoadEvents;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what happens to the pages that are open, as server-sent events (HTML Living Standard, 9.2):
 * kinds {@code load} and {@code route}, and {@code reset} to a page that missed more than is known.
 * Each connection ends after some minutes, so that whoever reads is asked anew who they are;
 * browsers come back by themselves.
 */
public final class LiveStream {
  private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);
  private static final long LOOK_MILLIS = 3_000;
  private static final long LONGEST_MILLIS = Duration.ofMinutes(10).toMillis();

  private final EventBuffer journal;
  private final EventPublisher happenings;
  private final int mostReaders;
  private final long heartbeatMillis;
  private final AtomicInteger readers = new AtomicInteger();
  private final AtomicBoolean looking = new AtomicBoolean();

  /**
   * @param events of this service
   * @param mostReaders who may read at once; more are asked to come later
   * @param heartbeatMillis after which something is sent even if nothing happens
   */
  public LiveStream(
      LoadEvents events, DataSource warehouse, int mostReaders, long heartbeatMillis, Clock clock) {
    this.journal = new EventBuffer(clock);
    this.happenings = new EventPublisher(journal, warehouse);
    this.mostReaders = mostReaders;
    this.heartbeatMillis = heartbeatMillis;
    events.subscribe(happenings::load);
  }

  /** After the gate, before Camel. */
  public void install(Vertx vertx, Router router) {
    router.route(HttpMethod.GET, "/events").order(-30).handler(this::open);
    vertx.setPeriodic(1, LOOK_MILLIS, id -> look(vertx));
  }

  private void look(Vertx vertx) {
    if (!looking.compareAndSet(false, true)) {
      return;
    }
    vertx
        .executeBlocking(
            () -> {
              if (journal.isRead()) {
                happenings.look();
              } else {
                happenings.forget();
              }
              return true;
            },
            false)
        .onComplete(
            done -> {
              looking.set(false);
              if (done.failed()) {
                LOG.debug("What others do cannot be seen", done.cause());
              }
            });
  }

  private void open(RoutingContext context) {
    if (readers.incrementAndGet() > mostReaders) {
      readers.decrementAndGet();
      context.response().putHeader("Retry-After", "30");
      context.fail(503);
      return;
    }
    HttpServerResponse response = context.response();
    response
        .setChunked(true)
        .putHeader("Content-Type", "text/event-stream; charset=utf-8")
        .putHeader("X-Accel-Buffering", "no")
        .write("retry: 3000\n\n");
    Consumer<LiveEvent> reader = event -> send(context, event);
    Vertx vertx = context.vertx();
    long heartbeat = vertx.setPeriodic(heartbeatMillis, id -> write(context, ": still here\n\n"));
    long end = vertx.setTimer(LONGEST_MILLIS, id -> response.end());
    context.addEndHandler(
        done -> {
          journal.leave(reader);
          vertx.cancelTimer(heartbeat);
          vertx.cancelTimer(end);
          readers.decrementAndGet();
        });
    Optional<String> lastSeen = Optional.ofNullable(context.request().getHeader("Last-Event-ID"));
    if (!journal.join(lastSeen, reader)) {
      write(context, "event: reset\ndata: {}\n\n");
    }
  }

  private void send(RoutingContext context, LiveEvent event) {
    write(
        context,
        "id: %s\nevent: %s\ndata: %s\n\n"
            .formatted(journal.idOf(event), event.kind(), event.data()));
  }

  /** Whoever does not take what is sent is let go; they come back and get what they missed. */
  private static void write(RoutingContext context, String text) {
    HttpServerResponse response = context.response();
    if (response.closed() || response.ended()) {
      return;
    }
    if (response.writeQueueFull()) {
      context.request().connection().close();
    } else {
      response.write(text);
    }
  }
}
