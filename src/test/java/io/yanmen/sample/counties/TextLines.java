package io.yanmen.sample.counties;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text that grows by the hundred million figures without an object for each. */
final class TextLines implements AutoCloseable {
  private static final int ROOM = 1 << 16;
  private static final int LONGEST = 4_096;

  private final OutputStream out;
  private final byte[] lineEnd;
  private final byte[] buffer = new byte[ROOM];
  private int used;

  TextLines(Path file, LineEnd lineEnd) throws IOException {
    this.out = Files.newOutputStream(file);
    this.lineEnd = lineEnd.bytes();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  TextLines add(byte[] text) throws IOException {
    if (text.length > LONGEST) {
      throw new IllegalArgumentException("too long a text: " + text.length);
    }
    room();
    System.arraycopy(text, 0, buffer, used, text.length);
    used += text.length;
    return this;
  }

  TextLines comma() throws IOException {
    room();
    buffer[used++] = ',';
    return this;
  }

  TextLines end() throws IOException {
    return add(lineEnd);
  }

  /** A number with its decimals, all of them written. */
  TextLines number(long inLastDecimal, int decimals) throws IOException {
    room();
    long left = inLastDecimal;
    if (left < 0) {
      buffer[used++] = '-';
      left = -left;
    }
    int begin = used;
    int digits = 0;
    do {
      if (digits == decimals && decimals > 0) {
        buffer[used++] = '.';
      }
      buffer[used++] = (byte) ('0' + left % 10);
      left /= 10;
      digits++;
    } while (left > 0 || digits <= decimals);
    for (int i = begin, j = used - 1; i < j; i++, j--) {
      byte b = buffer[i];
      buffer[i] = buffer[j];
      buffer[j] = b;
    }
    return this;
  }

  private void room() throws IOException {
    if (used > ROOM - LONGEST) {
      out.write(buffer, 0, used);
      used = 0;
    }
  }

  @Override
  public void close() throws IOException {
    out.write(buffer, 0, used);
    used = 0;
    out.close();
  }
}
