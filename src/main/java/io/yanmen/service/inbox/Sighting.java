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
record Sighting(
    Arrival.Identity identity,
    long firstNanos,
    long sinceNanos,
    boolean closed,
    boolean reopened,
    Optional<Content> content,
    boolean taken) {

  /**
   * What a file itself tells.
   *
   * @param rested how long it had not been written on when it was put under its name or its time
   *     was set, both by the clock of its file system: 0 for one that was written in place
   */
  record Content(Wholeness wholeness, Duration rested) {
    static Content of(Path file) throws IOException {
      return new Content(Wholeness.of(file), rested(file));
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

  static Sighting first(Arrival.Identity identity, long now) {
    return new Sighting(identity, now, now, false, false, Optional.empty(), false);
  }

  /** The file is another than at the last look. */
  Sighting changed(Arrival.Identity to, long now) {
    if (taken) {
      return first(to, now);
    }
    boolean sameFile = to.key() != null && to.key().equals(identity.key());
    return new Sighting(
        to, firstNanos, now, false, sameFile && (reopened || closed), Optional.empty(), false);
  }

  Sighting seenClosed() {
    return new Sighting(identity, firstNanos, sinceNanos, true, reopened, content, taken);
  }

  Sighting read(Path file) throws IOException {
    return content.isPresent()
        ? this
        : new Sighting(
            identity,
            firstNanos,
            sinceNanos,
            closed,
            reopened,
            Optional.of(Content.of(file)),
            taken);
  }

  Sighting handedOn() {
    return new Sighting(identity, firstNanos, sinceNanos, closed, reopened, content, true);
  }

  Duration unchanged(long now) {
    return Duration.ofNanos(now - sinceNanos);
  }
}
