package io.yanmen.service.fetch;

import io.yanmen.model.message.Bilingual;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A server that answers, but not with what was asked for. */
public final class HttpStatusException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;
  // A Duration is serialisable; an Optional would not be.
  private final long waitMillis;

  /**
   * @param request without its secrets
   * @param wait how long the server asks to be left in peace
   * @param location where it redirects to; empty if it does not
   */
  public HttpStatusException(
      int status, String request, Optional<Duration> wait, Optional<String> location) {
    super(message(status, request, location));
    this.status = status;
    this.waitMillis = wait.map(Duration::toMillis).orElse(-1L);
  }

  private static String message(int status, String request, Optional<String> location) {
    Bilingual words =
        location.isPresent()
            ? Bilingual.whole("answer.redirect", location.get(), status)
            : Bilingual.whole("answer.status", status);
    return request + ": " + words.both();
  }

  public int status() {
    return status;
  }

  /** What Retry-After said; empty if it said nothing. */
  public Optional<Duration> retryAfter() {
    return waitMillis < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(waitMillis));
  }

  /** Whether the same request may be answered better a little later. */
  public boolean passes() {
    return status == 408 || status == 425 || status == 429 || status >= 500;
  }
}
