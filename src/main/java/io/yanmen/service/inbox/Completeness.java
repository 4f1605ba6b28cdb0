package io.yanmen.service.inbox;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.function.Function;

/** How far a file shows by its own bytes that its end, or all of it, has been written. */
public enum Completeness {
  /** Its own checksums or chains hold from the first byte to the last. */
  PROVEN,
  /** Its end is there; what lies before it may still be missing. */
  ENDED,
  /** No end is seen. */
  OPEN;

  /** A zip ends in a directory of 22 bytes and a comment of up to 65535. */
  private static final int ZIP_TAIL = 22 + 65_535;

  /** The most that a look proves by reading all of it (bytes); a larger file is given time. */
  private static final long MOST_PROVEN = 16 << 20;

  /** Reads the whole file if it is of a kind that can prove itself and not too large. */
  static Completeness of(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      long size = in.length();
      if (size == 0) {
        return OPEN;
      }
      byte[] head = new byte[(int) Math.min(4, size)];
      in.readFully(head);
      if (head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
        return endsInZipDirectory(in, size) ? proven(size, ZipCompleteness::of, file) : OPEN;
      }
      if (head.length == 4 && head[0] == (byte) 0xD0 && head[1] == (byte) 0xCF) {
        // An OLE file is made of whole sectors.
        return size % 512 == 0 ? proven(size, OleCompleteness::of, file) : OPEN;
      }
      return endsInLine(in, size) ? ENDED : OPEN;
    }
  }

  /** Whether its end, at least, is there. */
  public static boolean looksWhole(Path file) throws IOException {
    return of(file) != OPEN;
  }

  private static Completeness proven(long size, Function<Path, Completeness> proof, Path file) {
    return size <= MOST_PROVEN ? proof.apply(file) : ENDED;
  }

  /** Also in UTF-16; a tail of zeros is room that a copy has reserved. */
  private static boolean endsInLine(RandomAccessFile in, long size) throws IOException {
    byte[] tail = new byte[(int) Math.min(2, size)];
    in.seek(size - tail.length);
    in.readFully(tail);
    byte last = tail[tail.length - 1];
    return isLineEnd(last) || (last == 0 && isLineEnd(tail[0]));
  }

  private static boolean isLineEnd(byte it) {
    return it == '\n' || it == '\r';
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
