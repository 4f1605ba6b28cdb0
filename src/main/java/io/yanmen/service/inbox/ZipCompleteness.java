package io.yanmen.service.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Whether a zip (xlsx) is whole to the last byte: its directory lists each entry with the CRC-32 of
 * its content (APPNOTE 4.4.7), and all of them hold. So a copy that reserved its room first, or
 * that writes its parts out of order, is not taken for whole because its end is there.
 */
final class ZipCompleteness {
  /** What may come out of one file (bytes); more is not worth a look of the inbox. */
  private static final long MOST_UNPACKED = 256 << 20;

  private ZipCompleteness() {}

  static Completeness of(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      byte[] buffer = new byte[1 << 16];
      long left = MOST_UNPACKED;
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        CRC32 sum = new CRC32();
        left -= unpack(zip, entry, buffer, left, sum);
        if (left < 0) {
          return Completeness.ENDED;
        }
        if (sum.getValue() != entry.getCrc()) {
          return Completeness.OPEN;
        }
      }
      return Completeness.PROVEN;
    } catch (IOException | RuntimeException e) {
      // Not a zip yet, or never.
      return Completeness.OPEN;
    }
  }

  /** Sums an entry up; gives its size, or more than is left and no sum. */
  private static long unpack(ZipFile zip, ZipEntry entry, byte[] buffer, long left, CRC32 sum)
      throws IOException {
    long size = 0;
    try (InputStream in = zip.getInputStream(entry)) {
      for (int n = in.read(buffer); n >= 0 && size <= left; n = in.read(buffer)) {
        sum.update(buffer, 0, n);
        size += n;
      }
    }
    return size;
  }
}
