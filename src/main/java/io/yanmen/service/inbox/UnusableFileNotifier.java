package io.yanmen.service.inbox;

import io.yanmen.model.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets people know of what lies in the inbox and is never taken, so that nobody waits for it: once,
 * when it has lain there for a while, with a note in {@code data/waiting} for as long as it does.
 */
public final class UnusableFileNotifier {
  private static final Logger LOG = LoggerFactory.getLogger(UnusableFileNotifier.class);

  private final Path inbox;
  private final Duration patience;
  private final WaitingList notes;
  private final UnusableFileChanges news;
  private final Clock clock;
  private final Language language;
  private final Map<UnusableFile, Long> seen = new HashMap<>();
  private final Map<Path, Path> told = new HashMap<>();
  private boolean recalled;
  private long lookedAt = System.nanoTime() - Long.MAX_VALUE / 2;

  /** Is told of each. */
  @FunctionalInterface
  public interface UnusableFileChanges {
    /**
     * @param folder the folder below the inbox that it lies in, with slashes
     */
    void found(UnusableFile stray, String folder);
  }

  /**
   * @param patience how long something must have lain there
   */
  public UnusableFileNotifier(
      Path inbox,
      Duration patience,
      WaitingList notes,
      UnusableFileChanges news,
      Language language,
      Clock clock) {
    this.inbox = inbox;
    this.patience = patience;
    this.notes = notes;
    this.news = news;
    this.language = language;
    this.clock = clock;
  }

  /** To be called often; looks when it is worth it. Never fails: files are to go on being taken. */
  void look() {
    long now = System.nanoTime();
    if (now - lookedAt < patience.toNanos() / 3) {
      return;
    }
    lookedAt = now;
    try {
      look(now);
    } catch (IOException e) {
      LOG.warn("The inbox cannot be looked through for what is left alone: {}", e.toString());
    }
  }

  private void look(long now) throws IOException {
    List<UnusableFile> found = UnusableFileScan.in(inbox, clock.instant());
    seen.keySet().retainAll(new HashSet<>(found));
    if (!recalled) {
      // What an earlier process told of.
      told.putAll(notes.strays());
      recalled = true;
    }
    Set<Path> there = found.stream().map(UnusableFile::file).collect(Collectors.toSet());
    for (Path gone : told.keySet().stream().filter(it -> !there.contains(it)).toList()) {
      Files.deleteIfExists(told.get(gone));
      told.remove(gone);
    }
    for (UnusableFile stray : found) {
      Long since = seen.putIfAbsent(stray, now);
      boolean lain = since != null && now - since >= patience.toNanos();
      if (lain && !told.containsKey(stray.file())) {
        tell(stray);
      }
    }
  }

  private void tell(UnusableFile stray) throws IOException {
    String folder = folderOf(stray.file());
    told.put(
        stray.file(),
        notes.add(stray.file(), folder, stray.reason(Language.ZH), stray.reason(Language.EN)));
    LOG.warn("{} is left alone in the inbox: {}", stray.file(), stray.reason(language));
    news.found(stray, folder);
  }

  private String folderOf(Path file) {
    Path below = inbox.relativize(file).getParent();
    return below == null ? "" : below.toString().replace('\\', '/');
  }
}
