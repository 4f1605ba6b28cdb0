package io.yanmen.service.fetch;

import java.io.IOException;
import java.time.Duration;
import org.apache.camel.Exchange;

/**
 * Which failures of a request are worth another try. Camel's error handler counts the tries and
 * makes the pauses; a server that asks for more patience than a limit is left alone until the
 * feed's next time.
 */
public final class FetchRetry {
  private final int times;
  private final Duration longestWait;

  public FetchRetry(int times, Duration longestWait) {
    this.times = times;
    this.longestWait = longestWait;
  }

  /** Asked by the error handler after each failure, which is counted already. */
  public boolean isWorthAnotherTry(Exchange exchange) {
    Integer tries = exchange.getIn().getHeader(Exchange.REDELIVERY_COUNTER, Integer.class);
    return (tries == null ? 0 : tries) <= times
        && isPassing(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
  }

  private boolean isPassing(Throwable cause) {
    if (cause instanceof HttpStatusException answer) {
      return answer.passes()
          && answer.retryAfter().filter(it -> it.compareTo(longestWait) > 0).isEmpty();
    }
    return cause instanceof IOException && !(cause instanceof FeedRefusedException);
  }
}
