package io.yanmen.service.alert.event;

import io.yanmen.service.schedule.RunLog;
import org.apache.camel.Exchange;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;

/**
 * Sees from Camel's own events that a feed failed. The routes' error handler does not: a failure
 * that the error handler of a called route has given up on passes by that of its caller.
 */
public final class FeedWatch extends EventNotifierSupport {
  private final FeedAlerts alerts;

  FeedWatch(FeedAlerts alerts) {
    this.alerts = alerts;
    setIgnoreCamelContextEvents(true);
    setIgnoreRouteEvents(true);
    setIgnoreExchangeSentEvents(true);
    setIgnoreStepEvents(true);
  }

  @Override
  public void notify(CamelEvent event) {
    if (event instanceof CamelEvent.ExchangeFailedEvent failed) {
      look(failed.getExchange());
    } else if (event instanceof CamelEvent.ExchangeCompletedEvent done) {
      look(done.getExchange());
    }
  }

  private void look(Exchange exchange) {
    String feed = exchange.getProperty("feed", String.class);
    if (feed != null && RunLog.isRun(exchange)) {
      RunLog.failureOf(exchange).ifPresent(it -> alerts.failed(feed, it));
    }
  }
}
