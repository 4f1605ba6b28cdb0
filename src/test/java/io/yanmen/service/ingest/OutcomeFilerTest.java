package io.yanmen.service.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.reading.source.Source;
import io.yanmen.service.inbox.ReceivedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutcomeFilerTest {
  private final Path inbox;
  private final Path target;
  private final Path file;
  private final ReceivedFile arrival;

  OutcomeFilerTest(@TempDir Path folder) throws IOException {
    inbox = Files.createDirectories(folder.resolve("inbox"));
    target = folder.resolve("filed.csv");
    file = Files.writeString(inbox.resolve("a.csv"), "loaded\n");
    arrival =
        new ReceivedFile(
            file, "", Source.UNKNOWN, Instant.EPOCH, ReceivedFile.FileIdentity.of(file));
  }

  @Test
  void fileThatWasLoadedIsMoved() throws IOException {
    assertThat(OutcomeFiler.moved(arrival, target)).isTrue();
    assertThat(target).hasContent("loaded\n");
    assertThat(inbox).isEmptyDirectory();
  }

  @Test
  void newerFileThatTookItsPlaceBeforeTheMoveIsGivenBack() throws IOException {
    Path newer = Files.writeString(inbox.resolve(".newer"), "newer and longer\n");
    Files.move(newer, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    assertThat(OutcomeFiler.moved(arrival, target)).isFalse();

    assertThat(file).hasContent("newer and longer\n");
    assertThat(target).doesNotExist();
  }

  @Test
  void fileThatIsGoneIsNotMoved() throws IOException {
    Files.delete(file);
    assertThat(OutcomeFiler.moved(arrival, target)).isFalse();
  }
}
