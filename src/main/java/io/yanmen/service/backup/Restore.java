package io.yanmen.service.backup;

import io.yanmen.service.backup.file.ArchivedFile;
import io.yanmen.service.backup.file.BackupHeader;
import io.yanmen.service.backup.file.BackupReader;
import io.yanmen.service.backup.file.BackupRefusedException;
import io.yanmen.service.backup.file.BackupSummary;
import io.yanmen.service.backup.file.BackupVisitor;
import io.yanmen.service.backup.file.ManifestEntry;
import io.yanmen.service.home.Home;
import io.yanmen.service.land.ArchiveFill;
import io.yanmen.service.land.ArchiveWalk;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.schema.SchemaVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts what a backup holds into an empty home and an empty warehouse. Nothing shows before all of
 * it was verified; what goes wrong leaves both as they were.
 */
public final class Restore {
  private static final Logger LOG = LoggerFactory.getLogger(Restore.class);

  /** Classes of SQL states: a value, or a tie between rows, is not as it has to be. */
  private static final List<String> DATA = List.of("22", "23");

  /** What a small file takes on a disk. */
  private static final long BLOCK = 4096;

  private final Home home;
  private final BackupWatcher watcher;
  private final HomeFill files;
  private final boolean embedded;
  private final ArchiveFill archive;

  /**
   * @param database URL of the one that is restored into; empty for the embedded one
   */
  public Restore(Home home, Optional<String> database, BackupWatcher watcher) {
    this.home = home;
    this.watcher = watcher;
    this.embedded = database.isEmpty();
    this.files = new HomeFill(home, database);
    this.archive = new ArchiveFill(home.archive());
  }

  /**
   * What became of it.
   *
   * @param putAside files that differ from those that the home has
   */
  public record RestoreResult(BackupSummary contents, List<Path> putAside) {}

  /** A file that says that the home is in use; empty if there is none. */
  public Optional<Path> occupied() throws IOException {
    return files.occupied();
  }

  /**
   * Reads a backup and changes nothing.
   *
   * @throws BackupRefusedException if it is not as it was written, is of a version to come, or
   *     holds more than the disk has room for
   */
  public BackupSummary verify(Path file) throws IOException, SQLException {
    Room room = new Room(usable(), embedded);
    return read(file, BackupWatcher.Stage.VERIFY, room);
  }

  private BackupSummary read(Path file, BackupWatcher.Stage stage, BackupVisitor sink)
      throws IOException, SQLException {
    long total = Files.size(file);
    return BackupReader.read(file, sink, done -> watcher.at(stage, total, done));
  }

