package io.yanmen.service.observe;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.yanmen.model.outcome.LogKey;
import io.yanmen.model.text.ShownText;
import io.yanmen.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No text that comes in can forge a line of the log. */
class LogLinesTest {
  private static final String PATTERN = "%level [%logger{0}] %msg {%X{file}}%n";
  private static final Secrets NO_SECRETS = new Secrets(List.of());

  private final LoggerContext context = new LoggerContext();

  private <T extends PatternLayoutEncoder> T started(T lines) {
    lines.setContext(context);
    lines.setPattern(PATTERN);
    lines.start();
    return lines;
  }

  /** One that an operator may have configured, as the program wraps it. */
  private Encoder<ILoggingEvent> operators() {
    return new MaskingEncoder(started(new PatternLayoutEncoder()), NO_SECRETS);
  }

  private String written(Encoder<ILoggingEvent> encoder, ILoggingEvent event) {
    return new String(encoder.encode(event), StandardCharsets.UTF_8);
  }

  private LoggingEvent event(String text) {
    return event(text, null);
  }

  private LoggingEvent event(String text, @org.jspecify.annotations.Nullable Throwable thrown) {
    LoggingEvent event =
        new LoggingEvent(
            "", context.getLogger("a.Ingest"), Level.WARN, "{} waits", thrown, new Object[] {text});
    event.setMDCPropertyMap(Map.of(LogKey.FILE, text));
    return event;
  }

  @ParameterizedTest
  @MethodSource("io.yanmen.HostileTexts#all")
  void lineStaysOne(String text) {
    String shown = ShownText.escaped(text);
    String expected = "WARN [Ingest] " + shown + " waits {" + shown + "}\n";

    assertThat(written(started(new SanitisedLayout()), event(text))).isEqualTo(expected);
    assertThat(written(operators(), event(text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("io.yanmen.HostileTexts#all")
  void onlyFramesStandBelowALine(String text) {
    Throwable thrown = new IllegalStateException(text, new java.io.IOException("cause " + text));
    thrown.addSuppressed(new IllegalArgumentException("beside " + text));

    List<String> lines = written(operators(), event("a.csv", thrown)).lines().toList();

    assertThat(lines)
        .contains(
            "java.lang.IllegalStateException: " + ShownText.escaped(text),
            "Caused by: java.io.IOException: cause " + ShownText.escaped(text))
        .anyMatch(it -> it.endsWith("IllegalArgumentException: beside " + ShownText.escaped(text)));
    assertThat(lines.subList(1, lines.size()))
        .allSatisfy(
            it ->
                assertThat(it)
                    .matches(
                        "java\\.lang\\.\\S+: .*|Caused by: .*|\t+(at |\\.\\.\\. |Suppressed: ).*"));
  }

  @ParameterizedTest
  @MethodSource("io.yanmen.HostileTexts#all")
  void lineOfJsonStaysOneAndSaysTheSame(String text) throws Exception {
    String line = written(LogFormat.json(context, NO_SECRETS), event(text));

    assertThat(line).endsWith("\n");
    assertThat(line.strip().codePoints()).noneMatch(ShownText::changesLayout);
    JsonNode said = new ObjectMapper().readTree(line);
    assertThat(said.path("message").asText()).isEqualTo(text + " waits");
    assertThat(said.path(LogKey.FILE).asText()).isEqualTo(text);
  }

  @Test
  void programsOwnPatternIsOfThatKind() throws Exception {
    assertThat(Files.readString(Path.of("src/main/resources/logback.xml")))
        .contains("<encoder class=\"" + SanitisedLayout.class.getName() + "\">");
  }
}
