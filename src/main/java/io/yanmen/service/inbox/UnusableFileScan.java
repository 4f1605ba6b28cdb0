package io.yanmen.service.inbox;

import io.yanmen.service.home.IgnoredNames;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks through an inbox for what is never taken from it; follows and opens nothing. */
public final class UnusableFileScan extends SimpleFileVisitor<Path> {
  private static final Duration COPIED_WITHIN = Duration.ofDays(1);

  private final Path inbox;
  private final Instant now;
  private final List<UnusableFile> found = new ArrayList<>();

  private UnusableFileScan(Path inbox, Instant now) {
    this.inbox = inbox;
    this.now = now;
  }

  /** In no order. */
  public static List<UnusableFile> in(Path inbox, Instant now) throws IOException {
    UnusableFileScan search = new UnusableFileScan(inbox, now);
    Files.walkFileTree(inbox, search);
    return search.found;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    if (folder.equals(inbox)) {
      return FileVisitResult.CONTINUE;
    }
    if (IgnoredNames.contains(nameOf(folder))) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    if (InboxFilter.isMisread(folder)) {
      return stray(folder, UnusableFile.UnusableReason.BACKSLASH);
    }
    return isNamed(folder)
        ? FileVisitResult.CONTINUE
        : stray(folder, UnusableFile.UnusableReason.UNKNOWN_NAME);
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    String name = nameOf(file);
    if (IgnoredNames.contains(name)) {
      boolean old = attributes.lastModifiedTime().toInstant().plus(COPIED_WITHIN).isBefore(now);
      return old && IgnoredNames.isUnfinished(name)
          ? stray(file, UnusableFile.UnusableReason.UNFINISHED)
          : FileVisitResult.CONTINUE;
    }
    if (attributes.isSymbolicLink()) {
      return stray(file, UnusableFile.UnusableReason.LINK);
    }
    if (!attributes.isRegularFile()) {
      return stray(file, UnusableFile.UnusableReason.NO_FILE);
    }
    if (InboxFilter.isMisread(file)) {
      return stray(file, UnusableFile.UnusableReason.BACKSLASH);
    }
    if (!isNamed(file)) {
      return stray(file, UnusableFile.UnusableReason.UNKNOWN_NAME);
    }
    return Files.isReadable(file)
        ? FileVisitResult.CONTINUE
        : stray(file, UnusableFile.UnusableReason.UNREADABLE);
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException trouble) {
    return trouble instanceof AccessDeniedException
        ? stray(file, UnusableFile.UnusableReason.UNREADABLE)
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException trouble) {
    return FileVisitResult.CONTINUE;
  }

  private FileVisitResult stray(Path file, UnusableFile.UnusableReason kind) {
    found.add(new UnusableFile(file, kind));
    return FileVisitResult.SKIP_SUBTREE;
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** Whether its name, as text, leads to it again. */
  private static boolean isNamed(Path file) {
    try {
      return file.resolveSibling(nameOf(file)).equals(file);
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
