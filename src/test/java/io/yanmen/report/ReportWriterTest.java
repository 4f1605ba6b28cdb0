package io.yanmen.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.yanmen.model.Language;
import io.yanmen.model.outcome.LoadCounts;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private Path folder;
  private Path content;

  @BeforeEach
  void makeFile(@TempDir Path temporary) throws IOException {
    folder = temporary;
    XSSFWorkbook workbook = new XSSFWorkbook();
    Samples.fill(workbook);
    content = Samples.save(workbook, folder.resolve("archived"));
  }

  private static ReportWriter writer(Language language) {
    return new ReportWriter(ReportOptions.in(language).withZone(CHINA), Path.of("target/tmp"));
  }

  private String html(Outcome outcome, String name) throws IOException {
    return Files.readString(writer(Language.ZH).write(outcome, folder.resolve("out"), name).get(0));
  }

  private JsonNode json(Outcome outcome, String name) throws IOException {
    return JSON.readTree(
        writer(Language.ZH).write(outcome, folder.resolve("out"), name).get(1).toFile());
  }

  @Test
  void threeReportsStandBesideAPartlyLoadedWorkbookAndNothingElse() throws IOException {
    Path out = folder.resolve("done/2025-05-12");
    List<Path> written =
        writer(Language.ZH).write(Samples.partlyLoaded(content, "月报.xlsx"), out, "月报.xlsx");
    assertThat(written)
        .containsExactly(
            out.resolve("月报.xlsx.report.html"),
            out.resolve("月报.xlsx.report.json"),
            out.resolve("月报.xlsx.marked.xlsx"));
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files).containsExactlyInAnyOrderElementsOf(written);
    }
  }

  @Test
  void htmlTellsVerdictCountsCellsReasonsActionsConflictsAndNotesInBothLanguages()
      throws IOException {
    assertThat(html(Samples.partlyLoaded(content, "月报.xlsx"), "月报.xlsx"))
        .contains("部分入库", "Partly loaded", "332", "代具", "A9", "地区目录中没有“代具”")
        .contains("The catalogue has no area “代具”", "代县、岱岳区、岢岚县")
        .contains("18.62", "18.26", "xinzhou-fgw", "工作表“底稿”是隐藏的")
        .contains("1027", "3b1f3b1f", "2025-05-12 09:23:45")
        .contains("./%E6%9C%88%E6%8A%A5.xlsx.marked.xlsx");
  }

  @Test
  void htmlOpensInTheChosenLanguage() throws IOException {
    Outcome outcome = Samples.partlyLoaded(content, "a.xlsx");
    String en =
        Files.readString(writer(Language.EN).write(outcome, folder.resolve("en"), "a.xlsx").get(0));
    assertThat(en)
        .contains("<html lang=\"en\">", "id=\"en\" checked", "<title>Partly loaded: a.xlsx")
        .doesNotContain("id=\"zh\" checked");
    assertThat(html(outcome, "a.xlsx"))
        .contains("<html lang=\"zh-CN\">", "id=\"zh\" checked")
        .doesNotContain("id=\"en\" checked");
  }

  @Test
  void htmlNeedsNothingFromElsewhereAndRunsNoScript() throws IOException {
    assertThat(html(Samples.partlyLoaded(content, "a.xlsx"), "a.xlsx"))
        .doesNotContain("<script", "http://", "https://", "url(", "@import", "onclick", "<link");
  }

  @Test
  void markupInNamesAndCellsIsShownAsText() throws IOException {
    String evil = "<script>alert(1)</script>\"'&.xlsx";
    Rejection rejection =
        Samples.cell(RejectionCode.NOT_A_NUMBER, 4, 1, "<img src=x onerror=y>", "{0}<b>[[x]]");
    String html = html(Samples.rejected(content, evil, List.of(rejection)), evil);
    assertThat(html)
        .doesNotContain("<script", "<img", "<b>[[")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;img src=x", "{0}&lt;b&gt;[[x]]");
  }

  @Test
  void brokenAndDirectionalCharactersDoNoHarm() throws IOException {
    String odd = "a\ud800b\u0000c\u202etxt.xlsx";
    Rejection rejection = Samples.cell(RejectionCode.NOT_A_NUMBER, 4, 1, odd, odd);
    Outcome outcome = Samples.rejected(content, odd, List.of(rejection));
    assertThat(html(outcome, odd)).doesNotContain("\u202e", "\u0000").contains("a\ufffdb\ufffdc");
    assertThat(json(outcome, odd).at("/rejections/0/raw").asText())
        .isEqualTo("a\ufffdb\u0000c\u202etxt.xlsx");
  }

  @Test
  void nameThatPointsElsewhereStaysInItsFolder() throws IOException {
    Path out = folder.resolve("out");
    List<Path> written =
        writer(Language.ZH).write(Samples.partlyLoaded(content, "x"), out, "../../etc/\\x.xlsx");
    assertThat(written).allSatisfy(p -> assertThat(p.getParent()).isEqualTo(out));
    assertThat(written.get(0)).hasFileName(".._.._etc__x.xlsx.report.html").exists();
  }

  @Test
  void nameTooLongForTheFileSystemIsCutBeforeTheEnding() throws IOException {
    String name = "统计月报".repeat(20) + ".xlsx";
    List<Path> written =
        writer(Language.ZH).write(Samples.partlyLoaded(content, name), folder.resolve("out"), name);
    assertThat(written).hasSize(3).allSatisfy(p -> assertThat(p).exists());
    assertThat(written.get(0).getFileName().toString()).endsWith(".report.html");
  }

  @Test
  void jsonHoldsTheWholeStoryUnderStableNames() throws IOException {
    JsonNode json = json(Samples.partlyLoaded(content, "月报.xlsx"), "月报.xlsx");
    assertThat(json.get("version").asInt()).isEqualTo(1);
    assertThat(json.get("file").asText()).isEqualTo("月报.xlsx");
    assertThat(json.get("source").asText()).isEqualTo("xinzhou-tjj");
    assertThat(json.get("sha256").asText()).hasSize(64);
    assertThat(json.get("loadId").asLong()).isEqualTo(1027);
    assertThat(json.get("status").asText()).isEqualTo("partly_loaded");
    assertThat(json.get("receivedAt").asText()).isEqualTo("2025-05-12T01:23:45Z");
    assertThat(json.at("/counts/observationsNew").asLong()).isEqualTo(286);
    assertThat(json.at("/counts/rejected").asLong()).isEqualTo(9);
    assertThat(json.at("/rejectionsByCode/NOT_A_NUMBER").asInt()).isEqualTo(3);
    JsonNode first = json.at("/rejections/0");
    assertThat(first.get("code").asText()).isEqualTo("UNKNOWN_AREA");
    assertThat(first.get("table").asInt()).isEqualTo(1);
    assertThat(first.get("sheet").asText()).isEqualTo("1-4月");
    assertThat(first.get("cell").asText()).isEqualTo("A9");
    assertThat(first.get("raw").asText()).isEqualTo("代具");
    assertThat(first.get("arguments")).hasSize(2);
    assertThat(first.get("message_zh").asText()).startsWith("文件“月报.xlsx” 工作表“1-4月” 单元格 A9：");
    assertThat(first.get("message_en").asText())
        .startsWith("File “月报.xlsx”, sheet “1-4月”, cell A9");
    assertThat(first.get("action_zh").asText()).contains("代县、岱岳区、岢岚县");
    assertThat(first.get("action_en").asText()).contains("similar names are: 代县");
    assertThat(json.at("/conflicts/0/kept").asText()).isEqualTo("18.26");
    assertThat(json.at("/notes/0/code").asText()).isEqualTo("HIDDEN_SHEET");
  }

  @Test
  void wholeFileRefusalHasNoCellAndNoMarkedCopy() throws IOException {
    Outcome outcome =
        Samples.rejected(
            content, "a.xls", List.of(Rejection.ofFile(RejectionCode.PASSWORD_PROTECTED)));
    List<Path> written = writer(Language.ZH).write(outcome, folder.resolve("out"), "a.xls");
    assertThat(written).hasSize(2);
    assertThat(Files.readString(written.get(0))).contains("未入库", "文件有密码", "整个文件");
    assertThat(json(outcome, "a.xls").at("/rejections/0/cell").asText()).isEmpty();
  }

  @Test
  void duplicateNamesTheFirstLoad() throws IOException {
    Outcome outcome =
        new Outcome.Duplicate(
            Samples.landed(content, "b.xlsx"), 7, "原来的.xlsx", Samples.RECEIVED, Samples.monthly());
    assertThat(html(outcome, "b.xlsx")).contains("重复", "原来的.xlsx", "代具");
    assertThat(json(outcome, "b.xlsx").at("/duplicateOf/file").asText()).isEqualTo("原来的.xlsx");
  }

  @Test
  void heldFileGivesItsReasons() throws IOException {
    Outcome outcome =
        new Outcome.Held(
            Samples.landed(content, "h.xlsx"), 8, LoadCounts.NONE, Samples.monthly(), List.of());
    assertThat(html(outcome, "h.xlsx")).contains("待确认", "代具");
    assertThat(json(outcome, "h.xlsx").get("status").asText()).isEqualTo("held");
  }

  @Test
  void wholeLoadHasNothingToCorrect() throws IOException {
    Outcome outcome =
        new Outcome.Loaded(
            Samples.landed(content, "g.xlsx"),
            9,
            new LoadCounts(20, 12, 0, 0, 0),
            List.of(),
            List.of(),
            List.of());
    List<Path> written = writer(Language.ZH).write(outcome, folder.resolve("out"), "g.xlsx");
    assertThat(written).hasSize(2);
    assertThat(Files.readString(written.get(0))).contains("已入库").doesNotContain("拒收明细");
  }

  @Test
  void hundredThousandRefusalsMakeReportsOfBoundedSize() throws IOException {
    Outcome outcome = Samples.rejected(content, "big.xlsx", Samples.many(100_000));
    List<Path> written = writer(Language.ZH).write(outcome, folder.resolve("out"), "big.xlsx");
    assertThat(Files.size(written.get(0))).isLessThan(500_000);
    assertThat(Files.size(written.get(1))).isLessThan(20_000_000);
    assertThat(Files.readString(written.get(0))).contains("另有 99,800 处", "100,000");
    JsonNode json = JSON.readTree(written.get(1).toFile());
    assertThat(json.get("rejections")).hasSize(10_000);
    assertThat(json.get("rejectionsOmitted").asInt()).isEqualTo(90_000);
    assertThat(json.at("/rejectionsByCode/NOT_A_NUMBER").asInt()).isEqualTo(100_000);
  }

  @Test
  void reportReplacesAnOlderOne() throws IOException {
    Outcome.Loaded outcome = Samples.partlyLoaded(content, "a.xlsx");
    Path out = folder.resolve("out");
    Files.createDirectories(out);
    Files.writeString(out.resolve("a.xlsx.report.html"), "old");
    assertThat(Files.readString(writer(Language.ZH).write(outcome, out, "a.xlsx").get(0)))
        .doesNotContain("old\n")
        .contains("部分入库");
  }
}
