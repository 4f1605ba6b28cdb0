package io.yanmen.service.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yanmen.model.outcome.LandedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingTest {
  private static final Instant NOW = Instant.parse("2025-05-01T00:00:00Z");

  private final Path archive;
  private final Path file;
  private final Landing landing;

  LandingTest(@TempDir Path folder) throws IOException {
    archive = folder.resolve("archive");
    file = Files.writeString(folder.resolve("a.csv"), "a\n");
    landing = new Landing(archive);
  }

  private List<Path> archived() throws IOException {
    try (var files = Files.walk(archive)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void fileThatChangedSinceItWasFoundIsNotArchived() throws IOException {
    assertThatThrownBy(() -> landing.land(file, "a.csv", "", "inbox", NOW, () -> false))
        .isInstanceOf(FileChangedException.class);
    assertThat(archived()).isEmpty();
  }

  @Test
  void changeWhileItIsCopiedIsSeenByTheQuestionAfterTheCopy() throws IOException {
    // The copy is made by then: whatever is written from now on is too late for it.
    Landing.Unchanged question =
        () -> {
          assertThat(archived()).singleElement().satisfies(it -> assertThat(it).hasContent("a\n"));
          return true;
        };
    LandedFile landed = landing.land(file, "a.csv", "", "inbox", NOW, question);
    assertThat(landed.content()).hasContent("a\n");
  }

  @Test
  void noteThatCannotBeWrittenLeavesNoDraftBehind() throws IOException {
    LandedFile first = landing.land(file, "", "inbox", NOW);
    Path inTheWay = first.content().resolveSibling("arrival-2025-05-02T00-00-00Z.json");
    Files.createDirectories(inTheWay.resolve("folder"));

    assertThatThrownBy(() -> landing.land(file, "", "inbox", Instant.parse("2025-05-02T00:00:00Z")))
        .isInstanceOf(IOException.class);
    assertThat(archived())
        .extracting(it -> String.valueOf(it.getFileName()))
        .containsExactlyInAnyOrder("content", "arrival-2025-05-01T00-00-00Z.json");
  }

  @Test
  void draftsOfAProcessThatIsGoneAreRemovedAndThoseOfALivingOneAreLeft() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    long living = ProcessHandle.current().parent().orElseThrow().pid();
    Path incoming = Files.createDirectories(archive.resolve("incoming"));
    Files.writeString(incoming.resolve("landing-" + gone.pid() + "-1.tmp"), "half");
    Path left = Files.writeString(incoming.resolve("landing-" + living + "-1.tmp"), "half");

    landing.removeAbandoned();

    assertThat(archived()).containsExactly(left);
  }
}
