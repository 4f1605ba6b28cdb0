package io.yanmen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.reading.source.Source;
import io.yanmen.reading.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Messages of every format, each in a folder of {@code src/test/resources/feed} with its source
 * file, if it has one, and beside it, line by line, what must come out. Their figures are invented.
 */
class FeedMessagesTest {
  private static final Path CASES = Path.of("src/test/resources/feed");

  private final Path sources;

  FeedMessagesTest(@TempDir Path sources) {
    this.sources = sources;
  }

  static Stream<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.map(it -> it.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void messageIsReadAsItsSourceSays(String name) throws Exception {
    Path folder = CASES.resolve(name);
    List<String> expected =
        Files.readAllLines(folder.resolve("expected.txt")).stream()
            .filter(it -> !it.startsWith("#"))
            .toList();
    assertThat(FeedText.read(message(folder), source(folder))).containsExactlyElementsOf(expected);
  }

  private static Path message(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(it -> it.getFileName().toString().startsWith("message."))
          .findFirst()
          .orElseThrow();
    }
  }

  private Source source(Path folder) throws IOException {
    Path file = folder.resolve("source.yaml");
    if (!Files.exists(file)) {
      return Source.UNKNOWN;
    }
    Files.copy(file, sources.resolve("source.yaml"));
    return Sources.read(sources).find("test").orElseThrow();
  }
}
