package io.yanmen.service.backup;

import io.yanmen.service.backup.file.HomePaths;
import io.yanmen.service.home.FilesBelow;
import io.yanmen.service.home.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What of a home nobody could make again, beside the archive: its settings without secrets, its
 * routes and sources, who may log in, and the files that wait in the inbox or for a person.
 */
final class HomeFiles {
  private static final Logger LOG = LoggerFactory.getLogger(HomeFiles.class);
  private static final long PAUSE = 100;

  private final Home home;
  private final Path users;
  private final Path drafts;
  private final Duration settle;
  private final Instant deadline;
  private final Clock clock;
  private final List<String> secrets = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();

  /**
   * @param users file with those who may log in
   * @param drafts folder where copies may lie for a moment
   * @param settle a file of the inbox that changed more recently may still be being written
   * @param patience how long to wait for such files, for all together
   */
  HomeFiles(Home home, Path users, Path drafts, Duration settle, Duration patience, Clock clock) {
    this.home = home;
    this.users = users;
    this.drafts = drafts;
    this.settle = settle;
    this.deadline = clock.instant().plus(patience);
    this.clock = clock;
  }

  /** Is shown a copy of each file, which is removed afterwards. */
  @FunctionalInterface
  interface Visitor {
    void file(String path, FileTime changed, Path copy) throws IOException;
  }

  /** Visits the files in the order of their paths. */
  void visit(Visitor visitor) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    find(files, leftOut);
    for (Map.Entry<String, Path> file : files.entrySet()) {
      String path = file.getKey();
      Path copy = Files.createTempFile(drafts, ".yanmen-backup-", ".tmp");
      copy.toFile().deleteOnExit();
      try {
        FileTime changed;
        if (path.equals(HomePaths.SETTINGS)) {
          changed = withoutSecrets(file.getValue(), copy);
        } else {
          changed = whole(path, file.getValue(), copy);
        }
        visitor.file(path, changed, copy);
      } catch (NoSuchFileException e) {
        // A service has taken it meanwhile: then the warehouse, which is read later, has it.
        LOG.debug("{} is not there any more", path);
      } catch (FileInUseException | AccessDeniedException e) {
        leftOut.add(path);
      } finally {
        Files.deleteIfExists(copy);
      }
    }
  }

  /** Keys of the settings that were left out; to be asked after the visit. */
  List<String> secrets() {
    return secrets;
  }

  /** Files that were left out: still being written, not ours to read, or no plain files. */
  List<String> leftOut() {
    return leftOut;
  }

  /** Bytes of the files, as they are now. */
  long size() throws IOException {
    Map<String, Path> files = new TreeMap<>();
    find(files, new ArrayList<>());
    long size = 0;
    for (Path file : files.values()) {
      size += Files.exists(file) ? Files.size(file) : 0;
    }
    return size;
  }

  private void find(Map<String, Path> files, List<String> others) throws IOException {
    Map<String, Path> single =
        Map.of(
            HomePaths.SETTINGS, home.root().resolve("application.properties"),
            HomePaths.USERS, users,
            HomePaths.DEMO, home.data().resolve("demo"));
    single.forEach(
        (path, file) -> {
          if (Files.isRegularFile(file)) {
            files.put(path, file);
          }
        });
    below(HomePaths.ROUTES, home.root().resolve("routes"), files, others);
    below(HomePaths.INBOX, home.inbox(), files, others);
    below(HomePaths.HELD, home.held(), files, others);
  }

  private static void below(
      String prefix, Path folder, Map<String, Path> files, List<String> others) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    Path root = folder.toRealPath();
    FilesBelow all = FilesBelow.of(root);
    all.others().forEach(it -> others.add(path(prefix, root, it)));
    for (Path file : all.files()) {
      String path = path(prefix, root, file);
      if (HomePaths.allow(path) && !files.containsKey(path)) {
        files.put(path, file);
      } else {
        others.add(path);
      }
    }
  }

  private static String path(String prefix, Path root, Path file) {
    return prefix + root.relativize(file).toString().replace('\\', '/');
  }

  private FileTime withoutSecrets(Path file, Path copy) throws IOException {
    FileTime changed = Files.getLastModifiedTime(file);
    PublicSettings settings = PublicSettings.of(Files.readString(file, StandardCharsets.UTF_8));
    secrets.addAll(settings.leftOut());
    Files.writeString(copy, settings.text(), StandardCharsets.UTF_8);
    return changed;
  }

  /** Copies a file that does not change meanwhile, and of the inbox is not just being written. */
  private FileTime whole(String path, Path file, Path copy) throws IOException {
    while (true) {
      BasicFileAttributes before = Files.readAttributes(file, BasicFileAttributes.class);
      Instant settled = written(file).plus(settle);
      boolean fresh = path.startsWith(HomePaths.INBOX) && settled.isAfter(clock.instant());
      if (!fresh) {
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        BasicFileAttributes after = Files.readAttributes(file, BasicFileAttributes.class);
        if (before.size() == after.size()
            && before.lastModifiedTime().equals(after.lastModifiedTime())
            && Files.size(copy) == after.size()) {
          return after.lastModifiedTime();
        }
      }
      if (clock.instant().isAfter(deadline)) {
        throw new FileInUseException(path);
      }
      pause();
    }
  }

  private static Instant written(Path file) throws IOException {
    // The time of the last write may be any that the sender likes; that of the last change is ours.
    return file.getFileSystem().supportedFileAttributeViews().contains("unix")
        ? ((FileTime) Files.getAttribute(file, "unix:ctime")).toInstant()
        : Files.getLastModifiedTime(file).toInstant();
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for a file", e);
    }
  }

  private static final class FileInUseException extends IOException {
    private static final long serialVersionUID = 1L;

    FileInUseException(String path) {
      super(path);
    }
  }
}
