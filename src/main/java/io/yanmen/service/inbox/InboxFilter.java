package io.yanmen.service.inbox;

import io.yanmen.reading.source.Sources;
import io.yanmen.service.home.IgnoredNames;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/**
 * Decides which files of the inbox are taken: ordinary files that somebody meant to send and that
 * are whole.
 *
 * <p>A file counts as whole when it has not changed between our own looks at it for a while; how
 * long a while depends on what speaks for it. That it is old is no measure: clocks of a network
 * share differ from ours, and copies keep the time of their original.
 */
public final class InboxFilter implements GenericFileFilter<File> {
  private final Path inbox;
  private final Sources sources;
  private final Clock clock;
  private final FileStabilityTracker sightings;
  private final Map<Path, Long> resting = new ConcurrentHashMap<>();

  public InboxFilter(Path inbox, Sources sources, QuietPeriods patience, Clock clock) {
    this.inbox = inbox;
    this.sources = sources;
    this.clock = clock;
    this.sightings =
        new FileStabilityTracker(
            patience,
            file -> sources.ofFolder(folderOf(file)).code(),
            new FileSystemProbe.LocalMachine());
  }

  /** To be called before the inbox is read each time. */
  void look() {
    sightings.look();
  }

  @Override
  public boolean accept(GenericFile<File> candidate) {
    Path file = candidate.getFile().toPath();
    if (isMisread(file)) {
      return false;
    }
    if (candidate.isDirectory()) {
      return !Files.isSymbolicLink(file) && !IgnoredNames.contains(candidate.getFileNameOnly());
    }
    return !IgnoredNames.contains(candidate.getFileNameOnly()) && isWhole(file);
  }

  /**
   * Whether Camel would look for it elsewhere: it takes a backslash for a separator of folders on
   * any system, so that a name such as {@code ..\\x} would lead out of the inbox.
   */
  static boolean isMisread(Path file) {
    return String.valueOf(file.getFileName()).indexOf('\\') >= 0;
  }

  private boolean isWhole(Path file) {
    try {
      // Neither links, which would take files from elsewhere, nor pipes, which would never end.
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && !rests(file)
          && sightings.isReady(file);
    } catch (IOException e) {
      // Gone, or not readable yet; there will be another look.
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

  /**
   * Leaves a file in peace for a while, after a round of failures that are not its fault. Newer
   * ones of its source wait with it.
   */
  public void rest(ReceivedFile arrival, Exception cause, Duration howLong) {
    resting.put(arrival.file(), System.nanoTime() + howLong.toNanos());
    sightings.precedence().failed(arrival.file(), arrival.identity(), cause);
  }

  /**
   * To be asked when a file's turn has come.
   *
   * @throws OlderFilePendingException if an older one of its source has to be loaded first, and
   *     could not
   */
  public void checkTurn(ReceivedFile arrival) throws OlderFilePendingException {
    Optional<Path> older = sightings.precedence().before(arrival.file(), arrival.identity());
    if (older.isPresent()) {
      throw new OlderFilePendingException(older.get());
    }
  }

  /** A file of the inbox as an arrival, as it was when it was whole; its folder is its source's. */
  public ReceivedFile arrival(File file) throws IOException {
    Path path = file.toPath();
    ReceivedFile.FileIdentity identity = sightings.take(path);
    String folder = folderOf(path);
    return new ReceivedFile(path, folder, sources.ofFolder(folder), clock.instant(), identity);
  }

  private String folderOf(Path file) {
    Path below = inbox.relativize(file.toAbsolutePath()).getParent();
    return below == null ? "" : below.toString().replace(File.separatorChar, '/');
  }
}
