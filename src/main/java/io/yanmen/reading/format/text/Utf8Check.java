package io.yanmen.reading.format.text;

import java.io.IOException;
import java.io.InputStream;

/**
 * Whether bytes are sound UTF-8 (RFC 3629) without a zero, told without making characters of them:
 * most files are, and only for others it matters why not.
 */
final class Utf8Check {
  private static final int BUFFER = 1 << 16;
  private static final int LONGEST = 4;

  private final byte[] buffer;
  private int end;

  private Utf8Check(int capacity) {
    this.buffer = new byte[capacity];
  }

  /**
   * @param size of the content, as far as it is known
   */
  static boolean passes(InputStream in, long size) throws IOException {
    return new Utf8Check((int) Math.min(BUFFER, size + LONGEST)).run(in);
  }

  private boolean run(InputStream in) throws IOException {
    int at = 0;
    int count;
    while ((count = in.read(buffer, end, buffer.length - end)) >= 0) {
      end += count;
      at = checked(LONGEST - 1);
      if (at < 0) {
        return false;
      }
      end -= at;
      System.arraycopy(buffer, at, buffer, 0, end);
    }
    return checked(0) == end;
  }

  /**
   * Checks whole characters and returns where the rest begins, which may be the beginning of one;
   * -1 at a byte that is none.
   *
   * @param rest how many bytes at the end are left for later
   */
  private int checked(int rest) {
    byte[] bytes = buffer;
    int last = end - rest;
    int i = 0;
    while (i < last) {
      int b = bytes[i];
      if (b > 0) {
        i++;
      } else if (b >= -32 && b < -16 && i + 2 < end) {
        // The usual Chinese character; neither overlong forms nor surrogates are characters.
        int second = bytes[i + 1];
        if (second >= -64
            || bytes[i + 2] >= -64
            || (b == -32 && second < -96)
            || (b == -19 && second >= -96)) {
          return -1;
        }
        i += 3;
      } else if (b >= -62 && b < -32 && i + 1 < end) {
        if (bytes[i + 1] >= -64) {
          return -1;
        }
        i += 2;
      } else if (b >= -16 && b <= -12 && i + 3 < end) {
        int second = bytes[i + 1];
        if (second >= -64
            || bytes[i + 2] >= -64
            || bytes[i + 3] >= -64
            || (b == -16 && second < -112)
            || (b == -12 && second >= -112)) {
          return -1;
        }
        i += 4;
      } else {
        return -1;
      }
    }
    return i;
  }
}
