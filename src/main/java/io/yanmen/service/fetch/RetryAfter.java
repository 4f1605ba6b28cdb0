package io.yanmen.service.fetch;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Takes a server at its word: the pause before the next try is the one that it asked for. */
public final class RetryAfter implements Processor {
  /** Called by the error handler at each failure, before it makes its pause. */
  @Override
  public void process(Exchange exchange) {
    if (exchange.getProperty(Exchange.EXCEPTION_CAUGHT) instanceof HttpStatusException answer) {
      answer
          .retryAfter()
          .ifPresent(
              wait -> exchange.getIn().setHeader(Exchange.REDELIVERY_DELAY, wait.toMillis()));
    }
  }
}
