package io.yanmen.report;

import io.yanmen.model.text.ShownText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** A report on disk: named after its file, and there only when it is whole. */
final class ReportFile {
  private static final int MOST_BYTES = 255;

  private ReportFile() {}

  /** Writes the bytes of a report. */
  @FunctionalInterface
  interface ReportContent {
    void writeTo(Path target) throws IOException;
  }

  /** Names the process, so that what one that was killed left can be told and removed. */
  static String draftPrefix(String kind) {
    return "." + kind + "-" + ProcessHandle.current().pid() + "-";
  }

  static Path write(Path directory, String name, ReportContent content) throws IOException {
    Files.createDirectories(directory);
    Path target = directory.resolve(name);
    // Not createTempFile: it makes files that only their owner may read, and reports are for all.
    Path temporary = directory.resolve(draftPrefix("report") + UUID.randomUUID() + ".tmp");
    try {
      content.writeTo(temporary);
      try {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(temporary);
    }
    return target;
  }

  /**
   * The name of a report beside a file: its own name and an ending. A name that would leave the
   * folder is made harmless, and one too long for a file system is cut before the ending.
   */
  static String nameOf(String fileName, String ending) {
    String name = ShownText.wellFormed(fileName).replaceAll("[/\\\\\\x00-\\x1f\\x7f]", "_");
    int room = MOST_BYTES - ending.length();
    if (bytes(name) <= room) {
      return name + ending;
    }
    String mark = "~" + Integer.toHexString(name.hashCode());
    StringBuilder cut = new StringBuilder();
    int used = mark.length();
    for (int c : name.codePoints().toArray()) {
      used += bytes(Character.toString(c));
      if (used > room) {
        break;
      }
      cut.appendCodePoint(c);
    }
    return cut + mark + ending;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
