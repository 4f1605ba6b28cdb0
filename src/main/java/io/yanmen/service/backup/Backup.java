package io.yanmen.service.backup;

import io.yanmen.service.backup.file.ArchiveCheck;
import io.yanmen.service.backup.file.ArchivedFile;
import io.yanmen.service.backup.file.AtomicFile;
import io.yanmen.service.backup.file.BackupHeader;
import io.yanmen.service.backup.file.BackupReader;
import io.yanmen.service.backup.file.BackupRefusedException;
import io.yanmen.service.backup.file.BackupSummary;
import io.yanmen.service.backup.file.BackupVisitor;
import io.yanmen.service.backup.file.BackupWriter;
import io.yanmen.service.backup.file.Manifest;
import io.yanmen.service.home.Home;
import io.yanmen.service.home.Settings;
import io.yanmen.service.land.ArchiveWalk;
import io.yanmen.warehouse.schema.SchemaVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Copies a home and its warehouse into one file while others go on working.
 *
 * <p>The order makes it whole: first the files that wait, then the warehouse as it is at one
 * moment, then the archive. What is loaded between the first and the second is in both, and loading
 * it again changes nothing; whatever the warehouse knows of landed before, so the archive has it.
 */
public final class Backup {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Home home;
  private final Settings settings;
  private final DataSource warehouse;
  private final String product;
  private final BackupWatcher watcher;
  private final Clock clock;

  /**
   * @param product version of the program
   */
  public Backup(
      Home home,
      Settings settings,
      DataSource warehouse,
      String product,
      BackupWatcher watcher,
      Clock clock) {
    this.home = home;
    this.settings = settings;
    this.warehouse = warehouse;
    this.product = product;
    this.watcher = watcher;
    this.clock = clock;
  }

  /**
   * What became of it.
   *
   * @param secrets keys of settings that it does not hold
   * @param leftOut files of the home that it does not hold
   * @param foreign tables and views of others in the schema, which it does not hold
   * @param missing contents that loads were made of and that are not in this archive
   */
  public record BackupResult(
      BackupSummary contents,
      long size,
      List<String> secrets,
      List<String> leftOut,
      List<String> foreign,
      long missing) {}

  /**
   * Writes a backup, reads it back, and gives it its name.
   *
   * @throws BackupRefusedException if a file of the archive is not as it landed, or the warehouse
   *     is of a version to come; nothing is left then
   */
  public BackupResult run(AtomicFile file) throws IOException, SQLException {
    HomeFiles waiting =
        new HomeFiles(
            home,
            home.root().resolve(settings.get("yanmen.console.users")),
            folderOf(file.part()),
            Duration.ofMillis(Long.parseLong(settings.get("yanmen.inbox.settle-unfinished"))),
            PATIENCE,
            clock);
    ArchiveWalk archive = new ArchiveWalk(home.archive());
    Writing writing = new Writing(waiting.size() + sizeOf(archive));
    Manifest written;
    List<String> foreign;
    long missing;
    BackupHeader about = about();
    try (BackupWriter writer = file.writer(about)) {
      Map<String, Long> numbers;
      Instant moment;
      waiting.visit((path, changed, copy) -> writing.home(writer, path, changed, copy));
      try (Snapshot snapshot = Snapshot.of(warehouse)) {
        if (!tablesOf(snapshot).equals(about.tables())
            || !snapshot.version().equals(about.schema())) {
          throw new SQLException("the schema changed while the backup was made", "40001");
        }
        foreign = snapshot.foreign();
        writing.tables(writer, snapshot);
        numbers = snapshot.numbers();
        moment = snapshot.moment();
        try (LoadedContents loads = snapshot.contents()) {
          missing = ArchiveBalance.of(loads, archive).missing();
        }
      }
      writing.archive(writer, archive);
      written = writer.finish(moment, numbers);
    }
    file.force();
    BackupSummary contents = verified(file.part(), written);
    long size = Files.size(file.part());
    file.publish();
    return new BackupResult(contents, size, waiting.secrets(), waiting.leftOut(), foreign, missing);
  }

