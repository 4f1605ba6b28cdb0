package io.yanmen.service.backup;

/** Is told how far a backup or a restore has come. */
@FunctionalInterface
public interface BackupWatcher {
  /** What is being done. */
  enum Stage {
    /** A backup is written. */
    WRITE,
    /** A backup is read and held against what it says of itself. */
    VERIFY,
    /** What a backup holds is put in place. */
    RESTORE
  }

  /**
   * Called often; whatever it throws ends the work, and nothing is left of it.
   *
   * @param total bytes that there are to do; an estimate while a backup is written
   * @param done bytes that are done
   */
  void at(Stage stage, long total, long done);
}
