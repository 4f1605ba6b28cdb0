package io.yanmen.route;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Files that could not be loaded because of a trouble that passes: no newer file of their source
 * may pass them, or a correction would come before what it corrects. The trouble of a file that
 * fails alone must not hold up all others for ever: where its warehouse works, its patience has an
 * end.
 */
final class Precedence {
  /** With the settings that ship, a quarter of an hour or more. */
  static final int MOST_ROUNDS = 10;

  private final Function<Path, String> sourceOf;
  private final Map<Path, Waiting> waiting = new HashMap<>();

  /**
   * @param rounds in which it failed though the warehouse could be reached
   */
  private record Waiting(Arrival.Identity identity, int rounds) {}

  Precedence(Function<Path, String> sourceOf) {
    this.sourceOf = sourceOf;
  }

  /** A file could not be loaded; a defect of ours, or of the file, holds up nobody. */
  synchronized void failed(Path file, Arrival.Identity identity, Exception cause) {
    boolean away = cause instanceof SQLException it && isAway(it);
    if (!away && !(cause instanceof IOException)) {
      waiting.remove(file);
      return;
    }
    Waiting before = waiting.get(file);
    int rounds = before != null && before.identity().equals(identity) ? before.rounds() : 0;
    waiting.put(file, new Waiting(identity, away ? rounds : rounds + 1));
  }

  /** Whether a failure is that of the server or the way to it: connection, resources, system. */
  private static boolean isAway(SQLException failure) {
    String state = failure.getSQLState();
    return state == null
        || state.startsWith("08")
        || state.startsWith("57")
        || state.startsWith("53")
        || state.startsWith("58")
        || state.startsWith("55")
        || state.startsWith("40");
  }

  /** Forgets files that have been put away, taken away or replaced. */
  synchronized void forgetGone() {
    waiting
        .entrySet()
        .removeIf(
            entry -> {
              try {
                return !Arrival.Identity.of(entry.getKey()).equals(entry.getValue().identity());
              } catch (IOException e) {
                return true;
              }
            });
  }

  /** The file that must come before; empty if there is none. */
  synchronized Optional<Path> before(Path file, Arrival.Identity identity) {
    if (waiting.isEmpty()) {
      return Optional.empty();
    }
    String source = sourceOf.apply(file);
    return waiting.entrySet().stream()
        .filter(it -> it.getValue().rounds() < MOST_ROUNDS)
        .filter(it -> !it.getKey().equals(file) && sourceOf.apply(it.getKey()).equals(source))
        .filter(it -> isOlder(it.getKey(), it.getValue().identity().changed(), file, identity))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** By time, as the inbox sorts them; of the same time, by name. */
  private static boolean isOlder(
      Path one, FileTime changed, Path other, Arrival.Identity identity) {
    int order = changed.compareTo(identity.changed());
    return order < 0 || (order == 0 && one.compareTo(other) < 0);
  }
}
