package io.yanmen.service.land;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * Fills an archive with files of another. They gather in a folder inside it that no reader of the
 * archive looks into, on the same disk whatever the archive is a link to, and take their places at
 * the end by being renamed.
 */
public final class ArchiveFill {
  private static final String GATHERING = ".restoring";

  private final Path archive;
  private final Path gathering;

  public ArchiveFill(Path archive) {
    this.archive = archive;
    this.gathering = archive.resolve(GATHERING);
  }

  /** Takes a file; it is not in the archive yet. */
  public void add(String sha256, String name, FileTime changed, InputStream content)
      throws IOException {
    Path folder =
        Files.createDirectories(gathering.resolve(sha256.substring(0, 2)).resolve(sha256));
    Path file = folder.resolve(name);
    Files.copy(content, file);
    Files.setLastModifiedTime(file, changed);
  }

  /** Puts all that was taken into the archive; what is there already stays. */
  public void place() throws IOException {
    ArchiveWalk taken = new ArchiveWalk(gathering);
    ArchiveWalk there = new ArchiveWalk(archive);
    ArchiveWalk.HashVisitor<IOException> moving =
        sha256 -> {
          Path from = taken.folder(sha256);
          Path to = there.folder(sha256);
          Files.createDirectories(to.resolveSibling("."));
          if (Files.exists(to)) {
            merge(from, to);
          } else {
            Files.move(from, to);
          }
        };
    taken.contents(moving);
    discard();
  }

  private static void merge(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(from)) {
      files = all.toList();
    }
    for (Path file : files) {
      Files.move(
          file,
          to.resolve(file.getFileName()),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Removes what was taken and has no place yet, also by an earlier process. */
  public void discard() throws IOException {
    FolderRemoval.of(gathering);
  }
}
