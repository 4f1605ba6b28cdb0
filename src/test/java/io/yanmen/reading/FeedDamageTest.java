package io.yanmen.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.feed.format.FeedFormats;
import io.yanmen.reading.feed.message.FeedFormat;
import io.yanmen.reading.source.Source;
import io.yanmen.reading.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The messages of {@link FeedMessagesTest}, cut short and damaged at random places. */
class FeedDamageTest {
  private static final int DAMAGES = 100;

  private final Path folder;

  FeedDamageTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static Stream<String> cases() throws IOException {
    return FeedMessagesTest.cases();
  }

  static Stream<String> markup() throws IOException {
    return cases().filter(it -> !it.contains("csv"));
  }

  private static Path resource(String name, String prefix) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/feed").resolve(name))) {
      return files
          .filter(it -> it.getFileName().toString().startsWith(prefix))
          .findFirst()
          .orElseThrow();
    }
  }

  private Source source(String name) throws IOException {
    Path file = Path.of("src/test/resources/feed", name, "source.yaml");
    if (!Files.exists(file)) {
      return Source.UNKNOWN;
    }
    Path copies = Files.createDirectories(folder.resolve("sources"));
    Files.copy(file, copies.resolve("source.yaml"));
    return Sources.read(copies).find("test").orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("markup")
  void messageCutShortIsRefusedWhereverItIsCut(String name) throws Exception {
    Path message = resource(name, "message.");
    byte[] bytes = Files.readAllBytes(message);
    int end =
        new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).stripTrailing().length();
    Path cut = folder.resolve(message.getFileName());
    Source source = source(name);
    int step = Math.max(1, end / 60);
    for (int length = 0; length < end; length += step) {
      Files.write(cut, java.util.Arrays.copyOf(bytes, length));
      try {
        FeedText.read(cut, source);
        fail("%s cut to %d of %d bytes was read", name, length, end);
      } catch (UnreadableFileException expected) {
        assertThat(expected.rejection().isOfFile()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void damageIsRefusedOrReadAndNeverAnythingElse(String name) throws Exception {
    Path message = resource(name, "message.");
    byte[] bytes = Files.readAllBytes(message);
    Path damaged = folder.resolve(message.getFileName());
    Source source = source(name);
    Random random = new Random(name.hashCode());
    int outcomes = 0;
    for (int i = 0; i < DAMAGES; i++) {
      byte[] copy = bytes.clone();
      for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
        copy[random.nextInt(copy.length)] =
            (byte) "0{}[],:\"<>/=9aA\u0000\u00ff".charAt(random.nextInt(17));
      }
      Files.write(damaged, copy);
      try {
        List<String> lines = FeedText.read(damaged, source);
        assertThat(lines).doesNotContainNull();
      } catch (UnreadableFileException refused) {
        assertThat(refused.rejection().code()).isNotNull();
      }
      outcomes++;
    }
    assertThat(outcomes).isEqualTo(DAMAGES);
  }

  static List<FeedFormat> formats() {
    return FeedFormats.known().all();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void everyFormatHasACase(FeedFormat format) throws IOException {
    assertThat(cases()).anyMatch(it -> it.startsWith(format.code()));
  }
}
