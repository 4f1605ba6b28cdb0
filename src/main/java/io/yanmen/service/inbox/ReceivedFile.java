package io.yanmen.service.inbox;

import io.yanmen.reading.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that came in and has no outcome yet.
 *
 * @param file where it lies; it stays there until its outcome is certain
 * @param folder the folder below the inbox that it came in, with slashes; empty for the inbox
 * @param identity what tells this file from a later one of the same name
 */
public record ReceivedFile(
    Path file, String folder, Source source, Instant receivedAt, FileIdentity identity) {

  /**
   * Size, time of the last change and, where the file system has one, the file's own key.
   *
   * @param key inode or similar
   */
  public record FileIdentity(long size, FileTime changed, @Nullable Object key) {
    /**
     * Of an ordinary file only: a link would lead elsewhere, and a pipe has no end.
     *
     * @throws IOException if it is none, or not there
     */
    public static FileIdentity of(Path file) throws IOException {
      BasicFileAttributes it =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!it.isRegularFile()) {
        throw new IOException(file + " is no ordinary file");
      }
      return new FileIdentity(it.size(), it.lastModifiedTime(), it.fileKey());
    }
  }

  public String name() {
    return Objects.requireNonNull(file.getFileName()).toString();
  }

  /** Whether the file still lies there, not replaced by another one of its name. */
  public boolean isStillThere() throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && identity.equals(FileIdentity.of(file));
  }
}
