package io.yanmen.reading.feed.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.reading.feed.FormatByCode;
import io.yanmen.reading.feed.mapping.FeedSettings;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.provider.CsvSource;

class HostileFeedsTest {
  private static final String XML_HEAD =
      "<m:GenericData xmlns:m=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message\""
          + " xmlns:g=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic\">";

  private final Path folder;

  HostileFeedsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static RejectionCode refusal(String content, FeedFormat format) {
    UnreadableFileException refused =
        catchThrowableOfType(
            UnreadableFileException.class, () -> RawFeed.read(content, format, FeedSettings.NONE));
    assertThat(refused).as("a refusal of %.80s", content).isNotNull();
    return refused.rejection().code();
  }

  private static String dataset(String ids, String sizes, String dimension, String value) {
    return "{\"class\":\"dataset\",\"id\":%s,\"size\":%s,\"dimension\":%s,\"value\":%s}"
        .formatted(ids, sizes, dimension, value);
  }

  private static final String ONE = "{\"a\":{\"category\":{\"index\":[\"x\",\"y\"]}}}";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          more values than the dimensions allow   | ["a"]     | [2]     | [1,2,3]
          fewer values than the dimensions ask    | ["a"]     | [2]     | [1]
          a place beyond the dimensions           | ["a"]     | [2]     | {"2":1}
          a place that is none                    | ["a"]     | [2]     | {"-1":1}
          a place beyond any number               | ["a"]     | [2]     | {"99999999999999999999":1}
          a size that is not that of its index    | ["a"]     | [3]     | [1,2,3]
          a size below zero                       | ["a"]     | [-2]    | [1,2]
          a size that is no whole number          | ["a"]     | [2.0]   | [1,2]
          a size that is a text                   | ["a"]     | ["2"]   | [1,2]
          a dimension named twice                 | ["a","a"] | [2,2]   | [1,2,3,4]
          a dimension that is not there           | ["b"]     | [2]     | [1,2]
          no sizes                                | ["a"]     | []      | [1,2]
          values within values                    | ["a"]     | [2]     | [[1],2]
          NaN                                     | ["a"]     | [2]     | [NaN,2]
          Infinity                                | ["a"]     | [2]     | [-Infinity,2]
          a number of the wrong base              | ["a"]     | [2]     | [0x10,2]
          a leading zero                          | ["a"]     | [2]     | [01,2]
          """)
  void jsonStatThatContradictsItselfIsDamaged(String what, String ids, String sizes, String value) {
    assertThat(refusal(dataset(ids, sizes, ONE, value), FormatByCode.of("JSON_STAT")))
        .as(what)
        .isEqualTo(RejectionCode.DAMAGED_FILE);
  }

  @Test
  void sizesThatMultiplyBeyondAnyNumberAreTooLarge() {
    StringBuilder ids = new StringBuilder();
    StringBuilder sizes = new StringBuilder();
    StringBuilder dimensions = new StringBuilder();
    for (int i = 0; i < 70; i++) {
      String comma = i == 0 ? "" : ",";
      ids.append(comma).append("\"d").append(i).append('"');
      sizes.append(comma).append(2);
      dimensions.append(comma).append("\"d").append(i);
      dimensions.append("\":{\"category\":{\"index\":[\"x\",\"y\"]}}");
    }
    String content =
        dataset("[" + ids + "]", "[" + sizes + "]", "{" + dimensions + "}", "{\"0\":1}");
    assertThat(refusal(content, FormatByCode.of("JSON_STAT"))).isEqualTo(RejectionCode.TOO_LARGE);
  }

  @Test
  void manyDimensionsAreTooLarge() {
    String ids = "[\"a\"" + ",\"a\"".repeat(300) + "]";
    assertThat(refusal(dataset(ids, "[2]", ONE, "[1,2]"), FormatByCode.of("JSON_STAT")))
        .isEqualTo(RejectionCode.TOO_LARGE);
  }

  @Test
  void longCodesAreTooLarge() {
    String dimension = "{\"a\":{\"category\":{\"index\":[\"" + "x".repeat(5000) + "\"]}}}";
    assertThat(refusal(dataset("[\"a\"]", "[1]", dimension, "[1]"), FormatByCode.of("JSON_STAT")))
        .isEqualTo(RejectionCode.TOO_LARGE);
  }

  @Test
  void deepNestingIsDamage() {
    for (FeedFormat format :
        List.of(
            FormatByCode.of("JSON_STAT"),
            FormatByCode.of("SDMX_JSON"),
            FormatByCode.of("NBS"),
            FormatByCode.of("WORLD_BANK"),
            FormatByCode.of("DBNOMICS"))) {
      assertThat(refusal("{\"a\":".repeat(100_000), format)).isEqualTo(RejectionCode.DAMAGED_FILE);
      assertThat(refusal("[".repeat(100_000), format)).isEqualTo(RejectionCode.DAMAGED_FILE);
    }
    String elements = "<a>".repeat(100_000);
    assertThat(refusal(XML_HEAD + elements, FormatByCode.of("SDMX_ML")))
        .isEqualTo(RejectionCode.DAMAGED_FILE);
  }

  @Test
  void numberOfAMillionDigitsIsDamage() {
    String value = "[" + "9".repeat(1_000_000) + ",1]";
    assertThat(refusal(dataset("[\"a\"]", "[2]", ONE, value), FormatByCode.of("JSON_STAT")))
        .isEqualTo(RejectionCode.DAMAGED_FILE);
  }

  @Test
  void somethingBehindTheEndIsDamage() {
    assertThat(
            refusal(dataset("[\"a\"]", "[2]", ONE, "[1,2]") + "{}", FormatByCode.of("JSON_STAT")))
        .isEqualTo(RejectionCode.DAMAGED_FILE);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          an entity       | <!DOCTYPE x [<!ENTITY e "1">]>
          an outer file   | <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>
          an outer subset | <!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">
          """)
  void documentTypeIsForbidden(String what, String documentType) {
    String content = "<?xml version=\"1.0\"?>" + documentType + XML_HEAD + "&e;</m:GenericData>";
    assertThat(refusal(content, FormatByCode.of("SDMX_ML")))
        .as(what)
        .isEqualTo(RejectionCode.FORBIDDEN_XML);
  }

  @Test
  void entityWithoutADocumentTypeIsRefused() {
    String content =
        XML_HEAD + "<m:DataSet><g:Series><g:SeriesKey>&e;</g:SeriesKey></g:Series></m:DataSet>";
    assertThat(refusal(content + "</m:GenericData>", FormatByCode.of("SDMX_ML")))
        .isIn(RejectionCode.FORBIDDEN_XML, RejectionCode.DAMAGED_FILE);
  }

  @Test
  void textWithoutAnyTagIsTooLarge() {
    assertThat(refusal(XML_HEAD + "x".repeat(3_000_000), FormatByCode.of("SDMX_ML")))
        .isEqualTo(RejectionCode.TOO_LARGE);
    assertThat(
            refusal(
                XML_HEAD + "<m:DataSet a=\"" + "x".repeat(3_000_000) + "\"/></m:GenericData>",
                FormatByCode.of("SDMX_ML")))
        .isEqualTo(RejectionCode.TOO_LARGE);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a deletion                  | <m:DataSet action="Delete"/>                                             | UNSUPPORTED_FORMAT
          no data set                 | <m:Header/>                                                              | DAMAGED_FILE
          an element that is none     | <m:DataSet><g:Sum/></m:DataSet>                                          | UNSUPPORTED_FORMAT
          a group behind its data     | <m:DataSet><g:Obs/><g:Group/></m:DataSet>                                | DAMAGED_FILE
          elements that do not match  | <m:DataSet></g:Obs>                                                      | DAMAGED_FILE
          an attribute that is double | <m:DataSet action="Append" action="Replace"/>                            | DAMAGED_FILE
          """)
  void xmlThatIsNoDataIsRefused(String what, String body, RejectionCode code) {
    assertThat(refusal(XML_HEAD + body + "</m:GenericData>", FormatByCode.of("SDMX_ML")))
        .as(what)
        .isEqualTo(code);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          an index beyond the values | {"0:0": [1, 7]} | DAMAGED_FILE
          a key too short            | {"0": [1, 0]}   | DAMAGED_FILE
          a key too long             | {"0:0:0": [1]}  | DAMAGED_FILE
          a key beyond the values    | {"0:9": [1]}    | DAMAGED_FILE
          a key below zero           | {"0:-1": [1]}   | DAMAGED_FILE
          a key beyond any number    | {"0:99999999999": [1]} | DAMAGED_FILE
          no array                   | {"0:0": 1}      | DAMAGED_FILE
          a figure that is an object | {"0:0": [{}]}   | DAMAGED_FILE
          """)
  void sdmxJsonThatContradictsItselfIsDamaged(
      String what, String observations, RejectionCode code) {
    String content =
        """
        {"structure": {"dimensions": {"observation": [
            {"id": "A", "values": [{"id": "x"}]}, {"id": "TIME_PERIOD", "values": [{"id": "2024"}]}]},
          "attributes": {"observation": [{"id": "OBS_STATUS", "values": [{"id": "A"}]}]}},
         "dataSets": [{"observations": %s}]}
        """
            .formatted(observations);
    assertThat(refusal(content, FormatByCode.of("SDMX_JSON"))).as(what).isEqualTo(code);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NBS        | {"returncode": 501, "returndata": "service is busy"}                             | PUBLISHER_ERROR
          NBS        | {"returncode": 200, "returndata": {}}                                            | DAMAGED_FILE
          WORLD_BANK | [{"message": [{"id": "120", "key": "Invalid value", "value": "no such thing"}]}] | PUBLISHER_ERROR
          WORLD_BANK | [{"page": 1, "pages": 1, "total": 0}]                                            | DAMAGED_FILE
          WORLD_BANK | [{"page": 1, "pages": 1, "total": 1}, [1]]                                       | DAMAGED_FILE
          DBNOMICS   | {"errors": [{"message": "dataset not found"}], "series": {}}                     | PUBLISHER_ERROR
          DBNOMICS   | {"series": {"docs": [{"period": ["2024"], "value": [1, 2]}]}}                    | DAMAGED_FILE
          SDMX_JSON  | {"errors": [{"code": 404, "title": "no results"}]}                               | PUBLISHER_ERROR
          SDMX_JSON  | {"dataSets": []}                                                                 | DAMAGED_FILE
          JSON_STAT  | {"error": [{"status": 413, "label": "too many values"}]}                         | PUBLISHER_ERROR
          JSON_STAT  | {"class": "collection", "link": {"item": []}}                                    | UNSUPPORTED_FORMAT
          JSON       | {"a": 1}                                                                         | DAMAGED_FILE
          """)
  void answerWithoutDataIsRefused(
      @ConvertWith(FormatByCode.class) FeedFormat format, String content, RejectionCode code) {
    assertThat(refusal(content, format)).isEqualTo(code);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SDMX_CSV | DATAFLOW,A,OBS_VALUE,A | DAMAGED_FILE
          SDMX_CSV | DATAFLOW,A,VALUE       | MISSING_COLUMN
          SDMX_CSV | DATAFLOW,,OBS_VALUE    | DAMAGED_FILE
          """)
  void tableWithoutAProperHeadIsRefused(
      @ConvertWith(FormatByCode.class) FeedFormat format, String head, RejectionCode code) {
    assertThat(refusal(head + "\nx,y,1,z\n", format)).isEqualTo(code);
  }

  @Test
  void jsonInAnotherEncodingThanUnicodeIsRefused() throws Exception {
    Path file = folder.resolve("x.json");
    String content =
        dataset("[\"a\"]", "[1]", "{\"a\":{\"category\":{\"index\":[\"繁峙县\"]}}}", "[1]");
    Files.write(file, content.getBytes(Charset.forName("GB18030")));
    UnreadableFileException refused =
        catchThrowableOfType(
            UnreadableFileException.class,
            () -> RawFeed.read(file, FormatByCode.of("JSON_STAT"), FeedSettings.NONE));
    assertThat(refused.rejection().code()).isEqualTo(RejectionCode.UNKNOWN_ENCODING);
  }

  @Test
  void jsonInUtf16IsRead() throws Exception {
    Path file = folder.resolve("x.json");
    String content =
        dataset("[\"a\"]", "[1]", "{\"a\":{\"category\":{\"index\":[\"繁峙县\"]}}}", "[1.50]");
    Files.write(file, ("\ufeff" + content).getBytes(StandardCharsets.UTF_16LE));
    assertThat(RawFeed.read(file, FormatByCode.of("JSON_STAT"), FeedSettings.NONE).lines("a"))
        .containsExactly("a=繁峙县 1.50");
  }
}
