package io.yanmen.console.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.yanmen.HostileTexts;
import io.yanmen.console.ServedConsole;
import io.yanmen.model.text.ShownText;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile texts in requests, and in files that were loaded: what is answered stays what it is. */
@ExtendWith(WarehouseExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRequestsIT {
  private static final int AT_ONCE = 8;
  private static final String MARKUP = "<img src=x onerror=alert(1)>";
  private static final String SHEET = "=A+" + MARKUP;
  private static final String LOADED = "=cmd|' C calc'!A0 " + MARKUP + "\u202E.xlsx";
  private static final String REFUSED = "@SUM(1)\n" + MARKUP + ".csv";
  private static final String CELLS =
      """
      <script>alert(1)</script>|,
      地区,2025年4月原煤产量（万吨）
      <script>alert(1)</script>,3
      =cmd|' C calc'!A0,4
      '; drop table yanmen.observation; --,5
      代县,<img src=x onerror=alert(1)>
      |待县,7
      注：<img src=x onerror=alert(1)>,
      """
          .replace('|', '\u202E');

  private final Warehouse warehouse;
  private final ServedConsole console;

  HostileRequestsIT(Warehouse warehouse, @TempDir Path root) throws Exception {
    this.warehouse = warehouse;
    this.console = ServedConsole.start(root, warehouse, Map.of());
  }

  @BeforeAll
  void load() throws Exception {
    Path inbox = console.home().inbox();
    Path draft = console.home().root().resolve("draft");
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(draft)) {
      XSSFSheet sheet = book.createSheet(SHEET);
      row(sheet.createRow(0), "地区", "2025年4月原煤产量（万吨）");
      row(sheet.createRow(1), "代县", "12.5");
      row(sheet.createRow(2), "繁峙县", "13.5");
      book.write(out);
    }
    Files.move(draft, inbox.resolve(LOADED));
    Files.writeString(inbox.resolve(REFUSED), CELLS);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> one("select count(*) from load"), "2"::equals);
  }

  private static void row(XSSFRow row, String first, String second) {
    row.createCell(0).setCellValue(first);
    row.createCell(1).setCellValue(second);
  }

  @AfterAll
  void stop() {
    console.close();
  }

  private String one(String sql) throws Exception {
    try (Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private String load(String status) throws Exception {
    return one("select min(id) from load where status = '" + status + "'");
  }

  /** How many rows each table has that a request may read. */
  private String rows() throws Exception {
    return one(
        """
        select concat_ws(' ', (select count(*) from observation), (select count(*) from series),
                         (select count(*) from load), (select count(*) from rejection),
                         (select count(*) from area), (select count(*) from indicator_alias))
        """);
  }

  /** Whatever is answered, it is no defect, and nothing of the request is markup or a header. */
  private static void assertHarmless(String path, HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(path + "\n" + answer.body()).isNotIn(500, 502, 503);
    assertThat(answer.headers().map()).as(path).doesNotContainKey("x-injected");
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (type.contains("html")) {
      assertThat(answer.body()).as(path).doesNotContain("<script>alert", "<img src", "<svg onload");
      assertThat(answer.body().replaceAll("[\r\n\t]", "").codePoints())
          .as(path)
          .noneMatch(ShownText::changesLayout);
    } else if (type.contains("json")) {
      assertThat(new ObjectMapper().readTree(answer.body())).as(path).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?lang=",
        "/loads?file=",
        "/loads?source=",
        "/loads?status=",
        "/loads?from=",
        "/loads?to=",
        "/loads?before=",
        "/loads?done=",
        "/loads/",
        "/loads/1/",
        "/loads/1?in=",
        "/routes/",
        "/routes?done=",
        "/calendar?year=",
        "/calendar?source=",
        "/indicators?indicator=",
        "/indicators?area=",
        "/indicators?find=",
        "/indicators?period=",
        "/indicators?by=",
        "/indicators?format=",
        "/targets?region=",
        "/targets?year=",
        "/figures/",
        "/figures/1/",
        "/assets/",
        "/login?next=",
        "/api/observations?",
        "/api/observations?area=",
        "/api/observations?indicator=",
        "/api/observations?measure=",
        "/api/observations?from=",
        "/api/observations?after=",
        "/api/observations?format=",
        "/api/series?after=",
        "/api/areas?parent=",
        "/api/areas?level=",
        "/api/indicators?area=",
        "/api/loads?source=",
        "/api/loads?status=",
        "/api/loads?since=",
        "/api/loads?before=",
        "/api/loads/",
        "/api/routes/",
        "/sdmx/",
        "/sdmx/codelist/",
        "/sdmx/codelist/YANMEN/",
        "/sdmx/data/",
        "/sdmx/data/INDICATORS/",
        "/sdmx/data/INDICATORS?startPeriod=",
        "/sdmx/data/INDICATORS?updatedAfter=",
        "/sdmx/data/INDICATORS?detail=",
        "/sdmx/data/INDICATORS?dimensionAtObservation="
      })
  void requestIsAnsweredOrRefusedAndChangesNothing(String beginning) throws Exception {
    String before = rows();
    for (String text : several()) {
      String path = beginning + encoded(text);
      assertHarmless(path, console.get(path, "Accept-Language", "en"));
    }
    assertHarmless(beginning, console.get(beginning + "..%2F..%2Fetc%2Fpasswd%00"));
    assertHarmless(beginning, console.get(beginning + "%C0%AE%C0%AE%2F%FF"));
    assertThat(rows()).isEqualTo(before);
  }

  /** Some at once, to save time. */
  private static List<String> several() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < HostileTexts.ALL.size(); i += AT_ONCE) {
      int end = Math.min(i + AT_ONCE, HostileTexts.ALL.size());
      texts.add(String.join(" ", HostileTexts.ALL.subList(i, end)));
    }
    return texts;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/routes/%s/run", "/api/loads/%s/release", "/api/files?source=%s"})
  void actionOnWhatThereIsNotIsRefused(String path) throws Exception {
    for (String text : several()) {
      String asked = path.formatted(encoded(text));
      HttpResponse<String> answer = console.post(asked, "{}", "X-Requested-With", "test");
      assertHarmless(asked, answer);
      assertThat(answer.statusCode()).as(asked).isBetween(400, 499);
    }
  }

  @Test
  void pagesAndReportsShowTextsOfFilesAsText() throws Exception {
    String figure =
        "/figures/"
            + one("select min(series_id) from observation")
            + "/"
            + one("select min(period_start) from observation");
    String loaded = "/loads/" + load("loaded");
    String refused = "/loads/" + load("rejected");
    Set<String> shown = new TreeSet<>();
    for (String path :
        List.of(
            "/",
            "/loads",
            loaded,
            refused,
            loaded + "/report",
            refused + "/report",
            "/indicators?indicator=raw_coal_output",
            figure,
            "/calendar",
            "/targets",
            "/audit",
            "/routes")) {
      HttpResponse<String> answer = console.get(path);
      assertHarmless(path, answer);
      if (answer.body().contains("&lt;img src=x")) {
        shown.add(path);
      }
    }
    assertThat(shown)
        .as("what is not shown at all proves nothing")
        .contains("/loads", loaded, refused, loaded + "/report", refused + "/report", figure);
    for (Path report : reports()) {
      assertThat(new ObjectMapper().readTree(report.toFile()).path("file").asText())
          .contains(MARKUP);
    }
  }

  private List<Path> reports() throws Exception {
    try (Stream<Path> files = Files.walk(console.home().data())) {
      List<Path> found = files.filter(it -> it.toString().endsWith(".report.json")).toList();
      assertThat(found).hasSize(2);
      return found;
    }
  }

  @Test
  void nameOfADownloadIsOneHeader() throws Exception {
    for (String load : List.of(load("loaded"), load("rejected"))) {
      HttpResponse<String> answer = console.get("/loads/" + load + "/original");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
          .matches("attachment; filename\\*=UTF-8''[A-Za-z0-9%*._-]+");
    }
  }

  @Test
  void csvHoldsNoFormula() throws Exception {
    String csv = console.get("/api/observations?format=csv").body();
    assertNoFormula(csv);
    assertThat(csv).contains("'" + SHEET);
    for (String form : List.of("text/csv", "application/vnd.sdmx.data+csv;version=1.0.0")) {
      HttpResponse<String> answer = console.get("/sdmx/data/INDICATORS", "Accept", form);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertNoFormula(answer.body());
    }
  }

  @Test
  void nightlyExtractHoldsNoFormula() throws Exception {
    HttpResponse<String> asked =
        console.post("/api/routes/housekeeping/run", "", "X-Requested-With", "test");
    assertThat(asked.statusCode()).as(asked.body()).isLessThan(300);
    await().atMost(Duration.ofSeconds(30)).until(() -> !extracts().isEmpty());
    String csv = Files.readString(extracts().get(0));
    assertNoFormula(csv);
    assertThat(csv).contains("'" + SHEET, "raw_coal_output", "12.5");
  }

  private List<Path> extracts() throws Exception {
    try (Stream<Path> files = Files.list(console.home().export())) {
      return files.filter(it -> it.getFileName().toString().startsWith("indicator_")).toList();
    }
  }

  private static void assertNoFormula(String csv) throws Exception {
    try (CSVParser parser = CSVParser.parse(csv, CSVFormat.RFC4180)) {
      List<CSVRecord> records = parser.getRecords();
      assertThat(records).hasSizeGreaterThan(1);
      for (CSVRecord record : records) {
        for (String cell : record) {
          assertThat(cell).as(record.toString()).doesNotMatch("(?s)[=+@\t\r\n＝＋＠-].*");
        }
      }
    }
  }
}
