package io.yanmen.route;

import org.apache.camel.CamelExchangeException;
import org.apache.camel.ExchangeException;

/** Why a run failed, without what Camel wraps around it on its way. */
public final class FailureReason {
  /** For the routes: in one line. */
  public String of(@ExchangeException Throwable failure) {
    Throwable cause = causeOf(failure);
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  static Throwable causeOf(Throwable failure) {
    Throwable it = failure;
    while (it instanceof CamelExchangeException && it.getCause() != null) {
      it = it.getCause();
    }
    return it;
  }
}
