package io.yanmen.service.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What repeated looks at a file of the inbox have told.
 *
 * @param firstNanos when a file of this name was first seen
 * @param sinceNanos since when it is as it is
 * @param closed whether it was seen, as it is, with nobody writing it
 * @param reopened whether it was opened anew to be written on, so that its being closed says little
 * @param content what its bytes say; empty until it was worth reading them
 */
record FileState(
    ReceivedFile.FileIdentity identity,
    long firstNanos,
    long sinceNanos,
    boolean closed,
    boolean reopened,
    Optional<FileSnapshot> content,
    boolean taken) {

  /**
   * What a file itself tells.
   *
   * @param rested how long it had not been written on when it was put under its name or its time
   *     was set, both by the clock of its file system: 0 for one that was written in place
   */
  record FileSnapshot(Completeness wholeness, Duration rested) {
    static FileSnapshot of(Path file) throws IOException {
      return new FileSnapshot(Completeness.of(file), rested(file));
    }

    private static Duration rested(Path file) throws IOException {
      try {
        Map<String, Object> times = Files.readAttributes(file, "unix:ctime,lastModifiedTime");
        return times.get("ctime") instanceof FileTime put
                && times.get("lastModifiedTime") instanceof FileTime written
            ? Duration.between(written.toInstant(), put.toInstant())
            : Duration.ZERO;
      } catch (UnsupportedOperationException | IllegalArgumentException e) {
        // A system without that time.
        return Duration.ZERO;
      }
    }
  }

  static FileState first(ReceivedFile.FileIdentity identity, long now) {
    return new FileState(identity, now, now, false, false, Optional.empty(), false);
  }

  /** The file is another than at the last look. */
  FileState changed(ReceivedFile.FileIdentity to, long now) {
    if (taken) {
      return first(to, now);
    }
    boolean sameFile = to.key() != null && to.key().equals(identity.key());
    return new FileState(
        to, firstNanos, now, false, sameFile && (reopened || closed), Optional.empty(), false);
  }

  FileState seenClosed() {
    return new FileState(identity, firstNanos, sinceNanos, true, reopened, content, taken);
  }

  FileState read(Path file) throws IOException {
    return content.isPresent()
        ? this
        : new FileState(
            identity,
            firstNanos,
            sinceNanos,
            closed,
            reopened,
            Optional.of(FileSnapshot.of(file)),
            taken);
  }

  FileState handedOn() {
    return new FileState(identity, firstNanos, sinceNanos, closed, reopened, content, true);
  }

  Duration unchanged(long now) {
    return Duration.ofNanos(now - sinceNanos);
  }
}
