package io.yanmen.console.live;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The newest messages in their order, so that a page whose connection broke misses none. Names of
 * messages ({@code Last-Event-ID}) tell one run of the service from another.
 */
final class EventBuffer {
  private static final int KEPT = 500;

  private final String run;
  private final Deque<LiveEvent> newest = new ArrayDeque<>();
  private final List<Consumer<LiveEvent>> readers = new CopyOnWriteArrayList<>();
  private long number;

  EventBuffer(Clock clock) {
    this.run = Long.toString(clock.millis(), Character.MAX_RADIX);
  }

  /** Sends under the lock, so that every reader gets all in the same order. */
  synchronized void add(String kind, String data) {
    LiveEvent event = new LiveEvent(++number, kind, data);
    newest.addLast(event);
    if (newest.size() > KEPT) {
      newest.removeFirst();
    }
    readers.forEach(it -> it.accept(event));
  }

  String idOf(LiveEvent event) {
    return run + "-" + event.number();
  }

  /**
   * Adds a reader, who gets first what came after the message that they saw last.
   *
   * @param lastSeen empty for somebody new
   * @return false if what they missed is not known any more; they get only what is new then
   */
  synchronized boolean join(Optional<String> lastSeen, Consumer<LiveEvent> reader) {
    Optional<List<LiveEvent>> missed = lastSeen.map(this::after).orElse(Optional.of(List.of()));
    missed.ifPresent(all -> all.forEach(reader));
    readers.add(reader);
    return missed.isPresent();
  }

  private Optional<List<LiveEvent>> after(String id) {
    if (!id.matches(run + "-\\d{1,15}")) {
      return Optional.empty();
    }
    long seen = Long.parseLong(id.substring(run.length() + 1));
    boolean known = seen <= number && seen >= number - newest.size();
    return known
        ? Optional.of(new ArrayList<>(newest.stream().filter(it -> it.number() > seen).toList()))
        : Optional.empty();
  }

  void leave(Consumer<LiveEvent> reader) {
    readers.remove(reader);
  }

  boolean isRead() {
    return !readers.isEmpty();
  }
}
