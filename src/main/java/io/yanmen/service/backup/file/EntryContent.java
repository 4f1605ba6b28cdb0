package io.yanmen.service.backup.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/**
 * The bytes of an entry of a backup. Trouble with the backup is told from trouble of whoever takes
 * the bytes, as a full disk: it is always a {@link BackupRefusedException}.
 */
final class EntryContent extends FilterInputStream {
  private static final int BUFFER = 1 << 13;

  private final long size;
  private final MessageDigest digest = Sha256.digest();
  private final byte[] skipped = new byte[BUFFER];
  private Listener listener = (bytes, from, length) -> {};
  private String sha256 = "";

  /** Is told of the bytes of an entry as they are read. */
  @FunctionalInterface
  interface Listener {
    void of(byte[] bytes, int from, int length);
  }

  /**
   * @param tar stands at the content of the entry, and ends with it
   * @param size how many bytes the entry says it has
   */
  EntryContent(InputStream tar, long size) {
    super(tar);
    this.size = size;
  }

  long size() {
    return size;
  }

  void tell(Listener each) {
    this.listener = each;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int n;
    try {
      n = in.read(bytes, from, length);
    } catch (IOException | RuntimeException e) {
      throw BackupRefusedException.damaged(e);
    }
    if (n > 0) {
      digest.update(bytes, from, n);
      listener.of(bytes, from, n);
    }
    return n;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public long skip(long n) throws IOException {
    return Math.max(0, read(skipped, 0, (int) Math.min(BUFFER, n)));
  }

  @Override
  public void close() {
    // The entries that follow come from the same stream.
  }

  /** Reads what nobody took. */
  void drain() throws IOException {
    int n;
    do {
      n = read(skipped, 0, BUFFER);
    } while (n >= 0);
  }

  /** The hash of the whole content, which is read to its end for it. */
  String sha256() throws IOException {
    if (sha256.isEmpty()) {
      drain();
      sha256 = Sha256.hex(digest);
    }
    return sha256;
  }

  /**
   * The whole content.
   *
   * @throws BackupRefusedException if it is larger than such an entry may be
   */
  byte[] small(int most, String name) throws IOException {
    if (size > most) {
      throw BackupRefusedException.damaged(name);
    }
    byte[] bytes = readAllBytes();
    sha256();
    return bytes;
  }
}