  private long usable() throws IOException {
    Path folder = home.root().toAbsolutePath();
    while (folder != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    FileStore disk = Files.getFileStore(folder == null ? Path.of("/") : folder);
    return disk.getUsableSpace();
  }

  /**
   * Restores a backup that was verified. The caller holds the locks of the home and of the
   * warehouse.
   *
   * @throws BackupRefusedException if it is another than was verified, or the warehouse does not
   *     take it
   */
  public RestoreResult run(Path file, BackupSummary verified, Warehouse warehouse)
      throws IOException, SQLException {
    discard();
    try (RestoreWriter refill = RestoreWriter.begin(warehouse)) {
      fill(refill, file, verified);
      return new RestoreResult(verified, place(refill));
    } catch (IOException | SQLException | RuntimeException e) {
      try {
        discard();
      } catch (IOException more) {
        e.addSuppressed(more);
      }
      throw e;
    }
  }

  private void fill(RestoreWriter refill, Path file, BackupSummary verified)
      throws IOException, SQLException {
    try {
      BackupSummary found = read(file, BackupWatcher.Stage.RESTORE, new Filling(refill));
      if (!found.equals(verified)) {
        throw new BackupRefusedException("backup.refused.changed", file);
      }
      refill.end();
      for (ManifestEntry table : found.manifest().tables()) {
        if (refill.rows(table.name()) != table.count()) {
          throw new BackupRefusedException(
              "backup.refused.rows", table.name(), refill.rows(table.name()), table.count());
        }
      }
      refill.commit(found.manifest().numbers());
    } catch (SQLException e) {
      String state = Optional.ofNullable(e.getSQLState()).orElse("");
      if (DATA.stream().anyMatch(state::startsWith)) {
        // What the warehouse has against the rows is said against the backup.
        throw new BackupRefusedException("backup.refused.sql", String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }

  private List<Path> place(RestoreWriter refill) throws IOException, SQLException {
    try {
      archive.place();
      List<Path> putAside = files.place();
      sync();
      refill.finish();
      return putAside;
    } catch (IOException | RuntimeException e) {
      refill.leaveUnfinished();
      throw new BackupRefusedException("backup.unfinished", String.valueOf(e.getMessage()));
    }
  }

  private void discard() throws IOException {
    files.discard();
    archive.discard();
  }

  /** Makes all durable at once: to do it file by file would take longer than the restore. */
  private static void sync() {
    try {
      int code = new ProcessBuilder("sync").start().waitFor();
      LOG.debug("sync ended with {}", code);
    } catch (IOException e) {
      LOG.debug("There is no sync here; the system writes in its own time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How the archive of a home and its warehouse go together. */
  public static ArchiveBalance balance(Home home, DataSource warehouse)
      throws SQLException, IOException {
    try (Connection connection = warehouse.getConnection()) {
      connection.setAutoCommit(false);
      try (LoadedContents loads = LoadedContents.of(connection)) {
        return ArchiveBalance.of(loads, new ArchiveWalk(home.archive()));
      } finally {
        connection.rollback();
      }
    }
  }

  private static void refuseVersionToCome(BackupHeader about) throws BackupRefusedException {
    if (SchemaVersion.isToCome(about.schema())) {
      throw new BackupRefusedException(
          "backup.refused.schema", about.schema(), SchemaVersion.newest());
    }
  }

  /** Counts what a backup would take of a disk. */
  private static final class Room implements BackupVisitor {
    private final long usable;
    private final boolean withRows;
    private long taken;

    Room(long usable, boolean withRows) {
      this.usable = usable;
      this.withRows = withRows;
    }

    private void take(long bytes) throws BackupRefusedException {
      taken += bytes;
      if (taken > usable) {
        throw new BackupRefusedException("backup.refused.room", taken, usable);
      }
    }

    @Override
    public void about(BackupHeader about) throws IOException {
      refuseVersionToCome(about);
    }

    @Override
    public void home(String path, FileTime changed, long size, InputStream content)
        throws IOException {
      take(size + BLOCK);
    }

    @Override
    public void rows(String table, InputStream rows) throws IOException {
      byte[] some = new byte[1 << 16];
      for (int n = rows.read(some); n >= 0; n = rows.read(some)) {
        take(withRows ? n : 0);
      }
    }

    @Override
    public void archived(ArchivedFile file, FileTime changed, long size, InputStream content)
        throws IOException {
      take(size + BLOCK);
    }
  }

  /** Puts into its place what comes. */
  private final class Filling implements BackupVisitor {
    private final RestoreWriter refill;

    Filling(RestoreWriter refill) {
      this.refill = refill;
    }

    @Override
    public void about(BackupHeader about) throws IOException, SQLException {
      refuseVersionToCome(about);
      Optional<TableShape> unknown =
          refill.open(
              about.schema(),
              about.tables().stream().map(it -> new TableShape(it.name(), it.columns())).toList());
      if (unknown.isPresent()) {
        throw new BackupRefusedException(
            "backup.refused.table", unknown.get().name(), about.schema());
      }
    }

    @Override
    public void home(String path, FileTime changed, long size, InputStream content)
        throws IOException {
      files.add(path, changed, content);
    }

    @Override
    public void rows(String table, InputStream rows) throws IOException, SQLException {
      refill.copy(table, rows);
    }

    @Override
    public void archived(ArchivedFile file, FileTime changed, long size, InputStream content)
        throws IOException {
      archive.add(file.sha256(), file.name(), changed, content);
    }
  }
}
