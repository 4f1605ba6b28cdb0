package io.yanmen.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.yanmen.console.ServedConsole;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import io.yanmen.warehouse.check.Checks;
import io.yanmen.warehouse.check.Figures;
import io.yanmen.warehouse.load.Loader;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API as a program without a login meets it. */
@ExtendWith(WarehouseExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String[] MARKED = {"X-Requested-With", "test"};

  /** What other tests do not add to. */
  private static final String GDP = "/api/observations?area=140922,140923,140924&indicator=gdp";

  private final Warehouse warehouse;
  private final ServedConsole console;

  ApiIT(Warehouse warehouse, @TempDir Path root) throws Exception {
    this.warehouse = warehouse;
    this.console = ServedConsole.start(root, warehouse, Map.of());
  }

  @BeforeAll
  void load() throws Exception {
    Loader loader =
        new Loader(
            warehouse.dataSource(),
            Path.of("target/tmp"),
            (language, r, file) -> r.code().name(),
            Checks.all());
    List<String> lines = new ArrayList<>();
    for (String area : List.of("140922", "140923", "140924")) {
      for (int month = 2; month <= 12; month++) {
        lines.add(area + " gdp level 2024-1~%02d %d".formatted(month, 10_000 * month));
        lines.add(area + " gdp yoy 2024-1~%02d 5.%d".formatted(month, month));
      }
      lines.add(area + " gdp level 2023 30.5");
    }
    Figures.load(loader, lines.toArray(String[]::new));
  }

  @AfterAll
  void stop() {
    console.close();
  }

  private JsonNode json(String path) throws Exception {
    HttpResponse<String> answer = console.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String detail)
      throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("detail").asText()).contains(detail);
  }

  @Test
  void pagesTogetherHaveEachObservationOnce() throws Exception {
    List<String> seen = new ArrayList<>();
    String next = GDP + "&limit=7";
    while (!next.isEmpty()) {
      JsonNode page = json(next);
      assertThat(page.path("observations").size()).isBetween(1, 7);
      page.path("observations")
          .forEach(
              it ->
                  seen.add(
                      String.join(
                          " ",
                          it.path("area_code").asText(),
                          it.path("indicator_code").asText(),
                          it.path("measure").asText(),
                          it.path("period").asText())));
      next = page.path("next").asText();
    }
    assertThat(seen).hasSize(69).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void filtersTakeSeveralCodesAndASpanOfPeriods() throws Exception {
    JsonNode found =
        json(
            "/api/observations?area=140922,140924&indicator=gdp&measure=level&frequency=M"
                + "&accumulation=ytd&scenario=actual&from=2024-11&to=2024-12");
    assertThat(found.path("observations").findValuesAsText("area_code"))
        .containsExactly("140922", "140922", "140924", "140924");
    assertThat(found.path("observations").findValuesAsText("value"))
        .containsExactly("110000", "120000", "110000", "120000");
    assertThat(found.has("next")).isFalse();
  }

  @Test
  void csvIsWholeAndHasTheColumnsOfTheView() throws Exception {
    HttpResponse<String> answer = console.get(GDP, "Accept", "text/csv");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
    List<String> lines = answer.body().lines().toList();
    assertThat(lines).hasSize(70);
    assertThat(lines.get(0))
        .isEqualTo(
            "area_code,area_name_zh,area_name_en,indicator_code,indicator_name_zh,indicator_name_en,breakdown,breakdown_name_zh,breakdown_name_en,measure,rank_in,scenario,frequency,accumulation,period_start,period_end,period,value,unit,qualifier,status,source,source_file,sheet,cell,loaded_at");
    assertThat(lines.get(1)).startsWith("140922,五台县,");
  }

  @Test
  void workbookHasARowAFigure() throws Exception {
    HttpResponse<byte[]> answer =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .build()
            .send(
                HttpRequest.newBuilder(URI.create(console.url() + GDP + "&format=xlsx")).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(answer.body()))) {
      assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(69);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/api/observations?indcator=gdp, indcator",
    "/api/observations?area=999999, area",
    "/api/observations?indicator=nonsense, indicator",
    "/api/observations?measure=levels, measure",
    "/api/observations?from=yesterday, from",
    "/api/observations?limit=0, limit",
    "/api/observations?limit=10001, limit",
    "/api/observations?after=nonsense, after",
    "/api/observations?format=pdf, format",
    "/api/observations?format=csv&limit=3, limit",
    "/api/series?after=e30, after",
    "/api/areas?level=village, level",
    "/api/indicators?area=1, area",
    "/api/loads?status=fine, status",
    "/api/loads?since=yesterday, since",
    "/api/loads/first, id"
  })
  void wrongParameterIsNamed(String path, String name) throws Exception {
    assertProblem(console.get(path), 400, name);
  }

  @Test
  void problemIsSaidInTheLanguageOfTheReader() throws Exception {
    assertProblem(
        console.get("/api/areas?level=village", "Accept-Language", "zh-CN"), 400, "没有代码 village");
  }

  @Test
  void formThatIsNotServedIsSaid() throws Exception {
    assertProblem(console.get("/api/observations", "Accept", "image/png"), 406, "text/csv");
  }

  @Test
  void seriesHaveTheirFirstAndLastPeriodAndPages() throws Exception {
    JsonNode first =
        json("/api/series?area=140922,140923,140924&indicator=gdp&frequency=M&limit=4");
    assertThat(first.path("series").get(0).path("first_period").asText()).isEqualTo("2024-02");
    assertThat(first.path("series").get(0).path("last_period").asText()).isEqualTo("2024-12");
    JsonNode second = json(first.path("next").asText());
    assertThat(first.path("series").size() + second.path("series").size()).isEqualTo(6);
    assertThat(second.has("next")).isFalse();
  }

  @Test
  void areasAreThoseOfALevelAndAParent() throws Exception {
    JsonNode areas = json("/api/areas?parent=140900&level=county").path("areas");
    assertThat(areas.findValuesAsText("name_zh")).contains("繁峙县").doesNotContain("忻州市");
  }

  @Test
  void indicatorsHaveTheirUnits() throws Exception {
    assertThat(json("/api/indicators").path("indicators").toString())
        .contains("\"code\":\"gdp\"", "\"unit\":\"万元\"");
  }

  @Test
  void loadIsToldWithWhatWasRefused() throws Exception {
    Files.createDirectories(console.home().inbox());
    Files.writeString(console.home().inbox().resolve("=evil<b>.csv"), "地区,2024年末常住人口（万人）\n某某县,3\n");
    JsonNode load =
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> json("/api/loads?status=rejected").path("loads"), it -> !it.isEmpty())
            .get(0);
    assertThat(load.path("file_name").asText()).isEqualTo("=evil<b>.csv");
    JsonNode whole = json("/api/loads/" + load.path("id").asText());
    assertThat(whole.path("rejections").findValuesAsText("code")).contains("UNKNOWN_AREA");
    assertProblem(console.get("/api/loads/99999"), 404, "no such load");
  }

  @Test
  void fileThatWaitsIsDecidedOnOnce() throws Exception {
    long id = held();
    HttpResponse<String> wrong =
        console.post("/api/loads/" + id + "/reject", "why", "X-Requested-With", "test");
    assertProblem(wrong, 400, "reason");
    HttpResponse<String> refused =
        console.post("/api/loads/" + id + "/reject", "{\"reason\":\"单位有误\\u0000\\ud800\"}", MARKED);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(200);
    assertThat(JSON.readTree(refused.body()).path("status").asText()).isEqualTo("rejected");
    assertProblem(console.post("/api/loads/" + id + "/release", "", MARKED), 409, "wait");
    assertProblem(console.post("/api/loads/99999/release", "", MARKED), 404, "no such load");
  }

  @Test
  void fileThatAnotherServiceKeepsIsNotDecidedOnHere() throws Exception {
    long id = held();
    Path archive = console.home().archive();
    Path elsewhere = Files.move(archive, archive.resolveSibling("elsewhere"));
    for (String decision : List.of("release", "reject")) {
      assertProblem(
          console.post("/api/loads/" + id + "/" + decision, "", MARKED), 409, "cannot be decided");
    }
    assertThat(json("/api/loads/" + id).path("status").asText()).isEqualTo("held");
    Files.move(elsewhere, archive);
    assertThat(console.post("/api/loads/" + id + "/reject", "", MARKED).statusCode())
        .isEqualTo(200);
  }

  /** A file that waits for a decision; its bytes lie in the archive as if they had landed. */
  private long held() throws Exception {
    Path sample = Path.of("sample-data/inbox/2025年朔州市各县（市、区）水泥产量.csv");
    Files.copy(
        Path.of("sample-data/inbox/朔州市分县主要指标（检查示例）.csv"),
        console.home().inbox().resolve("history.csv"));
    awaitEmptyInbox();
    Files.copy(sample, console.home().inbox().resolve("held.csv"));
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> json("/api/loads?status=held").path("loads"), it -> !it.isEmpty())
        .get(0)
        .path("id")
        .asLong();
  }

  private void awaitEmptyInbox() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              try (var files = Files.walk(console.home().inbox())) {
                return files.noneMatch(Files::isRegularFile);
              }
            });
  }

  @Test
  void uploadedFileIsLoadedUnderItsName() throws Exception {
    String content = "地区,2023年末常住人口（万人）\n繁峙县,22.5\n";
    String form =
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../sent.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\n"
            + content
            + "\r\n--x--\r\n";
    HttpResponse<String> answer =
        console.post(
            "/api/files",
            form,
            "Content-Type",
            "multipart/form-data; boundary=x",
            "X-Requested-With",
            "test");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("{\"inbox\":[\"sent.csv\"]}");
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(json("/api/loads").path("loads").findValuesAsText("file_name"))
                    .contains("sent.csv"));
    assertProblem(console.post("/api/files", "", MARKED), 400, "multipart");
  }

  @Test
  void routeIsPausedAndResumedAndNotedInTheAudit() throws Exception {
    assertThat(console.post("/api/routes/housekeeping/pause", "", MARKED).body())
        .contains("\"state\":\"Suspended\"");
    assertThat(console.post("/api/routes/housekeeping/resume", "", MARKED).body())
        .contains("\"state\":\"Started\"");
    assertThat(audited()).contains("POST /api/routes/housekeeping/pause 200");
    assertProblem(console.post("/api/routes/nothing/pause", "", MARKED), 404, "nothing");
    assertProblem(console.post("/api/routes/console/pause", "", MARKED), 400, "console");
    assertProblem(console.post("/api/routes/inbox/run", "", MARKED), 400, "schedule");
    assertProblem(console.get("/api/routes/nothing"), 404, "nothing");
  }

  private List<String> audited() throws SQLException {
    return new io.yanmen.console.access.AuditTrail(warehouse.dataSource())
        .recent(100).stream().map(it -> it.action() + " " + it.status()).toList();
  }

  @Test
  void scheduledRouteIsRunOnDemand() throws Exception {
    HttpResponse<String> answer = console.post("/api/routes/housekeeping/run", "", MARKED);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(JSON.readTree(answer.body()).path("command").asLong()).isPositive();
  }

  @Test
  void boardIsNotFloodedByOneRouteAnOperation() throws Exception {
    assertThat(json("/api/routes").path("routes").findValuesAsText("route"))
        .contains("inbox", "ingest", "console", "api", "sdmx")
        .noneMatch(it -> it.startsWith("api-"));
    assertThat(console.routes()).contains("api-listObservations");
  }

  @Test
  void changeWithoutTheMarkOfAProgramIsRefused() throws Exception {
    HttpResponse<String> answer = console.post("/api/routes/inbox/pause", "");
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void contractIsServedAndNamesEachOperationThatThereIs() throws Exception {
    JsonNode contract =
        new ObjectMapper(new YAMLFactory()).readTree(console.get("/api/openapi.yaml").body());
    TreeSet<String> operations = new TreeSet<>();
    contract
        .path("paths")
        .forEach(
            path -> path.forEach(it -> operations.add("api-" + it.path("operationId").asText())));
    assertThat(operations)
        .hasSize(14)
        .isEqualTo(
            new TreeSet<>(console.routes().stream().filter(it -> it.startsWith("api-")).toList()));
  }

  @Test
  void pathThatIsNoneIsNotFoundAndNotTheConsole() throws Exception {
    HttpResponse<String> answer = console.get("/api/nothing");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).doesNotContain("<html");
  }
}
