package io.yanmen.route;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** Whether a file looks as if its end had been written; a hint only, which buys it more time. */
final class Wholeness {
  /** A zip ends in a directory of 22 bytes and a comment of up to 65535. */
  private static final int ZIP_TAIL = 22 + 65_535;

  private Wholeness() {}

  static boolean looksWhole(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      long size = in.length();
      if (size == 0) {
        return false;
      }
      byte[] head = new byte[(int) Math.min(4, size)];
      in.readFully(head);
      if (head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
        return endsInZipDirectory(in, size);
      }
      if (head.length == 4 && head[0] == (byte) 0xD0 && head[1] == (byte) 0xCF) {
        // An OLE file is made of whole sectors.
        return size % 512 == 0;
      }
      in.seek(size - 1);
      int last = in.read();
      return last == '\n' || last == '\r' || last == 0;
    }
  }

  private static boolean endsInZipDirectory(RandomAccessFile in, long size) throws IOException {
    byte[] tail = new byte[(int) Math.min(ZIP_TAIL, size)];
    in.seek(size - tail.length);
    in.readFully(tail);
    for (int i = tail.length - 22; i >= 0; i--) {
      if (tail[i] == 'P' && tail[i + 1] == 'K' && tail[i + 2] == 5 && tail[i + 3] == 6) {
        return true;
      }
    }
    return false;
  }
}
