package io.yanmen.service.inbox;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Files that could not be loaded because of a trouble that passes: no newer file of their source
 * may pass them, or a correction would come before what it corrects. The trouble of a file that
 * fails alone must not hold up all others for ever: where its warehouse works, its patience has an
 * end.
 */
final class SourceOrder {
  /** With the settings that ship, a quarter of an hour or more. */
  static final int MOST_ROUNDS = 10;

  private final Function<Path, String> sourceOf;
  private final Map<Path, Waiting> waiting = new HashMap<>();

  /**
   * Of each source, the one that all others wait for: what is no newer than it waits for nobody.
   */
  private final Map<String, Path> oldest = new HashMap<>();

  /**
   * @param rounds in which it failed though the warehouse could be reached
   */
  private record Waiting(ReceivedFile.FileIdentity identity, int rounds) {}

  SourceOrder(Function<Path, String> sourceOf) {
    this.sourceOf = sourceOf;
  }

  /** A file could not be loaded; a defect of ours, or of the file, holds up nobody. */
  synchronized void failed(Path file, ReceivedFile.FileIdentity identity, Exception cause) {
    boolean away = cause instanceof SQLException it && isAway(it);
    if (!away && !(cause instanceof IOException)) {
      waiting.remove(file);
      findOldest();
      return;
    }
    Waiting before = waiting.get(file);
    int rounds = before != null && before.identity().equals(identity) ? before.rounds() : 0;
    waiting.put(file, new Waiting(identity, away ? rounds : rounds + 1));
    findOldest();
  }

  private void findOldest() {
    oldest.clear();
    waiting.forEach(
        (file, it) -> {
          if (it.rounds() < MOST_ROUNDS) {
            oldest.merge(
                sourceOf.apply(file),
                file,
                (one, other) -> isOlder(one, changed(one), other, changed(other)) ? one : other);
          }
        });
  }

  private FileTime changed(Path file) {
    return Objects.requireNonNull(waiting.get(file)).identity().changed();
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
    boolean any =
        waiting
            .entrySet()
            .removeIf(
                entry -> {
                  try {
                    return !ReceivedFile.FileIdentity.of(entry.getKey())
                        .equals(entry.getValue().identity());
                  } catch (IOException e) {
                    return true;
                  }
                });
    if (any) {
      findOldest();
    }
  }

  /** The file that must come before; empty if there is none. */
  synchronized Optional<Path> before(Path file, ReceivedFile.FileIdentity identity) {
    if (oldest.isEmpty()) {
      return Optional.empty();
    }
    return Optional.ofNullable(oldest.get(sourceOf.apply(file)))
        .filter(it -> !it.equals(file) && isOlder(it, changed(it), file, identity.changed()));
  }

  /** By time, as the inbox sorts them; of the same time, by name. */
  private static boolean isOlder(Path one, FileTime changed, Path other, FileTime otherChanged) {
    int order = changed.compareTo(otherChanged);
    return order < 0 || (order == 0 && one.compareTo(other) < 0);
  }
}
