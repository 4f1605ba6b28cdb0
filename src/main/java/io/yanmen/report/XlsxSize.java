package io.yanmen.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Tells whether an xlsx can be held in memory, by counting its tags as they unpack: what a zip says
 * of its own sizes may be a lie, and empty styled cells weigh as much as full ones.
 */
final class XlsxSize {
  private static final int BYTES_FOR_A_TAG = 100;

  private XlsxSize() {}

  static boolean within(Path content, MarkLimits limits) throws IOException {
    if (Files.size(content) > limits.maxXlsxBytes()) {
      return false;
    }
    long tags = 0;
    long bytes = 0;
    byte[] buffer = new byte[1 << 16];
    try (ZipFile zip = new ZipFile(content.toFile())) {
      for (Iterator<? extends ZipEntry> all = zip.entries().asIterator(); all.hasNext(); ) {
        try (InputStream in = zip.getInputStream(all.next())) {
          for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            bytes += count;
            tags += tags(buffer, count);
            if (tags > limits.maxXlsxTags() || bytes > limits.maxXlsxTags() * BYTES_FOR_A_TAG) {
              return false;
            }
          }
        }
      }
    }
    return true;
  }

  private static long tags(byte[] buffer, int count) {
    long tags = 0;
    for (int i = 0; i < count; i++) {
      if (buffer[i] == '<') {
        tags++;
      }
    }
    return tags;
  }
}
