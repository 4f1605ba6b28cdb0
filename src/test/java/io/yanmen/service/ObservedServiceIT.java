package io.yanmen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code yanmen run} as its operator meets it: its log, its port, what status says of it. */
class ObservedServiceIT {
  private final Path home;

  ObservedServiceIT(@TempDir Path folder) {
    this.home = folder.resolve("home");
  }

  private String command(Map<String, String> environment, int expected, String... arguments)
      throws Exception {
    Files.createDirectories(home);
    Path output = Files.createTempFile(home, "command", ".txt");
    Process process = ServiceProcess.command(home, output.toFile(), environment, arguments);
    assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
    String text = Files.readString(output);
    assertThat(process.exitValue()).as(text).isEqualTo(expected);
    return text;
  }

  @Test
  void jsonLogSaysOfEachLineWhichLoadAndFileItBelongsTo() throws Exception {
    ServiceProcess service = ServiceProcess.start(home, Map.of("YANMEN_LOG_FORMAT", "json"));
    Files.writeString(home.resolve("data/inbox/coal.csv"), "县区,2025年1-4月原煤产量（万吨）\n代县,1.5\n");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> logged(service).stream().anyMatch(it -> it.has("load")));
    assertThat(service.stop()).isZero();
    JsonNode line = logged(service).stream().filter(it -> it.has("load")).findFirst().orElseThrow();
    assertThat(line.path("load").asText()).isEqualTo("1");
    assertThat(line.path("file").asText()).isEqualTo("coal.csv");
    assertThat(line.path("source").asText()).isEqualTo("inbox");
    assertThat(line.path("route").asText()).isEqualTo("notify");
    assertThat(line.path("exchange").asText()).isNotBlank();
    assertThat(line.path("message").asText()).contains("coal.csv: loaded, 1 new");
  }

  /** The lines of the log; what is said to the terminal stands between them. */
  private static List<JsonNode> logged(ServiceProcess service) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> lines = new java.util.ArrayList<>();
    for (String line : service.log().lines().filter(it -> it.endsWith("}")).toList()) {
      lines.add(json.readTree(line));
    }
    return lines;
  }

  @Test
  void portThatIsTakenIsSaidInBothLanguages() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Map<String, String> taken =
          Map.of("YANMEN_MANAGEMENT_PORT", String.valueOf(other.getLocalPort()));
      assertThat(command(taken, 2, "run"))
          .contains("Cannot listen on 127.0.0.1:" + other.getLocalPort())
          .contains("yanmen.management.port");
      assertThat(command(taken, 2, "--lang", "zh", "run"))
          .contains("无法监听 127.0.0.1:" + other.getLocalPort())
          .contains("yanmen.management.port");
    }
  }

  @Test
  void unknownFormatOfTheLogIsAMistake() throws Exception {
    assertThat(command(Map.of("YANMEN_LOG_FORMAT", "xml"), 2, "run")).contains("text or json");
  }

  @Test
  void routesOfAKilledServiceAreShownAsStopped() throws Exception {
    ServiceProcess service = ServiceProcess.start(home);
    assertThat(command(Map.of(), 0, "route", "list")).containsPattern("inbox +runs");
    service.kill();
    assertThat(command(Map.of(), 0, "status"))
        .contains("The service does not run")
        .containsPattern("inbox +stopped")
        .doesNotContainPattern("inbox +runs");
  }
}
