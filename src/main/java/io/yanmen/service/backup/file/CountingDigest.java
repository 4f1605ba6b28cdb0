package io.yanmen.service.backup.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Counts and hashes a part as it goes by. */
final class CountingDigest {
  private final MessageDigest digest = Sha256.digest();
  private long count;
  private long bytes;

  /** Some of the rows of a table; each ends with a line feed, and none has another within. */
  void rows(byte[] some, int from, int length) {
    digest.update(some, from, length);
    bytes += length;
    for (int i = from; i < from + length; i++) {
      if (some[i] == '\n') {
        count++;
      }
    }
  }

  /** A file. */
  void file(String path, String sha256, long size) {
    digest.update((sha256 + "  " + path + "\n").getBytes(StandardCharsets.UTF_8));
    bytes += size;
    count++;
  }

  /** To be asked once, at the end. */
  ManifestEntry part(String name) {
    return new ManifestEntry(name, count, bytes, Sha256.hex(digest));
  }
}
