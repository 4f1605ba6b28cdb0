package io.yanmen.service.inbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The files of the inbox as they were seen, and which of them may be taken: those that are whole,
 * each source's in the order of their coming. A file that is whole at once does not pass an older
 * one that still needs patience, unless it has waited as long as any file may have to.
 */
final class FileStabilityTracker {
  /** Between looks where nobody tells when the inbox is read anew. */
  private static final long BETWEEN_LOOKS = Duration.ofSeconds(1).toNanos();

  private final QuietPeriods patience;
  private final Function<Path, String> sourceOf;
  private final FileSystemProbe surroundings;
  private final SourceOrder precedence;
  private final Map<Path, FileState> seen = new HashMap<>();
  private final Set<Path> ready = new HashSet<>();
  private boolean told;
  private long lookedAt;

  FileStabilityTracker(
      QuietPeriods patience, Function<Path, String> sourceOf, FileSystemProbe surroundings) {
    this.patience = patience;
    this.sourceOf = sourceOf;
    this.surroundings = surroundings;
    this.precedence = new SourceOrder(sourceOf);
    this.lookedAt = surroundings.nanos() - BETWEEN_LOOKS;
  }

  /** The inbox is about to be read: what may be taken is decided once, for all of its files. */
  synchronized void look() {
    told = true;
    look(surroundings.nanos());
  }

  /** Whether a file may be taken, by the last look; a new one is only noted. */
  synchronized boolean isReady(Path file) throws IOException {
    long now = surroundings.nanos();
    if (!told && now - lookedAt >= BETWEEN_LOOKS) {
      look(now);
      lookedAt = now;
    }
    ReceivedFile.FileIdentity identity = ReceivedFile.FileIdentity.of(file);
    FileState known = seen.putIfAbsent(file, FileState.first(identity, now));
    return known != null && ready.contains(file) && known.identity().equals(identity);
  }

  /** What failed, and which files must wait for others that did. */
  SourceOrder precedence() {
    return precedence;
  }

  /** The file as it was when it could be taken; from now on it holds no other back. */
  synchronized ReceivedFile.FileIdentity take(Path file) throws IOException {
    FileState known = seen.computeIfPresent(file, (path, it) -> it.handedOn());
    return known == null ? ReceivedFile.FileIdentity.of(file) : known.identity();
  }

  private void look(long now) {
    ready.clear();
    // Before the files: one that is opened after this, and written, shows by its change.
    OpenFiles open =
        seen.values().stream().allMatch(FileState::taken) ? OpenFiles.NONE : surroundings.open();
    Map<Path, Boolean> local = new HashMap<>();
    for (Iterator<Map.Entry<Path, FileState>> all = seen.entrySet().iterator(); all.hasNext(); ) {
      Map.Entry<Path, FileState> entry = all.next();
      try {
        Path file = entry.getKey();
        entry.setValue(seenAgain(file, entry.getValue(), open, now));
        boolean writersSeen =
            open.complete() && local.computeIfAbsent(file.getParent(), surroundings::isLocal);
        FileState it = entry.getValue();
        if (it.taken() || (it.closed() && patience.isEnough(it, writersSeen, now))) {
          ready.add(file);
        }
      } catch (IOException e) {
        // Gone, or not readable yet; there will be another look.
        all.remove();
      }
    }
    holdBack(now);
    precedence.forgetGone();
    ready.removeIf(
        file -> {
          FileState it = seen.get(file);
          return it != null && precedence.before(file, it.identity()).isPresent();
        });
  }

  private FileState seenAgain(Path file, FileState before, OpenFiles open, long now)
      throws IOException {
    ReceivedFile.FileIdentity identity = ReceivedFile.FileIdentity.of(file);
    FileState it = identity.equals(before.identity()) ? before : before.changed(identity, now);
    if (it.taken()) {
      return it;
    }
    if (open.has(identity.key())) {
      return new FileState(
          identity, it.firstNanos(), now, false, it.reopened(), Optional.empty(), false);
    }
    it = it.seenClosed();
    return patience.allowsALook(it, now) ? it.read(file) : it;
  }

  private void holdBack(long now) {
    Map<String, PendingFiles> awaited = new HashMap<>();
    seen.forEach(
        (file, it) -> {
          if (!ready.contains(file)) {
            awaited.computeIfAbsent(sourceOf.apply(file), source -> new PendingFiles()).add(it);
          }
        });
    if (!awaited.isEmpty()) {
      ready.removeIf(file -> isHeldBack(file, awaited, now));
    }
  }

  private boolean isHeldBack(Path file, Map<String, PendingFiles> awaited, long now) {
    FileState it = seen.get(file);
    PendingFiles older = awaited.get(sourceOf.apply(file));
    if (it == null || older == null || it.taken() || !older.hasOlderThan(it)) {
      return false;
    }
    // One that was only just found has not had the patience that it may need: where very many files
    // come at once, the first of them have long been seen when the last are found.
    return !patience.outlasts(it, now)
        || older.lastFoundBefore(it).filter(found -> patience.isNew(found, now)).isPresent();
  }
}
