package io.yanmen.service.backup.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * A file that is there whole or not at all. It is written under another name beside its place
 * ({@code NAME.part}, which only its owner may read) and gets its own when it is complete, never
 * over a file that is there. What a killed process left of it is taken over by the next.
 */
public final class AtomicFile implements Closeable {
  private final Path target;
  private final Path part;
  private final FileChannel channel;
  private final FileLock lock;

  private AtomicFile(Path target, Path part, FileChannel channel, FileLock lock) {
    this.target = target;
    this.part = part;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * @return empty if another process writes it now
   * @throws FileAlreadyExistsException if there is such a file
   */
  public static Optional<AtomicFile> beside(Path target) throws IOException {
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    Path part = target.resolveSibling(target.getFileName() + ".part");
    FileChannel channel =
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    Optional<FileLock> lock = lock(channel);
    if (lock.isEmpty()) {
      channel.close();
      return Optional.empty();
    }
    if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
    }
    channel.truncate(0);
    return Optional.of(new AtomicFile(target, part, channel, lock.get()));
  }

  private static Optional<FileLock> lock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException e) {
      // Held by another part of this very process.
      return Optional.empty();
    }
  }

  /** Where it is written, to be read back before it gets its name. */
  public Path part() {
    return part;
  }

  /** To be written with; closing it leaves the file open. */
  OutputStream stream() {
    OutputStream out = Channels.newOutputStream(channel);
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        out.write(b);
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
      }
    };
  }

  /** Begins a backup in it. */
  public BackupWriter writer(BackupHeader about) throws IOException {
    return new BackupWriter(stream(), about);
  }

  /** Makes what was written so far durable. */
  public void force() throws IOException {
    channel.force(true);
  }

  /**
   * Gives it its name.
   *
   * @throws FileAlreadyExistsException if there is such a file by now
   */
  public void publish() throws IOException {
    try {
      // Unlike a move this cannot take the place of another file.
      Files.createLink(target, part);
      Files.delete(part);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      // A file system without links, as of a memory stick.
      Files.move(part, target);
    }
    forceFolder();
  }

  private void forceFolder() {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null) {
      return;
    }
    try (FileChannel opened = FileChannel.open(folder, StandardOpenOption.READ)) {
      opened.force(true);
    } catch (IOException e) {
      // Not every platform lets a folder be opened.
      return;
    }
  }

  /** Removes it, if it did not get its name. */
  @Override
  public void close() throws IOException {
    try (channel;
        lock) {
      Files.deleteIfExists(part);
    }
  }
}
