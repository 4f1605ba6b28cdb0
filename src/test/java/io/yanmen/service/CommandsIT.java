package io.yanmen.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as processes of their own, as a person or a script meets them. */
class CommandsIT {
  private record Result(int code, String output) {}

  private final Path folder;
  private final Path home;

  CommandsIT(@TempDir Path folder) {
    this.folder = folder;
    this.home = folder.resolve("home");
  }

  private Result yanmen(String... arguments) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "out", ".txt");
    Process process = ServiceProcess.command(home, output.toFile(), arguments);
    assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
    return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
  }

  @Test
  void demoLoadsTheSamplesTwiceAndItsFiguresCanBeRead() throws Exception {
    Result first = yanmen("demo", "--exit");
    assertThat(first.code()).as(first.output()).isZero();
    assertThat(first.output()).contains("files came out as expected");

    Result again = yanmen("demo", "--exit");
    assertThat(again.code()).as(again.output()).isZero();
    assertThat(again.output()).contains("nothing was changed");

    Result query = yanmen("query", "--area", "繁峙", "--format", "csv");
    assertThat(query.code()).isZero();
    assertThat(query.output().lines())
        .hasSizeGreaterThan(20)
        .allMatch(it -> it.contains("14092") || it.startsWith("area_code"));
    assertThat(yanmen("query", "--area", "140924", "--format", "csv").output())
        .isEqualTo(query.output());

    Result status = yanmen("status");
    assertThat(status.code()).isZero();
    assertThat(status.output())
        .contains("The service does not run", "feed-monthly-report", "Latest loads");
  }

  @Test
  void loadReportsOnEachFileAndTellsTheShell() throws Exception {
    Path good = file("good.csv", "县区,2025年1-4月原煤产量（万吨）\n代县,1.5\n");
    Path bad = file("bad.csv", "县区,2025年1-4月原煤产量（吨或箱）\n代县,1.5\n");

    Result loaded = yanmen("load", good.toString());
    assertThat(loaded.code()).as(loaded.output()).isZero();
    assertThat(loaded.output()).contains("new 1, updated 0, unchanged 0, refused 0");
    assertThat(good).exists();

    Result same = yanmen("load", good.toString());
    assertThat(same.code()).isZero();
    assertThat(same.output()).contains("same content as “good.csv”");

    Result refused = yanmen("--lang", "zh", "load", good.toString(), bad.toString());
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.output()).contains("bad.csv", "没有入库");

    Path xlsx = folder.resolve("out.xlsx");
    assertThat(yanmen("query", "--format", "xlsx", "-o", xlsx.toString()).code()).isZero();
    assertThat(xlsx).isNotEmptyFile();
  }

  @Test
  void demoKeepsItsInventedFiguresOutOfAWarehouseInUse() throws Exception {
    Path good = file("good.csv", "县区,2025年1-4月原煤产量（万吨）\n代县,1.5\n");
    assertThat(yanmen("load", good.toString()).code()).isZero();
    Result demo = yanmen("demo", "--exit");
    assertThat(demo.code()).isEqualTo(2);
    assertThat(demo.output()).contains("already holds figures");
  }

  @Test
  void secondServiceOnAHomeIsRefused() throws Exception {
    ServiceProcess first = ServiceProcess.start(home);
    Result second = yanmen("run");
    assertThat(second.code()).isEqualTo(2);
    assertThat(second.output()).contains("another Yanmen service");
    assertThat(yanmen("status").output()).contains("The service runs (process");
    assertThat(first.stop()).isZero();
  }

  @Test
  void routeThatCannotBeReadIsNamedAtTheStart() throws Exception {
    Files.createDirectories(home.resolve("routes/templates"));
    Files.writeString(
        home.resolve("routes/templates/t.camel.yaml"),
        """
        - routeTemplate:
            id: t
            parameters: []
            from:
              uri: direct:a
              steps:
                - log: a
        """);
    Files.writeString(home.resolve("routes/wrong.camel.yaml"), "- route:\n    frm: direct:a\n");
    Result run = yanmen("run");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.output()).contains("wrong.camel.yaml", "frm");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "load",
        "load nowhere.csv",
        "inspect nowhere.csv",
        "query --from x",
        "nonsense",
        "query --area 鼓楼区",
        "demo --db jdbc:postgresql://127.0.0.1:1/x"
      })
  void wrongCommandLineIsTwo(String line) throws Exception {
    Result result = yanmen(line.split(" "));
    assertThat(result.code()).as(result.output()).isEqualTo(2);
    assertThat(result.output()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "query", "run"})
  void warehouseOutOfReachIsThree(String command) throws Exception {
    Result result = yanmen("--db", "jdbc:postgresql://127.0.0.1:1/x?password=geheim", command);
    assertThat(result.code()).as(result.output()).isEqualTo(3);
    assertThat(result.output()).contains("warehouse cannot be used").doesNotContain("geheim");
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "run", "load", "inspect", "query", "status"})
  void eachCommandHasHelpInBothLanguages(String command) throws Exception {
    Result en = yanmen(command, "--help");
    assertThat(en.code()).isZero();
    assertThat(en.output()).contains("Usage: yanmen " + command, "Exit codes:");
    Result zh = yanmen(command, "--help", "--lang", "zh");
    assertThat(zh.code()).isZero();
    assertThat(zh.output()).contains("用法").doesNotContain("Usage:");
  }
}