  private BackupHeader about() throws SQLException, BackupRefusedException {
    try (Snapshot snapshot = Snapshot.of(warehouse)) {
      if (SchemaVersion.isToCome(snapshot.version())) {
        throw new BackupRefusedException(
            "backup.refused.schema", snapshot.version(), SchemaVersion.newest());
      }
      return new BackupHeader(
          UUID.randomUUID().toString(),
          product,
          clock.instant(),
          snapshot.version(),
          tablesOf(snapshot));
    }
  }

  private static List<BackupHeader.Table> tablesOf(Snapshot snapshot) {
    return snapshot.tables().stream()
        .map(it -> new BackupHeader.Table(it.name(), it.columns()))
        .toList();
  }

  private static Path folderOf(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("no folder around " + file);
    }
    return folder;
  }

  private static long sizeOf(ArchiveWalk archive) throws IOException {
    long[] size = new long[1];
    archive.files((sha256, file) -> size[0] += Files.size(file));
    return size[0];
  }

  /** Reads the whole of it, as a restore will. */
  private BackupSummary verified(Path file, Manifest written) throws IOException, SQLException {
    long total = Files.size(file);
    BackupSummary contents =
        BackupReader.read(
            file,
            BackupVisitor.NOTHING,
            done -> watcher.at(BackupWatcher.Stage.VERIFY, total, done));
    if (!contents.manifest().equals(written)) {
      throw new BackupRefusedException("backup.refused.damaged", file);
    }
    return contents;
  }

  /** Writes part after part, and tells how far it has come. */
  private final class Writing {
    private final long files;
    private final ArchiveCheck check = new ArchiveCheck();
    private final List<BackupRefusedException> damaged = new ArrayList<>();
    private long total;
    private long done;

    /**
     * @param files bytes of all files
     */
    Writing(long files) {
      this.files = files;
      this.total = files;
    }

    private void tell(long more) {
      done += more;
      watcher.at(BackupWatcher.Stage.WRITE, Math.max(total, done), done);
    }

    void home(BackupWriter writer, String path, FileTime changed, Path copy) throws IOException {
      long size = Files.size(copy);
      try (InputStream content = Files.newInputStream(copy)) {
        writer.home(path, changed, size, content);
      }
      tell(size);
    }

    void tables(BackupWriter writer, Snapshot snapshot) throws IOException, SQLException {
      Map<String, Long> sizes = new HashMap<>();
      for (TableShape table : snapshot.tables()) {
        sizes.put(table.name(), snapshot.size(table));
      }
      total = files + sizes.values().stream().mapToLong(Long::longValue).sum();
      for (TableShape table : snapshot.tables()) {
        writer.table(table.name());
        long before = done;
        long most = sizes.getOrDefault(table.name(), 0L);
        snapshot.read(
            table,
            row -> {
              writer.row(row);
              tell(Math.min(row.length, Math.max(0, before + most - done)));
            });
        tell(before + most - done);
      }
    }

    void archive(BackupWriter writer, ArchiveWalk archive) throws IOException {
      archive.files((sha256, file) -> archived(writer, sha256, file));
      damaged.addAll(check.end());
      if (!damaged.isEmpty()) {
        BackupRefusedException all =
            new BackupRefusedException("backup.refused.archive", damaged.size(), home.archive());
        damaged.forEach(all::addSuppressed);
        throw all;
      }
    }

    private void archived(BackupWriter writer, String sha256, Path file) throws IOException {
      ArchivedFile name = new ArchivedFile(sha256, String.valueOf(file.getFileName()));
      FileTime changed = Files.getLastModifiedTime(file);
      long size = Files.size(file);
      if (name.isContent()) {
        String found;
        try (InputStream content = Files.newInputStream(file)) {
          found = writer.archived(name, changed, size, content);
        }
        damaged.addAll(check.content(name, found, size));
      } else if (size > ArchiveCheck.MOST_BYTES_OF_NOTE) {
        damaged.add(new BackupRefusedException("backup.refused.note", name.path()));
      } else {
        byte[] note = Files.readAllBytes(file);
        damaged.addAll(check.note(name, note));
        writer.archived(name, changed, note.length, new ByteArrayInputStream(note));
      }
      tell(size);
    }
  }
}
