package io.yanmen.service.alert.event;

import io.yanmen.service.alert.AlertKind;
import io.yanmen.service.alert.outbox.AlertFactory;
import io.yanmen.service.alert.outbox.Alerts;
import io.yanmen.service.home.FailureReason;
import org.apache.camel.ExchangeException;
import org.apache.camel.ExchangeProperty;

/** What people are told of feeds: that one could not be fetched, and that it was fetched again. */
public final class FeedAlerts {
  private final Alerts alerts;
  private final AlertFactory teller;

  FeedAlerts(Alerts alerts, AlertFactory teller) {
    this.alerts = alerts;
    this.teller = teller;
  }

  /** For the route: a feed failed. */
  public void failed(@ExchangeProperty("feed") String feed, @ExchangeException Throwable failure) {
    alerts.tell(teller.alert(AlertKind.FEED_FAILED, feed, feed, FailureReason.said(failure)));
  }

  /** For the route: a feed was fetched and what it brought was loaded. */
  public void fetched(@ExchangeProperty("feed") String feed) {
    alerts.over(AlertKind.FEED_FAILED, teller.alert(AlertKind.FEED_BACK, feed, feed, ""));
  }
}
