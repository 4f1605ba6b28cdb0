package io.yanmen.service.alert.outbox;

import io.yanmen.service.alert.Alert;
import io.yanmen.service.alert.AlertGroup;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Alerts while the warehouse is away: what happens is kept here, goes out from here, and is entered
 * in the warehouse when that is back. It ends with its process.
 */
final class AlertBuffer {
  private static final Logger LOG = LoggerFactory.getLogger(AlertBuffer.class);
  private static final int MOST = 5000;

  private enum State {
    UNTOLD,
    TOLD,
    /** The end of something that is not known here: whether it is told, the warehouse knows. */
    LATER
  }

  private record BufferedAlert(AlertChange telling, State state, Instant since) {}

  private record Retry(AlertDelivery delivery, Instant notBefore) {}

  private final Deque<BufferedAlert> entries = new ArrayDeque<>();
  private final Set<AlertStore.Trouble> open = new HashSet<>();
  private final Deque<Instant> messages = new ArrayDeque<>();
  private final List<Retry> retries = new ArrayList<>();
  private final List<AlertOutbox.Delivery> sent = new ArrayList<>();

  synchronized void add(AlertChange telling, Instant now) {
    if (entries.size() >= MOST) {
      LOG.warn("Too many alerts for the memory; left out: {}", telling.alert().name());
      return;
    }
    State state = State.UNTOLD;
    if (telling.ends().isPresent()) {
      state = open.remove(telling.trouble()) ? State.UNTOLD : State.LATER;
    } else if (telling.begins() && !open.add(telling.trouble())) {
      return;
    }
    entries.add(new BufferedAlert(telling, state, now));
  }

  /** Keeps in mind a trouble that was told of before this process began. */
  synchronized void addTold(AlertChange telling, Instant now) {
    open.add(telling.trouble());
    entries.add(new BufferedAlert(telling, State.TOLD, now));
  }

  /** What is to go out as one message; nothing while the window or the hour asks for patience. */
  synchronized List<AlertGroup> gather(Instant now, Duration window, int mostPerHour) {
    messages.removeIf(it -> it.isBefore(now.minus(Duration.ofHours(1))));
    boolean due =
        entries.stream()
            .anyMatch(it -> it.state() == State.UNTOLD && isOver(it.since(), window, now));
    if (!due || messages.size() >= mostPerHour) {
      return List.of();
    }
    List<Alert> alerts = new ArrayList<>();
    List<BufferedAlert> all = List.copyOf(entries);
    entries.clear();
    for (BufferedAlert entry : all) {
      if (entry.state() == State.UNTOLD) {
        alerts.add(entry.telling().alert());
      }
      entries.add(
          entry.state() == State.UNTOLD
              ? new BufferedAlert(entry.telling(), State.TOLD, entry.since())
              : entry);
    }
    messages.add(now);
    return AlertGroup.of(alerts);
  }

  /** Also of a time that is still to come: the clock has gone back since. */
  private static boolean isOver(Instant since, Duration window, Instant now) {
    return since.isAfter(now) || !since.plus(window).isAfter(now);
  }

  synchronized void retry(AlertDelivery delivery, Instant notBefore) {
    retries.add(new Retry(delivery, notBefore));
  }

  /** What is to be tried again now. */
  synchronized List<AlertDelivery> retries(Instant now) {
    List<AlertDelivery> due =
        retries.stream().filter(it -> !it.notBefore().isAfter(now)).map(Retry::delivery).toList();
    retries.removeIf(it -> !it.notBefore().isAfter(now));
    return due;
  }

  /** A message of the warehouse that was sent, though the warehouse could not be told. */
  synchronized void sent(AlertOutbox.Delivery delivery) {
    sent.add(delivery);
  }

  /** Enters in the warehouse what happened while it was away, and learns what it knows. */
  synchronized void settle(AlertStore book, AlertOutbox outbox) throws SQLException {
    if (entries.isEmpty() && sent.isEmpty()) {
      return;
    }
    while (!entries.isEmpty()) {
      BufferedAlert entry = entries.getFirst();
      if (entry.state() == State.TOLD) {
        entry.telling().storeTold(book);
      } else {
        entry.telling().store(book);
      }
      entries.removeFirst();
    }
    while (!sent.isEmpty()) {
      outbox.sent(sent.get(0));
      sent.remove(0);
    }
    learn(book);
  }

  /** Learns which troubles have been told of, so that an outage does not tell them again. */
  synchronized void learn(AlertStore book) throws SQLException {
    open.clear();
    open.addAll(book.open());
  }
}
