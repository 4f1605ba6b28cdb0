package io.yanmen.service.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.yanmen.service.inbox.UnusableFile;
import io.yanmen.service.inbox.UnusableFileScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesBelowTest {
  private final Path folder;

  FilesBelowTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("closed"));
    Files.writeString(folder.resolve("closed/a.csv"), "a");
    Files.writeString(folder.resolve("b.csv"), "b");
    Files.writeString(folder.resolve("c.part"), "c");
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("b.csv"));
    Files.createSymbolicLink(folder.resolve("circle"), folder);

    FilesBelow found = FilesBelow.of(folder);

    assertThat(found.files())
        .containsExactlyInAnyOrder(folder.resolve("closed/a.csv"), folder.resolve("b.csv"));
    assertThat(found.others())
        .containsExactlyInAnyOrder(folder.resolve("link.csv"), folder.resolve("circle"));
    assertThat(FilesBelow.of(folder.resolve("nowhere")).files()).isEmpty();
  }

  @Test
  void whatMayNotBeReadHidesNothingElseAndIsTold() throws IOException {
    Path closed = folder.resolve("closed");
    Path mute = folder.resolve("b.csv");
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    Files.setPosixFilePermissions(mute, PosixFilePermissions.fromString("---------"));
    try {
      assumeFalse(Files.isReadable(closed), "root may read everything: skipped");

      assertThat(FilesBelow.of(folder).files()).containsExactly(mute);
      assertThat(FilesBelow.of(folder).others()).containsExactly(closed);
      assertThat(UnusableFileScan.in(folder, Instant.EPOCH))
          .containsExactlyInAnyOrder(
              new UnusableFile(closed, UnusableFile.UnusableReason.UNREADABLE),
              new UnusableFile(mute, UnusableFile.UnusableReason.UNREADABLE));
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }
  }
}
