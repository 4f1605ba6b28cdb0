package io.yanmen.service.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

class RotatingLogTest {
  private static final int BYTES = 20_000;
  private static final int PARTS = 2;

  private final LoggerContext context = new LoggerContext();
  private final ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();

  @BeforeEach
  void writeToTheConsole() {
    context.setMDCAdapter(new LogbackMDCAdapter());
    PatternLayoutEncoder lines = new PatternLayoutEncoder();
    lines.setContext(context);
    lines.setCharset(StandardCharsets.UTF_8);
    lines.setPattern("%level %msg%n");
    lines.start();
    console.setContext(context);
    console.setEncoder(lines);
    console.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(console);
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  @Test
  void takesThePlaceOfTheConsole(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("日志/yanmen.log");
    Files.createDirectories(file.getParent());
    RotatingLog.use(context, file, BYTES, PARTS);
    context.getLogger("io.yanmen").info("已入库");
    assertThat(file).hasContent("INFO 已入库");
    assertThat(context.getLogger(Logger.ROOT_LOGGER_NAME).isAttached(console)).isFalse();
  }

  @Test
  void keepsSoManyPartsOfSuchALength(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("yanmen.log");
    Path eldest = folder.resolve("yanmen.log.2.gz");
    RotatingLog.use(context, file, BYTES, PARTS);
    int[] line = {0};
    await()
        .pollInterval(Duration.ofMillis(5))
        .until(
            () -> {
              // Until the first line has left the eldest part that is kept.
              context.getLogger("io.yanmen").info("line {} {}", line[0]++, "x".repeat(1_000));
              return Files.exists(eldest) && !text(eldest).startsWith("INFO line 0 ");
            });
    assertThat(names(folder)).containsExactly("yanmen.log", "yanmen.log.1.gz", "yanmen.log.2.gz");
    assertThat(text(folder.resolve("yanmen.log.1.gz")).length()).isGreaterThanOrEqualTo(BYTES);
    String kept = text(eldest) + text(folder.resolve("yanmen.log.1.gz")) + Files.readString(file);
    assertThat(kept.lines().map(it -> Integer.parseInt(it.split(" ", 4)[2])))
        .as("no line is missing between the eldest and the last")
        .isSorted()
        .hasSize(line[0] - Integer.parseInt(kept.split(" ", 4)[2]));
  }

  @Test
  void whatCannotBeWrittenIsSaid(@TempDir Path folder) throws IOException {
    Path taken = Files.writeString(folder.resolve("log"), "a file where a folder should be");
    assertThatThrownBy(() -> RotatingLog.use(taken.resolve("yanmen.log"), BYTES, PARTS))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> RotatingLog.use(folder, BYTES, PARTS)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> RotatingLog.use(folder.resolve("100%/a.log"), BYTES, PARTS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(it -> it.getFileName().toString()).sorted().toList();
    }
  }

  private static String text(Path gz) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(gz))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
