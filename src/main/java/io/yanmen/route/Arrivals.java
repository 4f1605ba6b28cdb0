package io.yanmen.route;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/**
 * Decides which files of the inbox are taken: ordinary files that somebody meant to send and that
 * are whole.
 *
 * <p>A file counts as whole when it has not changed between our own looks at it for a while. Its
 * time stamp is no measure of that: clocks of a network share differ from ours, and copies keep the
 * time of their original.
 */
public final class Arrivals implements GenericFileFilter<File> {
  private record Sighting(Arrival.Identity identity, long sinceNanos) {}

  private final Path inbox;
  private final Sources sources;
  private final Duration settle;
  private final Duration settleUnfinished;
  private final Clock clock;
  private final Map<Path, Sighting> sightings = new ConcurrentHashMap<>();
  private final Map<Path, Long> resting = new ConcurrentHashMap<>();

  public Arrivals(
      Path inbox, Sources sources, Duration settle, Duration settleUnfinished, Clock clock) {
    this.inbox = inbox;
    this.sources = sources;
    this.settle = settle;
    this.settleUnfinished = settleUnfinished;
    this.clock = clock;
  }

  @Override
  public boolean accept(GenericFile<File> candidate) {
    Path file = candidate.getFile().toPath();
    if (candidate.isDirectory()) {
      return !Files.isSymbolicLink(file) && !IgnoredNames.contains(candidate.getFileNameOnly());
    }
    return !IgnoredNames.contains(candidate.getFileNameOnly()) && isWhole(file);
  }

  private boolean isWhole(Path file) {
    try {
      // Neither links, which would take files from elsewhere, nor pipes, which would never end.
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return false;
      }
      if (rests(file)) {
        return false;
      }
      Arrival.Identity now = Arrival.Identity.of(file);
      Sighting before = sightings.get(file);
      if (before == null || !before.identity().equals(now)) {
        sightings.put(file, new Sighting(now, System.nanoTime()));
        return settle.isZero() && !OpenFiles.isBeingWritten(file);
      }
      Duration unchanged = Duration.ofNanos(System.nanoTime() - before.sinceNanos());
      return unchanged.compareTo(settle) >= 0
          && (unchanged.compareTo(settleUnfinished) >= 0 || Wholeness.looksWhole(file))
          && !OpenFiles.isBeingWritten(file);
    } catch (IOException e) {
      // Gone, or not readable yet; there will be another look.
      sightings.remove(file);
      return false;
    }
  }

  private boolean rests(Path file) {
    Long until = resting.get(file);
    if (until == null) {
      return false;
    }
    if (System.nanoTime() - until < 0) {
      return true;
    }
    resting.remove(file);
    return false;
  }

  /** Leaves a file in peace for a while, after a round of failures that are not its fault. */
  public void rest(Path file, Duration howLong) {
    resting.put(file, System.nanoTime() + howLong.toNanos());
  }

  /** A file of the inbox as an arrival; its folder decides its source. */
  public Arrival arrival(File file) throws IOException {
    Path path = file.toPath();
    sightings.remove(path);
    Path below = inbox.relativize(path.toAbsolutePath()).getParent();
    String folder = below == null ? "" : below.toString().replace(File.separatorChar, '/');
    return new Arrival(
        path, folder, sources.ofFolder(folder), clock.instant(), Arrival.Identity.of(path));
  }
}
