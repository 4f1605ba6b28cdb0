package io.yanmen.service.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.camel.health.HealthCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderHealthTest {
  private final Path folder;

  FolderHealthTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static HealthCheck.Result of(Path folder, long leastFree) {
    return new FolderHealth("disk", folder, leastFree).call();
  }

  @Test
  void folderWithRoomIsReady() {
    assertThat(of(folder, 1).getState()).isEqualTo(HealthCheck.State.UP);
  }

  @Test
  void diskThatIsNearlyFullIsNotReadyAndSaysHowMuchIsLeft() {
    HealthCheck.Result result = of(folder, Long.MAX_VALUE);
    assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
    assertThat(result.getMessage().orElse("")).contains("bytes left");
  }

  @Test
  void folderThatIsGoneIsNotReadyAndItsNameBreaksNoJson() {
    HealthCheck.Result result = of(folder.resolve("a\"b\\c"), 0);
    assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
    assertThat(result.getMessage().orElse(""))
        .contains("cannot be read")
        .doesNotContain("\"", "\\");
  }

  @Test
  void fullDiskDoesNotMakeAServiceDead() {
    assertThat(new FolderHealth("disk", folder, 1).isLiveness()).isFalse();
  }
}
