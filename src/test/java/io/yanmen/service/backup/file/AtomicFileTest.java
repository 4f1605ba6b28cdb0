package io.yanmen.service.backup.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  private final Path target;
  private final Path part;

  AtomicFileTest(@TempDir Path folder) {
    this.target = folder.resolve("b.tar.gz");
    this.part = folder.resolve("b.tar.gz.part");
  }

  private AtomicFile begun() throws IOException {
    return AtomicFile.beside(target).orElseThrow();
  }

  private static void write(AtomicFile file, String text) throws IOException {
    file.stream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void isThereWholeOrNotAtAll() throws Exception {
    try (AtomicFile file = begun()) {
      write(file, "half");
      assertThat(target).doesNotExist();
    }
    assertThat(part).doesNotExist();
    assertThat(target).doesNotExist();
    try (AtomicFile file = begun()) {
      write(file, "whole");
      file.force();
      file.publish();
    }
    assertThat(part).doesNotExist();
    assertThat(target).hasContent("whole");
  }

  @Test
  void fileThatIsThereStays() throws Exception {
    try (AtomicFile file = begun()) {
      write(file, "mine");
      // Somebody was faster.
      Files.writeString(target, "theirs");
      assertThatThrownBy(file::publish).isInstanceOf(FileAlreadyExistsException.class);
    }
    assertThat(target).hasContent("theirs");
    assertThat(part).doesNotExist();
    assertThatThrownBy(this::begun).isInstanceOf(FileAlreadyExistsException.class);
    Files.delete(target);
    Files.createSymbolicLink(target, Path.of("nowhere"));
    assertThatThrownBy(this::begun)
        .as("also a link that leads nowhere")
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void whatAKilledProcessLeftIsTakenOver() throws Exception {
    Files.writeString(part, "the beginning of a longer one");
    try (AtomicFile file = begun()) {
      write(file, "new");
      file.publish();
    }
    assertThat(target).hasContent("new");
  }

  @Test
  void isWrittenByOneAtATime() throws Exception {
    try (AtomicFile file = begun()) {
      write(file, "one");
      assertThat(AtomicFile.beside(target)).isEmpty();
      assertThat(part).hasContent("one");
    }
  }
}
