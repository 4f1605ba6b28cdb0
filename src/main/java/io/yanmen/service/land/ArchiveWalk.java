package io.yanmen.service.land;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files of an archive, one after the other in the order of their paths: contents, and the notes
 * on them. Files may land meanwhile; each is met whole or not at all.
 */
public final class ArchiveWalk {
  private static final Pattern GROUP = Pattern.compile("[0-9a-f]{2}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern FILE =
      Pattern.compile("content|(arrival|decision)-[0-9A-Za-z.-]{1,60}\\.json");

  private final Path archive;

  public ArchiveWalk(Path archive) {
    this.archive = archive;
  }

  /** Is shown each file. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * @param sha256 of the content that it is, or that it tells of
     */
    void file(String sha256, Path file) throws IOException;
  }

  /**
   * Is shown each content by its hash.
   *
   * @param <E> what else it may throw
   */
  @FunctionalInterface
  public interface HashVisitor<E extends Exception> {
    void content(String sha256) throws IOException, E;
  }

  /** Visits the files; an archive that does not exist has none. */
  public void files(Visitor visitor) throws IOException {
    HashVisitor<IOException> folders =
        sha256 -> {
          List<Path> files = names(folder(sha256), FILE);
          if (files.stream().noneMatch(it -> it.endsWith(Landing.CONTENT))) {
            // A folder that is read while a file lands may show the note and not yet the content.
            files = names(folder(sha256), FILE);
          }
          for (Path file : files) {
            visitor.file(sha256, file);
          }
        };
    contents(folders);
  }

  /** Visits the hashes in their order. */
  public <E extends Exception> void contents(HashVisitor<E> visitor) throws IOException, E {
    for (Path group : names(archive, GROUP)) {
      for (Path folder : names(group, HASH)) {
        visitor.content(String.valueOf(folder.getFileName()));
      }
    }
  }

  /** Where a content and the notes on it are. */
  public Path folder(String sha256) {
    return archive.resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  public boolean hasContent(String sha256) {
    return Files.isRegularFile(folder(sha256).resolve(Landing.CONTENT), LinkOption.NOFOLLOW_LINKS);
  }

  /** The first content; empty if there is none. */
  public Optional<Path> first() throws IOException {
    for (Path group : names(archive, GROUP)) {
      List<Path> folders = names(group, HASH);
      if (!folders.isEmpty()) {
        return Optional.of(folders.get(0));
      }
    }
    return Optional.empty();
  }

  private static List<Path> names(Path folder, Pattern pattern) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path it : all) {
        if (pattern.matcher(String.valueOf(it.getFileName())).matches()) {
          found.add(it);
        }
      }
    } catch (NoSuchFileException e) {
      return List.of();
    }
    found.sort(null);
    return found;
  }
}
