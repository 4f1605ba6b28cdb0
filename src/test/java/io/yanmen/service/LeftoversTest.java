package io.yanmen.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.service.home.Home;
import io.yanmen.service.home.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
  private final Home home;

  LeftoversTest(@TempDir Path folder) {
    home = new Home(folder, folder);
  }

  private static long gone() throws Exception {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    return process.pid();
  }

  private static long living() {
    return ProcessHandle.current().parent().orElseThrow().pid();
  }

  private static Path made(Path file) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    return Files.writeString(file, "half");
  }

  @Test
  void draftsOfReportsOfAProcessThatIsGoneAreRemovedAndNothingElse() throws Exception {
    Path day = home.done().resolve("2025-05-01");
    Path report = made(day.resolve(".report-" + gone() + "-x.tmp"));
    Path marked = made(home.rejected().resolve("2025-05-02/.marking-" + gone() + "-x.tmp"));
    Path ofAnother = made(day.resolve(".report-" + living() + "-x.tmp"));
    Path file = made(day.resolve("a.csv"));

    new Leftovers(home).remove();

    assertThat(report).doesNotExist();
    assertThat(marked).doesNotExist();
    assertThat(ofAnother).exists();
    assertThat(file).exists();
  }

  @Test
  void bodiesOfFeedsOfAProcessThatIsGoneAreRemoved() throws Exception {
    Path page = made(home.fetched().resolve(gone() + "/open-data/a.csv"));
    Path earlierVersion = made(home.fetched().resolve("open-data/a.csv"));
    Path draft = made(home.fetched().resolve(".1.part"));
    Path ofAnother = made(home.fetched().resolve(living() + "/open-data/a.csv"));

    new Leftovers(home).remove();

    assertThat(page).doesNotExist();
    assertThat(earlierVersion).doesNotExist();
    assertThat(draft).doesNotExist();
    assertThat(ofAnother).exists();
  }

  @Test
  void temporaryFilesOfAProcessThatIsGoneAndHalfUploadsAreRemoved() throws Exception {
    Path figures = made(home.data().resolve("tmp/" + gone() + "/figures-1.tmp"));
    Path loose = made(home.data().resolve("tmp/poi-sxssf-sheet1.xml"));
    Path upload = made(home.data().resolve("uploads/3f0e"));
    Path ofAnother = made(home.data().resolve("tmp/" + living() + "/figures-1.tmp"));

    new Leftovers(home).remove();

    assertThat(figures.getParent()).doesNotExist();
    assertThat(loose).doesNotExist();
    assertThat(upload).doesNotExist();
    assertThat(ofAnother).exists();
  }

  @Test
  void temporaryFolderIsBelowTheHomeAndGoesWithItsProcess() throws Exception {
    try (TemporaryFolder temporary = TemporaryFolder.of(home)) {
      assertThat(temporary.path()).startsWithRaw(home.data());
      made(temporary.path().resolve("figures-1.tmp"));
    }
    assertThat(home.data().resolve("tmp")).isEmptyDirectory();
  }

  @Test
  void homeWithoutAnythingIsLeftAlone() throws IOException {
    new Leftovers(home).remove();
    assertThat(home.data()).doesNotExist();
  }
}
