package io.yanmen.service.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yanmen.HostileTexts;
import io.yanmen.model.outcome.LandedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sender calls a file leads nowhere. */
class LandedNamesTest {
  private final Path folder;
  private final Path archive;

  LandedNamesTest(@TempDir Path folder) {
    this.folder = folder;
    this.archive = folder.resolve("archive");
  }

  private LandedFile land(Path file, String name, String below) throws IOException {
    return new Landing(archive).land(file, name, below, "inbox", Instant.EPOCH);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(it -> Files.isRegularFile(it, LinkOption.NOFOLLOW_LINKS)).toList();
    }
  }

  @Test
  void nameStandsInTheNoteAndInNoPath() throws Exception {
    Path file = Files.writeString(folder.resolve("given"), "1\n");
    for (String text : HostileTexts.ALL) {
      LandedFile landed = land(file, text, text);

      assertThat(landed.name()).isEqualTo(text);
      assertThat(new Archive(archive).arrivals())
          .singleElement()
          .satisfies(
              it -> {
                assertThat(it.name()).isEqualTo(text);
                assertThat(it.folder()).isEqualTo(text);
              });
      assertThat(files())
          .containsExactlyInAnyOrder(
              file,
              landed.content(),
              landed.content().resolveSibling("arrival-1970-01-01T00-00-00Z.json"));
    }
  }

  @Test
  void linkIsNotFollowed() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "secret\n");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), secret);

    assertThatThrownBy(() -> land(link, "link.csv", "")).isInstanceOf(IOException.class);
    assertThat(files()).containsExactly(secret);
  }
}
