package io.yanmen.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.model.Language;
import io.yanmen.model.outcome.LoadCounts;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.table.CellAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedWorkbookTest {
  private Path folder;

  @BeforeEach
  void makeFolder(@TempDir Path temporary) {
    folder = temporary;
  }

  private Path xlsx() throws IOException {
    XSSFWorkbook workbook = new XSSFWorkbook();
    Samples.fill(workbook);
    return Samples.save(workbook, folder.resolve("x.bytes"));
  }

  private Path xls() throws IOException {
    HSSFWorkbook workbook = new HSSFWorkbook();
    Samples.fill(workbook);
    workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
    return Samples.save(workbook, folder.resolve("y.bytes"));
  }

  private XSSFWorkbook marked(Outcome outcome, ReportOptions options) throws IOException {
    Path out = folder.resolve("out");
    new ReportWriter(options, folder.resolve("tmp")).write(outcome, out, "月报.xls");
    try (Stream<Path> left = Files.list(out)) {
      assertThat(left).noneMatch(p -> p.toString().endsWith(".tmp"));
    }
    try (var in = Files.newInputStream(out.resolve("月报.xls.marked.xlsx"))) {
      return new XSSFWorkbook(in);
    }
  }

  private XSSFWorkbook marked(Path content) throws IOException {
    return marked(Samples.partlyLoaded(content, "月报.xls"), ReportOptions.in(Language.ZH));
  }

  private static Set<String> refused() {
    return Samples.monthly().stream().map(r -> r.cell().toString()).collect(Collectors.toSet());
  }

  private static String address(Cell cell) {
    return new CellAddress(
            cell.getSheet().getSheetName(), cell.getRowIndex(), cell.getColumnIndex())
        .toString();
  }

  private static String value(Cell cell) {
    return switch (cell.getCellType()) {
      case NUMERIC -> "number " + cell.getNumericCellValue();
      case STRING -> "text " + cell.getStringCellValue();
      case FORMULA -> "formula " + cell.getCellFormula();
      default -> cell.getCellType().name();
    };
  }

  private static List<Object> looks(Cell cell) {
    CellStyle style = cell.getCellStyle();
    Workbook workbook = cell.getSheet().getWorkbook();
    return List.of(
        style.getDataFormatString(),
        style.getAlignment(),
        style.getWrapText(),
        style.getBorderBottom(),
        workbook.getFontAt(style.getFontIndex()).getBold(),
        workbook.getFontAt(style.getFontIndex()).getFontName());
  }

  private static void assertSameSheets(Workbook before, Workbook after) {
    assertThat(after.getNumberOfSheets()).isEqualTo(before.getNumberOfSheets());
    for (int i = 0; i < before.getNumberOfSheets(); i++) {
      Sheet a = before.getSheetAt(i);
      Sheet b = after.getSheetAt(i);
      assertThat(b.getSheetName()).isEqualTo(a.getSheetName());
      assertThat(after.getSheetVisibility(i)).isEqualTo(before.getSheetVisibility(i));
      assertThat(b.getMergedRegions()).isEqualTo(a.getMergedRegions());
      assertThat(b.getLastRowNum()).isEqualTo(a.getLastRowNum());
      assertThat(b.getColumnWidth(0)).isEqualTo(a.getColumnWidth(0));
      for (Row row : a) {
        assertThat(b.getRow(row.getRowNum()).getZeroHeight()).isEqualTo(row.getZeroHeight());
      }
    }
  }

  @Test
  void onlyFillsAndCommentsDifferInAMarkedXlsx() throws IOException {
    try (Workbook before = WorkbookFactory.create(Files.newInputStream(xlsx()));
        XSSFWorkbook after = marked(folder.resolve("x.bytes"))) {
      assertSameSheets(before, after);
      for (Sheet sheet : before) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            XSSFCell copy =
                after
                    .getSheet(sheet.getSheetName())
                    .getRow(row.getRowNum())
                    .getCell(cell.getColumnIndex());
            assertThat(value(copy)).as(address(cell)).isEqualTo(value(cell));
            assertThat(looks(copy)).as(address(cell)).isEqualTo(looks(cell));
            boolean marked = refused().contains(address(cell));
            assertThat(copy.getCellStyle().getFillPattern())
                .as(address(cell))
                .isEqualTo(marked ? FillPatternType.SOLID_FOREGROUND : FillPatternType.NO_FILL);
            assertThat(copy.getCellComment() != null).as(address(cell)).isEqualTo(marked);
          }
        }
      }
    }
  }

  @Test
  void markedXlsCarriesValuesMergesWidthsAndFormatsAndNoFormula() throws IOException {
    try (Workbook before = WorkbookFactory.create(Files.newInputStream(xls()));
        XSSFWorkbook after = marked(folder.resolve("y.bytes"))) {
      assertSameSheets(before, after);
      for (Sheet sheet : before) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            XSSFCell copy =
                after
                    .getSheet(sheet.getSheetName())
                    .getRow(row.getRowNum())
                    .getCell(cell.getColumnIndex());
            String expected =
                cell.getCellType() == CellType.FORMULA
                    ? "number " + cell.getNumericCellValue()
                    : value(cell);
            assertThat(value(copy)).as(address(cell)).isEqualTo(expected);
            assertThat(looks(copy)).as(address(cell)).isEqualTo(looks(cell));
            boolean marked = refused().contains(address(cell));
            assertThat(copy.getCellStyle().getFillPattern() == FillPatternType.SOLID_FOREGROUND)
                .as(address(cell))
                .isEqualTo(marked);
            assertThat(copy.getCellComment() != null).as(address(cell)).isEqualTo(marked);
          }
        }
      }
    }
  }

  @Test
  void textThatLooksLikeAFormulaStaysText() throws IOException {
    for (Path content : List.of(xlsx(), xls())) {
      try (XSSFWorkbook after = marked(content)) {
        XSSFCell equals = after.getSheet(Samples.SHEET).getRow(9).getCell(3);
        assertThat(value(equals)).isEqualTo("text =1+2");
        XSSFCell plus = after.getSheet(Samples.SHEET).getRow(13).getCell(1);
        assertThat(value(plus)).isEqualTo("text +SUM(1)|cmd");
      }
    }
    try (XSSFWorkbook after = marked(xls())) {
      XSSFCellStyle style = after.getSheet(Samples.SHEET).getRow(13).getCell(1).getCellStyle();
      assertThat(style.getQuotePrefixed()).isTrue();
      assertThat(
              after.getSheet(Samples.SHEET).getRow(9).getCell(3).getCellStyle().getQuotePrefixed())
          .isTrue();
    }
  }

  @Test
  void commentSaysWhyAndWhatToDoInTheChosenLanguages() throws IOException {
    ReportOptions both =
        ReportOptions.in(Language.ZH).withCommentLanguages(List.of(Language.ZH, Language.EN));
    try (XSSFWorkbook zh = marked(xlsx());
        XSSFWorkbook zhEn = marked(Samples.partlyLoaded(xlsx(), "月报.xls"), both)) {
      String comment = comment(zh, 8, 0);
      assertThat(comment)
          .contains("【地区不在目录中】", "没有“代具”", "怎么改：请改为规范的地区名称；相近的名称有：代县")
          .doesNotContain("catalogue");
      assertThat(comment(zhEn, 8, 0)).contains("没有“代具”", "The catalogue has no area");
    }
  }

  private static String comment(XSSFWorkbook workbook, int row, int column) {
    return workbook
        .getSheet(Samples.SHEET)
        .getRow(row)
        .getCell(column)
        .getCellComment()
        .getString()
        .getString();
  }

  @Test
  void commentOfAPersonIsKeptAndAddedTo() throws IOException {
    for (Path content : List.of(xlsx(), xls())) {
      try (XSSFWorkbook after = marked(content)) {
        assertThat(comment(after, 3, 7)).startsWith("王：请核对\n\n【数字的含义不明】");
        assertThat(after.getSheet(Samples.SHEET).getRow(3).getCell(7).getCellComment().getAuthor())
            .isEqualTo("王");
      }
    }
  }

  @Test
  void severalRefusalsOfOneCellShareAComment() throws IOException {
    Outcome outcome =
        Samples.rejected(
            xlsx(),
            "a",
            List.of(
                Samples.cell(RejectionCode.NO_UNIT, 5, 5, "1", "甲", "亿元"),
                Samples.cell(RejectionCode.NO_PERIOD, 5, 5, "1", "")));
    try (XSSFWorkbook after = marked(outcome, ReportOptions.in(Language.ZH))) {
      assertThat(comment(after, 5, 5)).contains("没有写明单位", "没有写明时间");
    }
  }

  @Test
  void refusedCellThatTheSheetLacksIsAdded() throws IOException {
    Outcome outcome =
        Samples.rejected(
            xlsx(), "a", List.of(Samples.cell(RejectionCode.NO_AREA, 400, 16_383, "")));
    try (XSSFWorkbook after = marked(outcome, ReportOptions.in(Language.ZH))) {
      assertThat(comment(after, 400, 16_383)).contains("没有写明地区");
    }
  }

  @Test
  void commentsStopAtTheirLimitAndColoursGoOn() throws IOException {
    Outcome outcome = Samples.rejected(xlsx(), "a", Samples.many(3_000));
    Path out = folder.resolve("out");
    try (XSSFWorkbook after = marked(outcome, ReportOptions.in(Language.ZH))) {
      assertThat(after.getSheet(Samples.SHEET).getCellComments()).hasSize(2_001);
      assertThat(
              IntStream.range(0, 3_000)
                  .mapToObj(r -> after.getSheet(Samples.SHEET).getRow(r).getCell(3))
                  .map(c -> c.getCellStyle().getFillPattern()))
          .containsOnly(FillPatternType.SOLID_FOREGROUND);
    }
    assertThat(Files.readString(out.resolve("月报.xls.report.html"))).contains("其中前 2,000 个");
  }

  @Test
  void workbookBeyondTheLimitsGetsAListOfItsRefusedCells() throws IOException {
    ReportOptions small =
        ReportOptions.in(Language.ZH).withMarks(new MarkLimits(20L << 20, 50, 10, 50, 100));
    Rejection formula = Samples.cell(RejectionCode.NOT_A_NUMBER, 9, 3, "=cmd|'/c'!A1", "=cmd");
    for (Path content : List.of(xlsx(), xls())) {
      Outcome outcome = Samples.rejected(content, "a", List.of(formula));
      try (XSSFWorkbook list = marked(outcome, small)) {
        Row row = list.getSheetAt(0).getRow(1);
        assertThat(row.getCell(0).getStringCellValue()).isEqualTo(Samples.SHEET);
        assertThat(row.getCell(1).getStringCellValue()).isEqualTo("D10");
        assertThat(row.getCell(2).getCellType()).isEqualTo(CellType.STRING);
        assertThat(row.getCell(2).getStringCellValue()).isEqualTo("=cmd|'/c'!A1");
        assertThat(row.getCell(2).getCellStyle().getQuotePrefixed()).isTrue();
      }
      assertThat(Files.readString(folder.resolve("out/月报.xls.report.html")))
          .contains("这份工作簿逐条列出了被拒收的单元格");
    }
  }

  @Test
  void workbookThatCannotBeCopiedGetsTheListToo() throws IOException {
    Path broken = folder.resolve("broken");
    byte[] bytes = Files.readAllBytes(xlsx());
    Files.write(broken, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    try (XSSFWorkbook list =
        marked(Samples.rejected(broken, "a", Samples.monthly()), ReportOptions.in(Language.ZH))) {
      assertThat(list.getSheetAt(0).getLastRowNum()).isEqualTo(9);
    }
  }

  @Test
  void hundredThousandRefusalsOfALargeWorkbookAreListed() throws IOException {
    ReportOptions small = ReportOptions.in(Language.EN).withMarks(new MarkLimits(1, 1, 1, 1, 1));
    try (XSSFWorkbook list = marked(Samples.rejected(xlsx(), "a", Samples.many(100_000)), small)) {
      assertThat(list.getSheetAt(0).getLastRowNum()).isEqualTo(100_000);
    }
  }

  @Test
  void copyThatCannotBeMadeIsToldOfAndKeepsNoReportBack() throws IOException {
    Path temporary = Files.writeString(folder.resolve("tmp"), "in the place of the folder");
    Path out = folder.resolve("out");

    List<Path> written =
        new ReportWriter(ReportOptions.in(Language.ZH), temporary)
            .write(Samples.partlyLoaded(xlsx(), "月报.xlsx"), out, "月报.xlsx");

    assertThat(written)
        .containsExactly(out.resolve("月报.xlsx.report.html"), out.resolve("月报.xlsx.report.json"));
    assertThat(out).isDirectoryNotContaining("glob:**.{marked.xlsx,tmp}");
    assertThat(written.get(0))
        .content()
        .contains("标注副本没有写成")
        .contains("No marked copy of the workbook could be made");
    assertThat(written.get(1)).content().doesNotContain("markedWorkbook");
  }

  @Test
  void librarysOwnFilesAreMadeInTheFolderForThemAndNotLeftThere() throws IOException {
    ReportOptions small = ReportOptions.in(Language.EN).withMarks(new MarkLimits(1, 1, 1, 1, 1));
    try (XSSFWorkbook copy = marked(xlsx());
        XSSFWorkbook list = marked(Samples.rejected(xlsx(), "a", Samples.many(2)), small)) {
      assertThat(copy.getNumberOfSheets()).isPositive();
      assertThat(list.getNumberOfSheets()).isPositive();
    }
    assertThat(folder.resolve("tmp")).isEmptyDirectory();
  }

  @Test
  void csvHasNoMarkedCopy() throws IOException {
    Path csv = Files.writeString(folder.resolve("a.csv"), "地区,数值\n代具,1\n");
    Outcome outcome =
        new Outcome.Rejected(
            Samples.landed(csv, "a.csv"), 1, LoadCounts.NONE, Samples.monthly(), List.of());
    assertThat(
            new ReportWriter(ReportOptions.in(Language.ZH), folder.resolve("tmp"))
                .write(outcome, folder.resolve("out"), "a.csv"))
        .hasSize(2);
  }

  @Test
  void controlCharactersOfAnXlsDoNotStopTheCopy() throws IOException {
    HSSFWorkbook workbook = new HSSFWorkbook();
    workbook.createSheet(Samples.SHEET).createRow(0).createCell(0).setCellValue("a\u0001b\ud800c");
    Path content = Samples.save(workbook, folder.resolve("odd"));
    Outcome outcome =
        Samples.rejected(
            content, "a", List.of(Samples.cell(RejectionCode.NO_AREA, 0, 0, "a\u0001b")));
    try (XSSFWorkbook after = marked(outcome, ReportOptions.in(Language.ZH))) {
      assertThat(after.getSheet(Samples.SHEET)).isNotNull();
      assertThat(comment(after, 0, 0)).contains("没有写明地区");
    }
  }
}
