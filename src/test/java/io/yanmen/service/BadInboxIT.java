package io.yanmen.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.model.Area;
import io.yanmen.model.AreaLevel;
import io.yanmen.reading.format.WorkbookZip;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad files in the inbox of one running service of 512 MB: each has its outcome, none stops it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInboxIT {
  private static final String HEAD = "县区,2025年1-4月固定资产投资（万元）\n";
  private static final String GOOD = HEAD + "代县,12.5\n繁峙县,13\n五台县,14\n";
  private static final int RATIO_BREAKER = 50_000_000;

  private final Path folder;
  private final ServiceProcess service;

  BadInboxIT(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.service = ServiceProcess.start(folder.resolve("home"));
  }

  @AfterAll
  void stop() throws Exception {
    assertThat(service.stop()).isZero();
  }

  @BeforeAll
  void serviceRuns() {
    assertThat(service.isAlive()).isTrue();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "unknown-area.csv      | UNKNOWN_AREA         | 县区,2025年1-4月原煤产量（万吨）~待县,1~代县,2",
        "unknown-indicator.csv | UNKNOWN_INDICATOR    | 县区,2025年1-4月固定资产投资实际到位资金（万元）~代县,1",
        "no-unit.csv           | NO_UNIT              | 县区,2025年1-4月固定资产投资~代县,1",
        "two-units.csv         | AMBIGUOUS_UNIT       | 单位：万元、亿元~县区,2025年1-4月固定资产投资~代县,1",
        "no-number.csv         | NOT_A_NUMBER         | 县区,2025年1-4月原煤产量（万吨）~代县,约三万~繁峙县,2",
        "percent.csv           | PERCENT_IN_LEVEL     | 县区,2025年1-4月原煤产量（万吨）~代县,3.5%~繁峙县,2",
        "no-period.csv         | NO_PERIOD            | 县区,原煤产量（万吨）~代县,1",
        "two-values.csv        | CONTRADICTORY_VALUES | 县区,2025年1-4月原煤产量（万吨）~代县,1~代县,2",
        "empty.csv             | EMPTY_FILE           | ''",
        "not-a-workbook.xlsx   | WRONG_FORMAT         | 县区,原煤产量（万吨）~代县,1"
      })
  void textIsRefusedWithItsCode(String name, String code, String text) throws Exception {
    String content = text.replace('~', '\n') + (text.isEmpty() ? "" : "\n");
    Path file = Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    assertThat(reportOn(file)).contains(code);
    assertThatServiceStillLoads();
  }

  @Test
  void truncatedWorkbookIsDamaged() throws Exception {
    Path whole =
        new WorkbookZip()
            .sheet("<row><c><v>1</v></c></row>")
            .write(folder.resolve("whole-source.xlsx"));
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(bytes, bytes.length * 2 / 3));
    assertThat(reportOn(cut)).contains("DAMAGED_FILE");
    assertThatServiceStillLoads();
  }

  @Test
  void workbookWithPasswordIsRefused() throws Exception {
    Path file = folder.resolve("password.xlsx");
    EncryptionInfo info = new EncryptionInfo(EncryptionMode.agile);
    Encryptor encryptor = info.getEncryptor();
    encryptor.confirmPassword("secret");
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      try (OutputStream out = encryptor.getDataStream(container)) {
        out.write(GOOD.getBytes(StandardCharsets.UTF_8));
      }
      try (OutputStream out = Files.newOutputStream(file)) {
        container.writeFilesystem(out);
      }
    }
    assertThat(reportOn(file)).contains("PASSWORD_PROTECTED");
    assertThatServiceStillLoads();
  }

  @Test
  void zipBombIsRefusedWhileItExpands() throws Exception {
    Path file =
        new WorkbookZip()
            .sheet(
                out -> {
                  out.write(
                      ("<worksheet xmlns='" + WorkbookZip.MAIN + "'><sheetData><!--")
                          .getBytes(StandardCharsets.UTF_8));
                  byte[] blank = new byte[1 << 20];
                  Arrays.fill(blank, (byte) ' ');
                  for (int written = 0; written < RATIO_BREAKER * 10L; written += blank.length) {
                    out.write(blank);
                  }
                  out.write("--></sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
                })
            .write(folder.resolve("bomb.xlsx"));
    assertThat(Files.size(file)).isLessThan(2_000_000);
    assertThat(reportOn(file)).contains("EXPANDS_TOO_MUCH");
    assertThatServiceStillLoads();
  }

  @Test
  void entitiesAreForbidden() throws Exception {
    Path file =
        new WorkbookZip()
            .sheet("<row><c><v>1</v></c></row>")
            .part(
                "xl/sharedStrings.xml",
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><sst>&b;</sst>")
            .part("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><workbook>&b;</workbook>")
            .write(folder.resolve("entities.xlsx"));
    assertThat(reportOn(file)).contains("FORBIDDEN_XML");
    assertThatServiceStillLoads();
  }

  @Test
  void millionBlankRowsAndAUsedRangeToTheLastColumnAreRead() throws Exception {
    Path file =
        new WorkbookZip()
            .formats("0.0")
            .sheet(
                out -> {
                  write(
                      out,
                      "<worksheet xmlns='%s'><dimension ref='A1:XFD1048576'/><sheetData>"
                          .formatted(WorkbookZip.MAIN));
                  write(out, row(1, "县区", "2025年1-4月原煤产量（万吨）", "<c r='XFD1' s='1'/>"));
                  write(
                      out,
                      "<row r='2'>%s<c r='B2'><v>1.5</v></c></row>".formatted(text("A2", "五寨县")));
                  for (int r = 3; r <= 1_048_576; r++) {
                    write(out, "<row r='" + r + "' s='1'><c r='A" + r + "' s='1'/></row>");
                  }
                  write(out, "</sheetData></worksheet>");
                })
            .write(folder.resolve("blank-rows.xlsx"));
    assertThat(reportOn(file)).contains("\"loaded\"");
    assertThatServiceStillLoads();
  }

  @Test
  void csvOfThreeHundredMegabytesIsLoaded() throws Exception {
    Path file = folder.resolve("huge.csv");
    List<String> counties =
        CatalogFiles.load().areas().stream()
            .filter(it -> it.level() == AreaLevel.COUNTY && it.validity().from() <= 2001)
            .map(Area::code)
            .toList();
    String remark = "数据来源：政府工作报告。".repeat(80);
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write("地区代码,指标,时间,单位,数值,备注\n");
      for (int i = 0; i < 105_000; i++) {
        out.write(counties.get(i / 288) + ",原煤产量,");
        out.write((2001 + i % 288 / 12) + "年" + (i % 12 + 1) + "月当月,万吨," + i + ",");
        out.write(remark);
        out.write('\n');
      }
    }
    assertThat(Files.size(file)).isGreaterThan(300_000_000);
    assertThat(reportOn(file)).contains("\"loaded\"");
    assertThatServiceStillLoads();
  }

  private static String row(int number, String first, String second, String rest) {
    return "<row r='%d'>%s%s%s</row>"
        .formatted(number, text("A" + number, first), text("B" + number, second), rest);
  }

  private static String text(String reference, String value) {
    return "<c r='" + reference + "' t='inlineStr'><is><t>" + value + "</t></is></c>";
  }

  private static void write(OutputStream out, String text) throws java.io.IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private int loads;

  private void assertThatServiceStillLoads() throws Exception {
    assertThat(service.isAlive()).isTrue();
    String name = "good-" + ++loads + ".csv";
    Path good =
        Files.writeString(
            folder.resolve(name), HEAD + "代县," + loads + "\n", StandardCharsets.UTF_8);
    assertThat(reportOn(good)).contains("\"loaded\"");
  }

  /** Drops a file into the inbox and gives the report for programs on it. */
  private String reportOn(Path file) throws Exception {
    Path inbox = Files.createDirectories(service.home().resolve("data/inbox"));
    String name = file.getFileName().toString();
    Path draft = inbox.resolve("." + name);
    Files.move(file, draft, StandardCopyOption.REPLACE_EXISTING);
    Files.move(draft, inbox.resolve(name));
    service.awaitEmptyInbox(Duration.ofMinutes(3));
    List<Path> reports =
        ServiceProcess.filesIn(service.home().resolve("data")).stream()
            .filter(it -> it.getFileName().toString().equals(name + ".report.json"))
            .toList();
    assertThat(reports).as(service.log()).hasSize(1);
    return Files.readString(reports.get(0), StandardCharsets.UTF_8);
  }
}
