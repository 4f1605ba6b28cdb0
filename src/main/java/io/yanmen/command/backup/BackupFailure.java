package io.yanmen.command.backup;

import io.yanmen.service.backup.file.BackupRefusedException;
import java.io.IOException;
import java.nio.file.FileSystemException;

/** What is said when a disk, not a backup, was the trouble. */
final class BackupFailure {
  private BackupFailure() {}

  static BackupRefusedException of(String key, Object about, IOException e) {
    return e instanceof BackupRefusedException refused
        ? refused
        : new BackupRefusedException(key, about, reason(e));
  }

  private static String reason(IOException e) {
    boolean plain = e instanceof FileSystemException it && it.getReason() == null;
    return plain || e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
