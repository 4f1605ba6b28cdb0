package io.yanmen.reading.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a file begins, for those who tell its format.
 *
 * @param file all of it
 * @param text its first bytes, 4096 at most, each as the character of Latin 1
 */
public record FileHead(Path file, String text) {
  private static final int LENGTH = 4096;

  static FileHead of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new FileHead(file, new String(in.readNBytes(LENGTH), StandardCharsets.ISO_8859_1));
    }
  }

  public boolean startsWith(String bytes) {
    return text.startsWith(bytes);
  }

  boolean isZip() {
    return startsWith("PK\u0003\u0004") || startsWith("PK\u0005\u0006") || startsWith("PK\u0007\b");
  }

  boolean isOle2() {
    return startsWith("ÐÏ\u0011à¡±\u001aá");
  }
}
