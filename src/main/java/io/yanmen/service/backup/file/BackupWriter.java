package io.yanmen.service.backup.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Writes a backup as a stream: first what it is, then the files of the home, the rows of the
 * tables, the files of the archive, and at the end what all that is by count and hash. No more than
 * a megabyte of it is in memory.
 */
public final class BackupWriter implements Closeable {
  /** Rows that go into one entry, whose size a tar has to know beforehand. */
  private static final int ENTRY = 1 << 20;

  private static final int BUFFER = 1 << 16;

  /** Readable by its owner alone, also when it is unpacked by hand. */
  private static final int MODE = 0600;

  private final TarArchiveOutputStream tar;
  private final BackupHeader about;
  private final String aboutSha256;
  private final ByteArrayOutputStream rows = new ByteArrayOutputStream(ENTRY + BUFFER);
  private final byte[] buffer = new byte[BUFFER];
  private final List<ManifestEntry> tables = new ArrayList<>();
  private final CountingDigest archive = new CountingDigest();
  private final CountingDigest home = new CountingDigest();
  private Optional<OpenTable> open = Optional.empty();

  /** A table whose rows are being written. */
  private static final class OpenTable {
    private final String name;
    private final CountingDigest tally = new CountingDigest();
    private int entries;

    OpenTable(String name) {
      this.name = name;
    }
  }

  /** Fast, since most of what is large is compressed already or very repetitive. */
  private static final class Gzip extends GZIPOutputStream {
    private static final int LEVEL = 3;

    Gzip(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(LEVEL);
    }
  }

  /**
   * @param out is closed with this
   */
  public BackupWriter(OutputStream out, BackupHeader about) throws IOException {
    this.about = about;
    tar = new TarArchiveOutputStream(new Gzip(out), StandardCharsets.UTF_8.name());
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    tar.setAddPaxHeadersForNonAsciiNames(true);
    byte[] json = about.json();
    aboutSha256 = Sha256.of(json);
    whole(EntryName.ABOUT, json);
  }

  private FileTime now() {
    return FileTime.from(about.madeAt());
  }

  private void whole(String name, byte[] content) throws IOException {
    entry(name, now(), content.length, new ByteArrayInputStream(content));
  }

  private void entry(String name, FileTime changed, long size, InputStream content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(size);
    entry.setMode(MODE);
    entry.setLastModifiedTime(changed);
    tar.putArchiveEntry(entry);
    long left = size;
    while (left > 0) {
      int read = content.read(buffer, 0, (int) Math.min(BUFFER, left));
      if (read < 0) {
        throw new EOFException(name + " became shorter while it was read");
      }
      tar.write(buffer, 0, read);
      left -= read;
    }
    tar.closeArchiveEntry();
  }

  /** A file of the home; before all tables, in the order of their paths. */
  public void home(String path, FileTime changed, long size, InputStream content)
      throws IOException {
    MessageDigest digest = Sha256.digest();
    entry(new EntryName.OfHome(path).text(), changed, size, new DigestInputStream(content, digest));
    home.file(path, Sha256.hex(digest), size);
  }

  /** Begins the next table of those that were announced. */
  public void table(String name) throws IOException {
    endTable();
    open = Optional.of(new OpenTable(name));
  }

  /** A row of it, in the text form of COPY with the line feed at its end. */
  public void row(byte[] row) throws IOException {
    rows.write(row, 0, row.length);
    if (rows.size() >= ENTRY) {
      flushRows(open.orElseThrow());
    }
  }

  private void flushRows(OpenTable table) throws IOException {
    if (rows.size() == 0) {
      return;
    }
    byte[] some = rows.toByteArray();
    rows.reset();
    table.tally.rows(some, 0, some.length);
    whole(new EntryName.Rows(table.name, ++table.entries).text(), some);
  }

  private void endTable() throws IOException {
    if (open.isPresent()) {
      flushRows(open.get());
      tables.add(open.get().tally.part(open.get().name));
      open = Optional.empty();
    }
  }

  /**
   * A file of the archive; after all tables, in the order of their paths.
   *
   * @return its hash, by which the caller knows whether a content is the one of its name
   */
  public String archived(ArchivedFile file, FileTime changed, long size, InputStream content)
      throws IOException {
    endTable();
    MessageDigest digest = Sha256.digest();
    entry(
        new EntryName.Archived(file).text(), changed, size, new DigestInputStream(content, digest));
    String sha256 = Sha256.hex(digest);
    archive.file(file.path(), sha256, size);
    return sha256;
  }

  /**
   * Says what it holds; nothing can follow but {@link #close}.
   *
   * @param moment that the rows show
   * @param numbers the last that were given out, see {@link Manifest}
   */
  public Manifest finish(Instant moment, Map<String, Long> numbers) throws IOException {
    endTable();
    Manifest manifest =
        new Manifest(
            aboutSha256, moment, home.part("home"), tables, archive.part("archive"), numbers);
    whole(EntryName.MANIFEST, manifest.json());
    tar.finish();
    return manifest;
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
