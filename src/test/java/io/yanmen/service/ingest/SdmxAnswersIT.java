package io.yanmen.service.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.yanmen.console.ServedConsole;
import io.yanmen.reading.FeedText;
import io.yanmen.reading.source.Sources;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import io.yanmen.warehouse.check.Checks;
import io.yanmen.warehouse.check.Figures;
import io.yanmen.warehouse.load.Loader;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What SDMX clients get: held to the standard, and read back by our own feeds. */
@ExtendWith(WarehouseExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SdmxAnswersIT {
  private static final String CSV = "application/vnd.sdmx.data+csv;version=1.0.0";
  private static final String JSON = "application/vnd.sdmx.data+json;version=1.0.0";
  private static final String GENERIC = "application/vnd.sdmx.genericdata+xml;version=2.1";
  private static final String SPECIFIC =
      "application/vnd.sdmx.structurespecificdata+xml;version=2.1";
  private static final String DATA = "/sdmx/data/YANMEN,INDICATORS,2.0";

  private final Warehouse warehouse;
  private final ServedConsole console;
  private final Path folder;

  SdmxAnswersIT(Warehouse warehouse, @TempDir Path root) throws Exception {
    this.warehouse = warehouse;
    this.folder = root;
    this.console = ServedConsole.start(root.resolve("home"), warehouse, Map.of());
  }

  @BeforeAll
  void load() throws Exception {
    Loader loader =
        new Loader(
            warehouse.dataSource(),
            Path.of("target/tmp"),
            (language, r, file) -> r.code().name(),
            Checks.all());
    Figures.load(
        loader,
        "140923 gdp level 2024-1~02 20000.5",
        "140923 gdp level 2024-1~03 30000",
        "140923 gdp level 2024-1~04 40000",
        "140924 gdp level 2024Q1 1200",
        "140924 gdp level 2024 5000",
        "140924 gdp yoy 2024 -3.1");
  }

  @AfterAll
  void stop() {
    console.close();
  }

  private String answer(String path, String type) throws Exception {
    HttpResponse<String> answer = console.get(path, "Accept", type);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
    return answer.body();
  }

  private static Document xml(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void csvHasTheColumnsInTheOrderOfTheFieldGuideAndOneLineAnObservation() throws Exception {
    List<String> lines = answer(DATA + "/all", CSV).lines().toList();
    assertThat(lines.get(0))
        .isEqualTo(
            "DATAFLOW,FREQ,REF_AREA,INDICATOR,BREAKDOWN,MEASURE,RANK_IN,SCENARIO,ACCUMULATION,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,QUALIFIER,SOURCE,SOURCE_FILE,LOADED_AT");
    assertThat(lines).hasSize(7);
    assertThat(lines.get(1))
        .startsWith(
            "YANMEN:INDICATORS(2.0),M,140923,gdp,_T,level,_Z,actual,ytd,2024-02,20000.5,万元,A,exact,inbox,");
    assertThat(answer(DATA, CSV)).as("RFC 4180").contains("\r\n");
  }

  @Test
  void labelsStandBesideCodesAndTimesAreNormalizedWhereAskedFor() throws Exception {
    HttpResponse<String> answer =
        console.get(
            DATA + "/A.140924.gdp._T.level...",
            "Accept",
            CSV + ";labels=both;timeFormat=normalized");
    List<String> lines = answer.body().lines().toList();
    assertThat(lines.get(0)).startsWith("DATAFLOW,FREQ: Frequency,REF_AREA: Reference area,");
    assertThat(lines.get(1)).contains(",A: Annual,140924: Fanshi County,", ",2024-12,5000,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/all",
        "/all?dimensionAtObservation=AllDimensions",
        "/all?detail=dataonly",
        "/all?detail=serieskeysonly",
        "/all?detail=nodata",
        "/M.140923......?lastNObservations=1"
      })
  void jsonIsAsTheStandardSaysAndItsNumbersLead(String query) throws Exception {
    String text = answer(DATA + query, JSON);
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(
                Files.readString(Path.of("src/test/resources/sdmx/data-message-1.0.schema.json")));
    assertThat(
            schema.validate(
                text,
                InputFormat.JSON,
                it -> it.executionConfig(c -> c.formatAssertionsEnabled(true))))
        .isEmpty();
    JsonNode data = new ObjectMapper().readTree(text).path("data");
    JsonNode dimensions = data.path("structure").path("dimensions");
    JsonNode set = data.path("dataSets").get(0);
    for (String level : List.of("series", "observations")) {
      JsonNode described = dimensions.path(level.equals("series") ? "series" : "observation");
      set.path(level)
          .fieldNames()
          .forEachRemaining(
              key -> {
                String[] numbers = key.split(":");
                assertThat(numbers).hasSize(described.size());
                for (int i = 0; i < numbers.length; i++) {
                  assertThat(Integer.parseInt(numbers[i]))
                      .isLessThan(described.get(i).path("values").size());
                }
              });
    }
  }

  @ParameterizedTest
  @CsvSource({"csv, " + CSV, "json, " + JSON, "xml, " + GENERIC, "xml, " + SPECIFIC})
  void answerIsReadBackByOurOwnFeedsToTheSameObservations(String ending, String type)
      throws Exception {
    Path file = folder.resolve("answer." + ending);
    Files.writeString(file, answer(DATA + "/all", type));
    Path sources = Files.createDirectories(folder.resolve("sources"));
    Files.writeString(
        sources.resolve("own.yaml"),
        """
        code: own
        feed:
          dimensions:
            REF_AREA: {as: area}
            INDICATOR: {as: indicator}
            MEASURE: {as: measure}
            SCENARIO: {as: scenario}
            ACCUMULATION: {as: accumulation}
            UNIT_MEASURE: {as: unit}
            BREAKDOWN: {as: filter, codes: [_T]}
            RANK_IN: {as: filter, codes: [_Z]}
            QUALIFIER: {as: filter, codes: [exact]}
            SOURCE: {as: ignore}
            SOURCE_FILE: {as: ignore}
            LOADED_AT: {as: ignore}
        """);
    List<String> lines =
        FeedText.read(file, Sources.read(sources).find("own").orElseThrow()).stream()
            .map(it -> it.replaceFirst(" @.*", ""))
            .toList();
    assertThat(lines)
        .containsExactlyInAnyOrder(
            "140923 gdp level actual M ytd 2024-02 20000.5 A",
            "140923 gdp level actual M ytd 2024-03 30000 A",
            "140923 gdp level actual M ytd 2024-04 40000 A",
            "140924 gdp level actual Q period 2024-Q1 1200 A",
            "140924 gdp level actual A period 2024 5000 A",
            "140924 gdp yoy actual A period 2024 -3.1 A");
  }

  @ParameterizedTest
  @CsvSource({
    "/all?startPeriod=2024-03&endPeriod=2024-03, 1",
    "/all?startPeriod=2024-Q2, 1",
    "/all?startPeriod=2024-01-01&endPeriod=2024-12-31, 6",
    "/M......., 3",
    "/M+Q......., 4",
    "/.140923+140924.gdp._T.level..., 5",
    "/all?firstNObservations=1, 4",
    "/all?lastNObservations=2, 5",
    "/all?firstNObservations=1&lastNObservations=1, 5",
    "/all?firstNObservations=2&lastNObservations=2, 6",
    "/all?updatedAfter=2020-01-01T00:00:00%2B08:00, 6",
    "/all/YANMEN, 6",
    "/all?detail=serieskeysonly, 4",
    "/all?detail=nodata&startPeriod=2024-02, 1"
  })
  void queryChoosesSoManyLines(String query, int lines) throws Exception {
    assertThat(answer(DATA + query, CSV).lines().skip(1)).hasSize(lines);
  }

  @Test
  void lastObservationIsTheNewest() throws Exception {
    assertThat(answer(DATA + "/M.......?lastNObservations=1", CSV)).contains(",2024-04,40000,");
    assertThat(answer(DATA + "/M.......?firstNObservations=1", CSV)).contains(",2024-02,20000.5,");
  }

  @ParameterizedTest
  @CsvSource({
    "/sdmx/data/NOPE, 404, 100",
    "/sdmx/data/INDICATORS/M.999999......, 404, 100",
    "/sdmx/data/INDICATORS/all?startPeriod=2090, 404, 100",
    "/sdmx/data/INDICATORS/all?updatedAfter=2090-01-01T00:00:00, 404, 100",
    "/sdmx/data/INDICATORS/all/OTHER, 404, 100",
    "/sdmx/data/INDICATORS/M.140923, 400, 140",
    "/sdmx/data/INDICATORS/all?startPeriod=spring, 400, 140",
    "/sdmx/data/INDICATORS/all?lastNObservations=0, 400, 140",
    "/sdmx/data/INDICATORS/all?detail=some, 400, 140",
    "/sdmx/data/INDICATORS/all?startperiod=2024, 400, 140",
    "/sdmx/data/INDICATORS/all?dimensionAtObservation=NOPE, 400, 140",
    "/sdmx/data/INDICATORS/all?dimensionAtObservation=INDICATOR, 501, 501",
    "/sdmx/data/INDICATORS/all?includeHistory=true, 501, 501",
    "/sdmx/metadata, 501, 501",
    "/sdmx/codelist/YANMEN/CL_NOPE, 404, 100"
  })
  void errorHasTheStatusAndTheCodeOfTheStandard(String path, int status, String code)
      throws Exception {
    HttpResponse<String> answer = console.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    Element error = xml(answer.body()).getDocumentElement();
    assertThat(error.getLocalName()).isEqualTo("Error");
    Element message = (Element) error.getFirstChild();
    assertThat(message.getAttribute("code")).isEqualTo(code);
    assertThat(message.getTextContent()).isNotBlank();
  }

  @Test
  void formIsNegotiatedByWeightAndDefaultsToGenericData() throws Exception {
    assertThat(console.get(DATA).headers().firstValue("Content-Type")).hasValue(GENERIC);
    assertThat(
            console
                .get(DATA, "Accept", "image/png, application/json;q=0.5, text/csv;q=0.9")
                .headers()
                .firstValue("Content-Type"))
        .hasValue(CSV);
    assertThat(console.get(DATA, "Accept", "image/png").statusCode()).isEqualTo(406);
    assertThat(
            console
                .get(DATA, "Accept", "application/vnd.sdmx.data+json;version=2.0.0")
                .statusCode())
        .isEqualTo(406);
    assertThat(console.get(DATA + "?format=jsondata").headers().firstValue("Content-Type"))
        .hasValue(JSON);
  }

  @Test
  void structureHasWhatItRefersTo() throws Exception {
    Document message =
        xml(console.get("/sdmx/dataflow/YANMEN/INDICATORS/latest?references=descendants").body());
    Set<String> lists = new HashSet<>();
    NodeList found = message.getElementsByTagNameNS("*", "Codelist");
    for (int i = 0; i < found.getLength(); i++) {
      lists.add(((Element) found.item(i)).getAttribute("id"));
    }
    List<String> missing = new ArrayList<>();
    NodeList references = message.getElementsByTagName("Ref");
    for (int i = 0; i < references.getLength(); i++) {
      Element reference = (Element) references.item(i);
      if (reference.getAttribute("class").equals("Codelist")
          && !lists.contains(reference.getAttribute("id"))) {
        missing.add(reference.getAttribute("id"));
      }
    }
    assertThat(missing).isEmpty();
    assertThat(lists).hasSize(10);
    List<String> parts = new ArrayList<>();
    NodeList children =
        message
            .getElementsByTagNameNS(
                "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message", "Structures")
            .item(0)
            .getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      parts.add(children.item(i).getLocalName());
    }
    assertThat(parts)
        .as("the order of the schema")
        .containsExactly("Dataflows", "Codelists", "Concepts", "DataStructures");
  }

  @Test
  void codelistHasNamesInBothLanguages() throws Exception {
    String list = console.get("/sdmx/codelist/YANMEN/CL_REF_AREA/2.0").body();
    assertThat(list).contains("繁峙县", "Fanshi County").doesNotContain("CL_INDICATOR");
  }

  @Test
  void nameOfAFileCannotBreakAMessage() throws Exception {
    Loader loader =
        new Loader(
            warehouse.dataSource(),
            Path.of("target/tmp"),
            (language, r, file) -> r.code().name(),
            Checks.all());
    Figures.load(
        loader, "<&\"\u0001>", io.yanmen.model.Scenario.FORECAST, "140925 gdp level 2024 7");
    for (String type : List.of(GENERIC, SPECIFIC)) {
      String text = answer(DATA + "/A.140925......", type);
      assertThat(xml(text).getDocumentElement().getLocalName()).endsWith("Data");
    }
    try (var connection = warehouse.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "delete from observation where series_id in (select id from series where area_code ="
              + " '140925')");
    }
  }
}
