package io.yanmen.route;

import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;

/** Lets the arrivals look at the inbox before Camel reads it, so that one look decides for all. */
final class InboxPolls extends DefaultPollingConsumerPollStrategy {
  private final Arrivals arrivals;

  InboxPolls(Arrivals arrivals) {
    this.arrivals = arrivals;
  }

  @Override
  public boolean begin(Consumer consumer, Endpoint endpoint) {
    arrivals.look();
    return super.begin(consumer, endpoint);
  }
}
