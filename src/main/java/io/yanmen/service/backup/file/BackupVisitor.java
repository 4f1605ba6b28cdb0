package io.yanmen.service.backup.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;

/**
 * Takes what a backup holds, in its order. Nothing of it is certain before the reader has returned:
 * what was taken has to be undone if it throws.
 */
public interface BackupVisitor {
  /** Takes nothing: for a backup that is only verified. */
  BackupVisitor NOTHING = new BackupVisitor() {};

  /** What the backup is; comes first. */
  default void about(BackupHeader about) throws IOException, SQLException {}

  /** A file of the home, see {@link HomePaths}. */
  default void home(String path, FileTime changed, long size, InputStream content)
      throws IOException {}

  /** Some of the rows of a table, in the text form of COPY. */
  default void rows(String table, InputStream rows) throws IOException, SQLException {}

  /** A file of the archive. */
  default void archived(ArchivedFile file, FileTime changed, long size, InputStream content)
      throws IOException {}
}
