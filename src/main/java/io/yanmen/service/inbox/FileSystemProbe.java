package io.yanmen.service.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** What the inbox lies in: a time, programs that write, and folders of this machine or not. */
interface FileSystemProbe {
  /** A time that only runs forward (ns). */
  long nanos();

  /** What is being written now. */
  OpenFiles open();

  /** Whether only programs of this machine write into a folder. */
  boolean isLocal(Path folder);

  /** This machine, as it is. */
  final class LocalMachine implements FileSystemProbe {
    private static final Set<String> LOCAL =
        Set.of("ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "jfs", "tmpfs", "reiserfs");

    @Override
    public long nanos() {
      return System.nanoTime();
    }

    @Override
    public OpenFiles open() {
      return OpenFiles.now();
    }

    @Override
    public boolean isLocal(Path folder) {
      try {
        return LOCAL.contains(Files.getFileStore(folder).type());
      } catch (IOException | SecurityException e) {
        return false;
      }
    }
  }
}
