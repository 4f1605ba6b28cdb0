package io.yanmen.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of docs/operate, by Prometheus's own tool where it is installed. */
class PrometheusFilesTest {
  private static final File FOLDER = new File("docs/operate");

  @ParameterizedTest
  @CsvSource({
    "check, rules, prometheus-rules.yml",
    "test, rules, prometheus-rules-test.yml",
    "check, config, prometheus.yml"
  })
  void promtoolAccepts(String verb, String what, String file) throws Exception {
    assumeTrue(isInstalled("promtool"), "promtool is not installed: skipped");
    Process process =
        new ProcessBuilder("promtool", verb, what, file)
            .directory(FOLDER)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
  }

  @Test
  void eachPanelOfTheDashboardHasItsPlaceItsNumberAndAQuestion() throws IOException {
    JsonNode dashboard =
        new ObjectMapper()
            .readTree(Files.readString(Path.of("docs/operate/grafana-dashboard.json")));
    Set<Integer> numbers = new HashSet<>();
    Set<String> places = new HashSet<>();
    for (JsonNode panel : dashboard.path("panels")) {
      assertThat(numbers.add(panel.path("id").asInt())).isTrue();
      assertThat(places.add(panel.path("gridPos").toString())).isTrue();
      assertThat(panel.path("targets").findValuesAsText("expr")).isNotEmpty().doesNotContain("");
    }
    assertThat(numbers).hasSizeGreaterThan(10);
  }

  private static boolean isInstalled(String program) {
    for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
      if (Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }
}
