package io.yanmen.console.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down who guesses passwords: after five failures of one name or one address within a quarter
 * of an hour, further attempts are refused until the quarter of an hour is over.
 */
final class LoginLimit {
  static final int FAILURES = 5;
  static final Duration WITHIN = Duration.ofMinutes(15);
  private static final int MOST_REMEMBERED = 10_000;

  private record Failures(int count, Instant since) {}

  private final Clock clock;
  private final Map<String, Failures> failures = new LinkedHashMap<>();

  LoginLimit(Clock clock) {
    this.clock = clock;
  }

  synchronized boolean isOver(String name, String address) {
    return count("name " + name) >= FAILURES || count("address " + address) >= 4 * FAILURES;
  }

  synchronized void failed(String name, String address) {
    note("name " + name);
    note("address " + address);
  }

  synchronized void succeeded(String name) {
    failures.remove("name " + name);
  }

  private int count(String key) {
    Failures known = failures.get(key);
    return known == null || known.since().plus(WITHIN).isBefore(clock.instant())
        ? 0
        : known.count();
  }

  private void note(String key) {
    Failures before = failures.get(key);
    failures.put(
        key,
        before == null || count(key) == 0
            ? new Failures(1, clock.instant())
            : new Failures(before.count() + 1, before.since()));
    if (failures.size() > MOST_REMEMBERED) {
      failures.remove(failures.keySet().iterator().next());
    }
  }
}
