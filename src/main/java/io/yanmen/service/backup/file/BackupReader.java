package io.yanmen.service.backup.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Reads a backup from end to end and verifies it on the way: that it is whole, that each entry is a
 * plain file of a name that backups use and comes in its order, that each content of the archive
 * has the hash that it is named by, and that each part has the count, size and hash that the end of
 * the backup says. It believes nothing and writes nothing; what it takes of memory does not grow
 * with the file.
 */
public final class BackupReader {
  /** What a tar may need to say what comes next: a long name, a time, a size. */
  private static final int HEAD = 1 << 16;

  private static final int MOST_BYTES_OF_FRAME = 1 << 20;

  private final GzipSource source;
  private final TarArchiveInputStream tar;
  private final BackupVisitor sink;
  private final ArchiveCheck check = new ArchiveCheck();
  private final CountingDigest home = new CountingDigest();
  private final CountingDigest archive = new CountingDigest();
  private final List<ManifestEntry> tables = new ArrayList<>();
  private CountingDigest rows = new CountingDigest();
  private int entriesOfTable;
  private String lastPath = "";
  private Optional<BackupHeader> about = Optional.empty();
  private String aboutSha256 = "";
  private Stage stage = Stage.HOME;

  private enum Stage {
    HOME,
    TABLES,
    ARCHIVE,
    END
  }

  private BackupReader(GzipSource source, BackupVisitor sink) {
    this.source = source;
    this.tar = new TarArchiveInputStream(source, StandardCharsets.UTF_8.name());
    this.sink = sink;
  }

  /**
   * Reads a backup.
   *
   * @param watcher is told how many bytes of the file were read
   * @throws BackupRefusedException if it is not as it was written
   * @throws IOException if the file cannot be read, or the sink fails
   */
  public static BackupSummary read(Path file, BackupVisitor sink, LongConsumer watcher)
      throws IOException, SQLException {
    try (GzipSource source = new GzipSource(file, watcher)) {
      return new BackupReader(source, sink).read();
    }
  }

  private BackupSummary read() throws IOException, SQLException {
    Optional<Manifest> manifest = Optional.empty();
    for (Optional<TarArchiveEntry> entry = next(); entry.isPresent(); entry = next()) {
      if (manifest.isPresent()) {
        throw BackupRefusedException.damaged(entry.get().getName());
      }
      EntryName name = nameOf(entry.get());
      FileTime changed = entry.get().getLastModifiedTime();
      EntryContent content = new EntryContent(tar, entry.get().getSize());
      if (name instanceof EntryName.Frame frame) {
        byte[] text = content.small(MOST_BYTES_OF_FRAME, frame.text());
        if (about.isEmpty() && frame.text().equals(EntryName.ABOUT)) {
          about = Optional.of(BackupHeader.of(text));
          aboutSha256 = Sha256.of(text);
          sink.about(about.get());
        } else if (about.isPresent() && frame.text().equals(EntryName.MANIFEST)) {
          enter(Stage.END);
          manifest = Optional.of(Manifest.of(text));
        } else {
          throw BackupRefusedException.damaged(frame.text());
        }
      } else if (about.isEmpty()) {
        throw new BackupRefusedException("backup.refused.none");
      } else if (name instanceof EntryName.OfHome file) {
        home(file, changed, content);
      } else if (name instanceof EntryName.Rows some) {
        rows(some, content);
      } else if (name instanceof EntryName.Archived file) {
        archived(file.file(), changed, content);
      }
    }
    try {
      source.end();
    } catch (IOException e) {
      throw BackupRefusedException.damaged(e);
    }
    if (about.isEmpty()) {
      throw new BackupRefusedException("backup.refused.none");
    }
    Manifest said = manifest.orElseThrow(() -> BackupRefusedException.damaged("EOF"));
    compare(said);
    return new BackupSummary(about.get(), said);
  }

  private Optional<TarArchiveEntry> next() throws IOException {
    source.allow(HEAD);
    try {
      return Optional.ofNullable(tar.getNextEntry());
    } catch (IOException | RuntimeException e) {
      throw BackupRefusedException.damaged(e);
    } finally {
      source.allow(Long.MAX_VALUE);
    }
  }

