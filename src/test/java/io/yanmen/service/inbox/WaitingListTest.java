package io.yanmen.service.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.reading.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WaitingListTest {
  private final Path folder;
  private final WaitingList waiting;

  WaitingListTest(@TempDir Path folder) {
    this.folder = folder;
    this.waiting =
        new WaitingList(folder.resolve("waiting"), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
  }

  @ParameterizedTest
  @MethodSource("io.yanmen.HostileTexts#names")
  void noteSaysWhyWhateverTheNameAndTheReasonAre(String name) throws IOException {
    String forged = name + "\n原因 / reason: none\nfile:///etc/passwd\n";
    Path file = Files.writeString(folder.resolve(forged.replace('/', '_')), "1\n");
    ReceivedFile arrival =
        new ReceivedFile(
            file, name, Source.UNKNOWN, Instant.EPOCH, ReceivedFile.FileIdentity.of(file));

    waiting.add(arrival, new IOException("no room for " + forged));

    assertThat(waiting.all())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.since()).isEqualTo(Instant.EPOCH);
              assertThat(it.reason()).startsWith("java.io.IOException: no room for ");
            });
    assertThat(waiting.strays()).as("a note on a file that is tried again").isEmpty();
    waiting.remove(arrival);
    assertThat(waiting.names()).isEmpty();
  }
}
