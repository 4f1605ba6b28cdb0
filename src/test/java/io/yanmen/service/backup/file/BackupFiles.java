package io.yanmen.service.backup.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Backups taken apart and put together again, as whoever means harm would do it. */
public final class BackupFiles {
  private BackupFiles() {}

  /**
   * An entry of a tar.
   *
   * @param kind as tar writes it: '0' a file, '2' a link
   * @param latin its bytes, one a character
   */
  public record Entry(String name, char kind, String latin) {
    public static Entry of(String name, String text) {
      return of(name, '0', text.getBytes(StandardCharsets.UTF_8));
    }

    public static Entry of(String name, char kind, byte[] content) {
      return new Entry(name, kind, new String(content, StandardCharsets.ISO_8859_1));
    }

    public byte[] content() {
      return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    public String text() {
      return new String(content(), StandardCharsets.UTF_8);
    }
  }

  public static List<Entry> entries(Path backup) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new GZIPInputStream(Files.newInputStream(backup)), StandardCharsets.UTF_8.name())) {
      for (TarArchiveEntry it = tar.getNextEntry(); it != null; it = tar.getNextEntry()) {
        entries.add(Entry.of(it.getName(), (char) it.getLinkFlag(), tar.readAllBytes()));
      }
    }
    return entries;
  }

  public static Path write(Path file, List<Entry> entries) throws IOException {
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(
            new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8.name())) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (Entry entry : entries) {
        TarArchiveEntry head = new TarArchiveEntry(entry.name(), (byte) entry.kind(), true);
        head.setSize(entry.content().length);
        head.setLinkName("../../../../etc/passwd");
        tar.putArchiveEntry(head);
        tar.write(entry.content());
        tar.closeArchiveEntry();
      }
    }
    return file;
  }

  /** A copy in which entries are others. */
  public static Path changed(Path backup, Path copy, UnaryOperator<List<Entry>> change)
      throws IOException {
    return write(copy, change.apply(new ArrayList<>(entries(backup))));
  }

  /** Replaces the text of an entry. */
  public static UnaryOperator<List<Entry>> text(String name, UnaryOperator<String> change) {
    return entries ->
        entries.stream()
            .map(it -> it.name().equals(name) ? Entry.of(name, change.apply(it.text())) : it)
            .toList();
  }

  /**
   * Makes the end of a backup agree with what it holds, so that nothing but the content itself can
   * give the change away.
   */
  public static List<Entry> agreeing(List<Entry> entries) {
    Map<String, ByteArrayOutputStream> tables = new HashMap<>();
    CountingDigest archive = new CountingDigest();
    CountingDigest home = new CountingDigest();
    String about = "";
    for (Entry it : entries) {
      if (it.name().equals(EntryName.ABOUT)) {
        about = Sha256.of(it.content());
      } else if (it.name().startsWith("warehouse/")) {
        tables
            .computeIfAbsent(it.name().split("/", -1)[1], k -> new ByteArrayOutputStream())
            .writeBytes(it.content());
      } else if (it.name().startsWith("archive/")) {
        archive.file(
            it.name().substring("archive/".length()), Sha256.of(it.content()), it.content().length);
      } else if (it.name().startsWith("home/")) {
        home.file(
            it.name().substring("home/".length()), Sha256.of(it.content()), it.content().length);
      }
    }
    String hash = about;
    Function<ManifestEntry, ManifestEntry> counted =
        part -> {
          CountingDigest tally = new CountingDigest();
          byte[] rows = tables.getOrDefault(part.name(), new ByteArrayOutputStream()).toByteArray();
          tally.rows(rows, 0, rows.length);
          return tally.part(part.name());
        };
    return entries.stream()
        .map(
            it -> {
              if (!it.name().equals(EntryName.MANIFEST)) {
                return it;
              }
              try {
                Manifest said = Manifest.of(it.content());
                return Entry.of(
                    it.name(),
                    '0',
                    new Manifest(
                            hash,
                            said.moment(),
                            home.part("home"),
                            said.tables().stream().map(counted).toList(),
                            archive.part("archive"),
                            said.numbers())
                        .json());
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            })
        .toList();
  }

  /** Remembers everything that a reader gives. */
  static final class Taken implements BackupVisitor {
    private final Map<String, String> files = new HashMap<>();
    private final Map<String, FileTime> times = new HashMap<>();
    private final StringBuilder rows = new StringBuilder();

    Map<String, String> files() {
      return files;
    }

    Map<String, FileTime> times() {
      return times;
    }

    String rows() {
      return rows.toString();
    }

    @Override
    public void home(String path, FileTime changed, long size, InputStream content)
        throws IOException {
      take("home/" + path, changed, size, content);
    }

    @Override
    public void archived(ArchivedFile file, FileTime changed, long size, InputStream content)
        throws IOException {
      take(file.path(), changed, size, content);
    }

    private void take(String name, FileTime changed, long size, InputStream content)
        throws IOException {
      byte[] bytes = content.readAllBytes();
      if (bytes.length != size) {
        throw new IllegalStateException(name + " has " + bytes.length + ", not " + size);
      }
      files.put(name, new String(bytes, StandardCharsets.UTF_8));
      times.put(name, changed);
    }

    @Override
    public void rows(String table, InputStream some) throws IOException {
      rows.append(table).append(": ");
      rows.append(new String(some.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  static String hash(String content) {
    return HexFormat.of().formatHex(Sha256.digest().digest(bytes(content)));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static InputStream stream(String text) {
    return new ByteArrayInputStream(bytes(text));
  }
}