  private static EntryName nameOf(TarArchiveEntry entry) throws BackupRefusedException {
    byte kind = entry.getLinkFlag();
    boolean plain =
        (kind == TarArchiveEntry.LF_NORMAL || kind == TarArchiveEntry.LF_OLDNORM)
            && !entry.isSparse()
            && !entry.isDirectory();
    return EntryName.of(entry.getName())
        .filter(it -> plain)
        .orElseThrow(() -> new BackupRefusedException("backup.refused.entry", entry.getName()));
  }

  private void home(EntryName.OfHome file, FileTime changed, EntryContent content)
      throws IOException {
    enter(Stage.HOME);
    inOrder(file.text());
    sink.home(file.path(), changed, content.size(), content);
    home.file(file.path(), content.sha256(), content.size());
  }

  private void rows(EntryName.Rows some, EntryContent content) throws IOException, SQLException {
    enter(Stage.TABLES);
    while (!some.table().equals(openTable())) {
      nextTable(some.text());
    }
    if (some.number() != ++entriesOfTable) {
      throw BackupRefusedException.damaged(some.text());
    }
    CountingDigest tally = rows;
    content.tell(tally::rows);
    sink.rows(some.table(), content);
    content.drain();
  }

  private String openTable() {
    List<BackupHeader.Table> all = about.orElseThrow().tables();
    return tables.size() < all.size() ? all.get(tables.size()).name() : "";
  }

  private void nextTable(String entry) throws BackupRefusedException {
    String name = openTable();
    if (name.isEmpty()) {
      throw BackupRefusedException.damaged(entry);
    }
    tables.add(rows.part(name));
    rows = new CountingDigest();
    entriesOfTable = 0;
  }

  private void archived(ArchivedFile file, FileTime changed, EntryContent content)
      throws IOException {
    enter(Stage.ARCHIVE);
    inOrder(file.path());
    List<BackupRefusedException> wrong;
    if (file.isContent()) {
      sink.archived(file, changed, content.size(), content);
      wrong = check.content(file, content.sha256(), content.size());
    } else {
      byte[] note = content.small(ArchiveCheck.MOST_BYTES_OF_NOTE, file.path());
      wrong = check.note(file, note);
      sink.archived(file, changed, note.length, new java.io.ByteArrayInputStream(note));
    }
    throwFirst(wrong);
    archive.file(file.path(), content.sha256(), content.size());
  }

  private static void throwFirst(List<BackupRefusedException> wrong) throws BackupRefusedException {
    if (!wrong.isEmpty()) {
      throw wrong.get(0);
    }
  }

  /** Entries come in the order of their stages; within one, each path is greater than the last. */
  private void enter(Stage next) throws BackupRefusedException {
    if (next == stage) {
      return;
    }
    if (next.compareTo(stage) < 0) {
      throw BackupRefusedException.damaged(next.name());
    }
    if (next.compareTo(Stage.TABLES) > 0) {
      while (!openTable().isEmpty()) {
        nextTable("");
      }
    }
    lastPath = "";
    stage = next;
  }

  private void inOrder(String path) throws BackupRefusedException {
    if (path.compareTo(lastPath) <= 0) {
      throw BackupRefusedException.damaged(path);
    }
    lastPath = path;
  }

  private void compare(Manifest said) throws BackupRefusedException {
    throwFirst(check.end());
    if (!said.about().equals(aboutSha256) || said.tables().size() != tables.size()) {
      throw BackupRefusedException.damaged(EntryName.ABOUT);
    }
    same(said.home(), home.part("home"));
    same(said.archive(), archive.part("archive"));
    for (int i = 0; i < tables.size(); i++) {
      same(said.tables().get(i), tables.get(i));
    }
  }

  private static void same(ManifestEntry said, ManifestEntry found) throws BackupRefusedException {
    if (!said.equals(found)) {
      throw new BackupRefusedException(
          "backup.refused.part", found.name(), described(said), described(found));
    }
  }

  private static String described(ManifestEntry part) {
    return part.count() + " / " + part.bytes() + " / " + part.sha256();
  }
}
