package io.yanmen.service.inbox;

import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;

/**
 * Lets the arrivals look at the inbox before Camel reads it, so that one look decides for all; and
 * looks for what is never taken.
 */
public final class InboxPollStrategy extends DefaultPollingConsumerPollStrategy {
  private final InboxFilter arrivals;
  private final UnusableFileNotifier strays;

  public InboxPollStrategy(InboxFilter arrivals, UnusableFileNotifier strays) {
    this.arrivals = arrivals;
    this.strays = strays;
  }

  @Override
  public boolean begin(Consumer consumer, Endpoint endpoint) {
    arrivals.look();
    strays.look();
    return super.begin(consumer, endpoint);
  }
}
