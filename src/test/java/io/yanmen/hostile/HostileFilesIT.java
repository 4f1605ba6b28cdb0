package io.yanmen.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each of {@link HostileFiles} through the whole of {@code inspect}, one after the other in one
 * process of 256 MB: what comes out is a refusal or the right figures, within ten seconds.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileFilesIT {
  private static final long LONGEST_MILLIS = 10_000;

  private record Outcome(String text, long millis) {}

  private final Path folder;
  private final Map<String, Outcome> outcomes = new HashMap<>();

  HostileFilesIT(@TempDir Path folder) {
    this.folder = folder;
  }

  static List<HostileFiles.Hostile> files() {
    return HostileFiles.all();
  }

  @BeforeAll
  @Timeout(value = 8, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void inspectAll() throws Exception {
    for (HostileFiles.Hostile file : files()) {
      file.maker().make(folder.resolve(file.name()));
    }
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                InspectAll.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    for (String line : output.split("\n")) {
      String[] parts = line.split("\t");
      if (parts.length == 3) {
        outcomes.put(parts[0], new Outcome(parts[1], Long.parseLong(parts[2])));
      }
    }
    assertThat(process.exitValue()).as(output).isZero();
  }

  @ParameterizedTest
  @MethodSource("files")
  void comesToAKnownEndInTime(HostileFiles.Hostile file) {
    Outcome outcome = outcomes.getOrDefault(file.name(), new Outcome("nothing", 0));
    assertThat(outcome.text()).matches(file.outcome());
    assertThat(outcome.millis()).isLessThan(LONGEST_MILLIS);
  }

  @Test
  void namesThatClimbWriteNothing() {
    assertThat(Files.exists(Path.of("/tmp/yanmen-was-here"))).isFalse();
    assertThat(Files.exists(folder.resolve("yanmen-was-here"))).isFalse();
  }
}
