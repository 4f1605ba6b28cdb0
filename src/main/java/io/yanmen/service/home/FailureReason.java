package io.yanmen.service.home;

import io.yanmen.secret.Secrets;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.ExchangeException;

/** Why a run failed, without what Camel wraps around it on its way, and without secrets. */
public final class FailureReason {
  private final Secrets secrets;

  public FailureReason(Secrets secrets) {
    this.secrets = secrets;
  }

  /** For the routes: in one line, without secrets. */
  public String of(@ExchangeException Throwable failure) {
    return secrets.masked(said(failure));
  }

  /** As it was said, for those who mask it themselves. */
  public static String said(Throwable failure) {
    Throwable cause = causeOf(failure);
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  public static Throwable causeOf(Throwable failure) {
    Throwable it = failure;
    while (it instanceof CamelExchangeException && it.getCause() != null) {
      it = it.getCause();
    }
    return it;
  }
}
