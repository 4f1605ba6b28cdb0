package io.yanmen.service.land;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.yanmen.model.outcome.LandedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps what arrives: each content once, under its SHA-256, durable before anybody reads it. What a
 * sender called it stands in a note beside it, never in a path, so that no name can lead elsewhere.
 */
public final class Landing {
  /** Name of the bytes in their folder of the archive. */
  public static final String CONTENT = "content";

  private static final int BUFFER = 1 << 16;
  private static final Pattern DRAFT = Pattern.compile("landing-(\\d{1,18})-.*\\.tmp");

  private final Path archive;

  public Landing(Path archive) {
    this.archive = archive;
  }

  /** Tells whether a file is still as it was seen when it was whole. */
  @FunctionalInterface
  public interface Unchanged {
    boolean holds() throws IOException;
  }

  /** What changes of a file when it is written on. */
  private record Stamp(long size, FileTime changed) {
    static Stamp of(Path file) throws IOException {
      return new Stamp(Files.size(file), Files.getLastModifiedTime(file));
    }
  }

  /** Copies a file into the archive under its own name. */
  public LandedFile land(Path file, String folder, String source, Instant receivedAt)
      throws IOException {
    return land(file, nameOf(file), folder, source, receivedAt);
  }

  /**
   * Copies a file into the archive; the same content a second time is not kept again, but its
   * arrival is noted. A link is not followed, whoever put it there.
   *
   * @param name what its sender called it
   * @throws FileChangedException if the file changed while it was copied
   * @throws IOException if it cannot be read or kept; then the archive is as before
   */
  public LandedFile land(Path file, String name, String folder, String source, Instant receivedAt)
      throws IOException {
    Stamp before = Stamp.of(file);
    return land(file, name, folder, source, receivedAt, () -> Stamp.of(file).equals(before));
  }

  /**
   * The same for a file that was found whole some time ago: asked after the copy, so that no change
   * since then goes unnoticed, however short the look and the copy lie apart.
   *
   * @param unchanged whether it is still the file that was found
   */
  public LandedFile land(
      Path file, String name, String folder, String source, Instant receivedAt, Unchanged unchanged)
      throws IOException {
    Path copy = draft();
    try {
      String sha256 = copy(file, copy);
      long size = Files.size(copy);
      if (!unchanged.holds() || Files.size(file) != size) {
        throw new FileChangedException(file);
      }
      Path kept = keep(copy, sha256, size);
      LandedFile landed = new LandedFile(kept, name, folder, source, sha256, size, receivedAt);
      note(landed);
      forceUpwards(kept);
      return landed;
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /**
   * Removes what a process that was killed left half copied or half written. Nothing is lost: its
   * file is still where it came from. What another living process is making is left alone; to be
   * called before this one makes any.
   */
  public void removeAbandoned() throws IOException {
    if (!Files.isDirectory(incoming())) {
      return;
    }
    try (DirectoryStream<Path> drafts = Files.newDirectoryStream(incoming(), "landing-*.tmp")) {
      for (Path draft : drafts) {
        Matcher maker = DRAFT.matcher(nameOf(draft));
        if (maker.matches() && DraftMaker.isGone(maker.group(1))) {
          Files.deleteIfExists(draft);
        }
      }
    }
  }

  private Path incoming() {
    return archive.resolve("incoming");
  }

  /** A new file on the archive's disk, which the next start removes if this process is killed. */
  private Path draft() throws IOException {
    String prefix = "landing-" + DraftMaker.own() + "-";
    return Files.createTempFile(Files.createDirectories(incoming()), prefix, ".tmp");
  }

  private static String nameOf(Path file) {
    Path name = file.getFileName();
    return name == null ? "" : name.toString();
  }

  /** Copies and gives the hash of what was copied, which is on the disk when this returns. */
  private static String copy(Path from, Path to) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(from, LinkOption.NOFOLLOW_LINKS);
        FileChannel out = FileChannel.open(to, StandardOpenOption.WRITE)) {
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, n);
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
      }
      out.force(true);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private Path keep(Path copy, String sha256, long size) throws IOException {
    Path folder = Files.createDirectories(archive.resolve(sha256.substring(0, 2)).resolve(sha256));
    Path content = folder.resolve(CONTENT);
    if (!Files.exists(content) || Files.size(content) != size) {
      Files.move(
          copy, content, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    return content;
  }

  /** One note for each arrival, so that a replay knows every name that a content came under. */
  private void note(LandedFile file) throws IOException {
    Path folder = file.content().getParent();
    if (folder == null) {
      throw new NoSuchFileException(file.content().toString());
    }
    String moment = file.receivedAt().toString().replace(':', '-');
    Path note = folder.resolve("arrival-" + moment + ".json");
    Path draft = draft();
    try {
      write(file, draft);
      Files.move(draft, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void write(LandedFile file, Path draft) throws IOException {
    try (OutputStream out = Files.newOutputStream(draft);
        JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("name", file.name());
      json.writeStringField("folder", file.folder());
      json.writeStringField("source", file.source());
      json.writeStringField("sha256", file.sha256());
      json.writeNumberField("size", file.size());
      json.writeStringField("receivedAt", file.receivedAt().toString());
      json.writeEndObject();
    }
    try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      written.force(true);
    }
  }

  /**
   * Makes the names durable that lead to a content: its own and its note's, its folder's, and that
   * folder's. A journal that was written for the first has the others already.
   */
  private void forceUpwards(Path content) {
    Path folder = content.getParent();
    for (int level = 0; level < 3 && folder != null; level++) {
      force(folder);
      folder = folder.getParent();
    }
  }

  /** Makes a rename durable, where the platform lets a folder be opened. */
  private static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows cannot; there the journal of NTFS keeps the order.
      return;
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
