package io.yanmen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.model.outcome.Note;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a workbook says of a cell beside its content: number formats, fonts and runs, hidden rows
 * and columns. What is loaded is what people see in the workbook, or nothing.
 */
class CellEvidenceTest {
  private static final String LEVEL =
      "B4 140923 fixed_asset_investment level actual M ytd 2025-04 ";
  private static final String GROWTH = "C4 140923 fixed_asset_investment yoy actual M ytd 2025-04 ";

  private final Path folder;

  CellEvidenceTest(@TempDir Path folder) {
    this.folder = folder;
  }

  enum Kind {
    XLSX {
      @Override
      Workbook book() {
        return new XSSFWorkbook();
      }
    },
    XLS {
      @Override
      Workbook book() {
        return new HSSFWorkbook();
      }
    };

    abstract Workbook book();
  }

  private static Stream<Arguments> inBoth(List<List<Object>> cases) {
    return Stream.of(Kind.values())
        .flatMap(
            kind ->
                cases.stream()
                    .map(it -> Stream.concat(Stream.of(kind), it.stream()).toArray())
                    .map(Arguments::of));
  }

  static Stream<Arguments> levels() {
    return inBoth(
        List.of(
            List.of("General", 5120.5, LEVEL + "5120.5 exact"),
            List.of("#,##0.00", 5120.5, LEVEL + "5120.5 exact"),
            List.of("0.0_ ", 5120.5, LEVEL + "5120.5 exact"),
            List.of("_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"??_ ;_ @_ ", 5120, LEVEL + "5120 exact"),
            List.of("_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"??_ ;_ @_ ", 0, LEVEL + "0 exact"),
            List.of("0.00_);[Red](0.00)", 5120.5, LEVEL + "5120.5 exact"),
            List.of("[$-804]#,##0", 5120, LEVEL + "5120 exact"),
            List.of("[>99]0;0.0", 5120, LEVEL + "5120 exact"),
            List.of("0\"万元\"", 5120, LEVEL + "5120 exact"),
            List.of("\"约\"0", 5120, LEVEL + "5120 about"),
            List.of("0\"以上\"", 5120, LEVEL + "5120 at_least"),
            List.of("0!.0,", 51205120, "B4 CONFLICTING_EVIDENCE"),
            List.of("#,##0,", 51205120, "B4 CONFLICTING_EVIDENCE"),
            List.of("0.00,,\"百万\"", 51205120, "B4 CONFLICTING_EVIDENCE"),
            List.of("0\".\"0,\"万\"", 51205120, "B4 CONFLICTING_EVIDENCE"),
            List.of("[>=10000]0!.0,\"万\";0", 51205, "B4 CONFLICTING_EVIDENCE"),
            List.of("0.00\"亿元\"", 5.12, "B4 CONFLICTING_EVIDENCE"),
            List.of("0\"元\"", 51200000, "B4 CONFLICTING_EVIDENCE"),
            List.of("[$￥-804]#,##0", 51200000, "B4 CONFLICTING_EVIDENCE"),
            List.of("$#,##0", 51200000, "B4 FOREIGN_CURRENCY"),
            List.of("0\"吨\"", 5120, "B4 UNFIT_UNIT"),
            List.of("0.0\"%\"", 51.2, "B4 PERCENT_IN_LEVEL"),
            List.of("0\"户\"0", 5120, "B4 CONFLICTING_EVIDENCE"),
            List.of(";;;", 5120, "B4 HIDDEN_VALUE"),
            List.of("\"\"", 5120, "B4 HIDDEN_VALUE"),
            List.of("0;-0;;@", 0, "B4 HIDDEN_VALUE"),
            List.of("0;-0;\"无\"", 0, "B4 CONFLICTING_EVIDENCE")));
  }

  @ParameterizedTest
  @MethodSource("levels")
  void aLevelCountsAsItsFormatShowsIt(Kind kind, String format, Number value, String expected)
      throws Exception {
    assertThat(found(kind, cell(1, value, format))).containsExactly(expected);
  }

  static Stream<Arguments> growths() {
    return inBoth(
        List.of(
            List.of("0.0", -3.5, GROWTH + "-3.5 exact"),
            List.of("0.0_);(0.0)", -3.5, GROWTH + "-3.5 exact"),
            List.of("0.0;[Red]0.0", -3.5, GROWTH + "-3.5 exact"),
            List.of("\"增长\"0.0;\"下降\"0.0", -3.5, GROWTH + "-3.5 exact"),
            List.of("[Red]\"↑\"0.0;[Green]\"↓\"0.0", -3.5, GROWTH + "-3.5 exact"),
            List.of("0.0\"%\"", 3.5, GROWTH + "3.5 exact"),
            List.of("0.0%", 0.035, GROWTH + "3.5 exact"),
            List.of("0.0%\"左右\"", 0.035, GROWTH + "3.5 about"),
            List.of("\"下降\"0.0", 3.5, GROWTH + "-3.5 exact"),
            List.of("\"-\"0.0", 3.5, GROWTH + "-3.5 exact"),
            List.of("0.0;0.0", -3.5, "C4 CONFLICTING_EVIDENCE")));
  }

  @ParameterizedTest
  @MethodSource("growths")
  void theSignOfAGrowthIsTheOneThatIsShown(Kind kind, String format, Number value, String expected)
      throws Exception {
    assertThat(found(kind, cell(2, value, format))).containsExactly(expected);
  }

  static Stream<Arguments> runs() {
    return inBoth(
        List.of(
            List.of("1234", "1", "", "", LEVEL + "1234 exact"),
            List.of("1234", "2)", "", "", LEVEL + "1234 exact"),
            List.of("1234", "①", "", "", LEVEL + "1234 exact"),
            List.of("12", "以上", "", "", LEVEL + "12 at_least"),
            List.of("1234", "", "1", "", LEVEL + "1234 exact"),
            List.of("1234", "", "", "99", LEVEL + "1234 exact"),
            List.of("", "", "", "1234", "B4 HIDDEN_VALUE")));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void raisedAndLoweredRunsAreMarksAndStruckOutOnesNoText(
      Kind kind, String plain, String raised, String lowered, String struck, String expected)
      throws Exception {
    Fill runs =
        (book, sheet) -> {
          String text = struck + plain + raised + lowered;
          RichTextString rich = book.getCreationHelper().createRichTextString(text);
          rich.applyFont(book.getFontAt(0));
          int from = apply(rich, 0, struck, font(book, Font.SS_NONE, true));
          from += plain.length();
          from = apply(rich, from, raised, font(book, Font.SS_SUPER, false));
          apply(rich, from, lowered, font(book, Font.SS_SUB, false));
          sheet.getRow(3).createCell(1).setCellValue(rich);
        };

    assertThat(found(kind, runs)).containsExactly(expected);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void marksInNamesAndHeadsAreNoPartOfThem(Kind kind) throws Exception {
    Fill marks =
        (book, sheet) -> {
          marked(book, sheet.getRow(3).getCell(0), "代县", "1", "");
          marked(book, sheet.getRow(2).getCell(1), "固定资产投资", "2", "（万元）");
          sheet.getRow(3).createCell(1).setCellValue(7);
        };

    assertThat(found(kind, marks)).containsExactly(LEVEL + "7 exact");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void unitsKeepWhatIsRaisedInThem(Kind kind) throws Exception {
    Fill area =
        (book, sheet) -> {
          marked(book, sheet.getRow(2).getCell(1), "商品房销售面积（万m", "2", "）");
          sheet.getRow(3).createCell(1).setCellValue(7);
        };

    assertThat(found(kind, area)).hasSize(1).allMatch(it -> it.contains(" level actual M ytd "));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whatIsStruckOutIsTold(Kind kind) throws Exception {
    Fill figure =
        (book, sheet) -> {
          cell(1, 7, "General").into(book, sheet);
          strike(book, sheet.getRow(3).getCell(1));
        };
    Fill name =
        (book, sheet) -> {
          cell(1, 7, "General").into(book, sheet);
          strike(book, sheet.getRow(3).getCell(0));
        };

    assertThat(found(kind, figure)).containsExactly("B4 HIDDEN_VALUE");
    assertThat(found(kind, name)).containsExactly("B4 HIDDEN_VALUE");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void headsCountAsTheirFormatShowsThem(Kind kind) throws Exception {
    assertThat(heads(kind, "代县2024年固定资产投资（万元）", "\"1-\"0\"月\""))
        .containsExactly(
            "B3 140923 fixed_asset_investment level actual M ytd 2024-02 10 exact",
            "C3 140923 fixed_asset_investment level actual M ytd 2024-03 20 exact");
    assertThat(heads(kind, "代县2024年固定资产投资（万元）", "0\"月\""))
        .containsExactly(
            "B3 140923 fixed_asset_investment level actual M period 2024-02 10 exact",
            "C3 140923 fixed_asset_investment level actual M period 2024-03 20 exact");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whatNobodySeesIsToldBesideTheFigures(Kind kind) throws Exception {
    Path file =
        write(
            kind,
            (book, sheet) -> {
              cell(1, 7, "General").into(book, sheet);
              cell(2, 3, "General").into(book, sheet);
              sheet.setColumnHidden(2, true);
              whiten(book, sheet);
            });
    TableText table = TableText.readFile(file);

    assertThat(table.observations()).hasSize(2);
    assertThat(table.notes())
        .containsExactly(
            new Note("HIDDEN_COLUMNS", List.of("Sheet0", "1", "C")),
            new Note("WHITE_TEXT", List.of("Sheet0", "1")));
  }

  /** Each hides something of its own; the figures of B4 and C4 are 7 and 3. */
  private static Stream<Arguments> hidden() {
    return inBoth(
        List.of(
            List.of("a column", hide((book, sheet) -> sheet.setColumnHidden(2, true)), "C4"),
            List.of(
                "a column of no width", hide((book, sheet) -> sheet.setColumnWidth(2, 0)), "C4"),
            List.of("a row", hide((book, sheet) -> sheet.getRow(3).setZeroHeight(true)), "B4 C4"),
            List.of("white text", hide(CellEvidenceTest::whiten), "B4")));
  }

  private static Fill hide(Fill what) {
    return what;
  }

  private static void whiten(Workbook book, Sheet sheet) {
    Font white = book.createFont();
    white.setColor(IndexedColors.WHITE.getIndex());
    CellStyle style = book.createCellStyle();
    style.setFont(white);
    sheet.getRow(3).getCell(1).setCellStyle(style);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("hidden")
  void whatNobodySeesIsRefusedWhereTheSourceSaysSo(
      Kind kind, String what, Fill hide, String refused) throws Exception {
    Path file =
        write(
            kind,
            (book, sheet) -> {
              cell(1, 7, "General").into(book, sheet);
              cell(2, 3, "General").into(book, sheet);
              hide.into(book, sheet);
            });
    List<String> cells = List.of(refused.split(" "));
    TableText table = TableText.readFile(file, Hints.of("hidden: refuse"));

    assertThat(table.rejections())
        .isEqualTo(cells.stream().map(it -> it + " HIDDEN_VALUE").toList());
    assertThat(table.observations()).hasSize(2 - cells.size());
    assertThat(table.notes()).isEmpty();
    assertThat(TableText.readFile(file, Hints.of("hidden: read")).observations()).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void figuresOfAHiddenSheetAreRefusedWhereTheSourceSaysSo(Kind kind) throws Exception {
    Path file =
        write(
            kind,
            (book, sheet) -> {
              cell(1, 7, "General").into(book, sheet);
              book.createSheet("说明");
              book.setActiveSheet(1);
              book.setSheetHidden(0, true);
            });

    assertThat(TableText.readFile(file).notes())
        .contains(new Note("HIDDEN_SHEET", List.of("Sheet0")));
    TableText table = TableText.readFile(file, Hints.of("hidden: refuse"));
    assertThat(table.rejections()).containsExactly("B4 HIDDEN_VALUE");
  }

  static Stream<Kind> kinds() {
    return Stream.of(Kind.values());
  }

  /** Puts into a sheet what a test is about. */
  private interface Fill {
    void into(Workbook book, Sheet sheet);
  }

  private static Fill cell(int column, Number value, String format) {
    return (book, sheet) -> {
      CellStyle style = book.createCellStyle();
      style.setDataFormat(book.createDataFormat().getFormat(format));
      Cell cell = sheet.getRow(3).createCell(column);
      cell.setCellStyle(style);
      cell.setCellValue(value.doubleValue());
    };
  }

  private static Font font(Workbook book, short offset, boolean struck) {
    Font font = book.createFont();
    font.setTypeOffset(offset);
    font.setStrikeout(struck);
    return font;
  }

  private static int apply(RichTextString text, int from, String run, Font font) {
    if (!run.isEmpty()) {
      text.applyFont(from, from + run.length(), font);
    }
    return from + run.length();
  }

  private static void marked(Workbook book, Cell cell, String before, String mark, String after) {
    RichTextString text = book.getCreationHelper().createRichTextString(before + mark + after);
    text.applyFont(book.getFontAt(0));
    apply(text, before.length(), mark, font(book, Font.SS_SUPER, false));
    cell.setCellValue(text);
  }

  private static void strike(Workbook book, Cell cell) {
    CellStyle style = book.createCellStyle();
    style.setFont(font(book, Font.SS_NONE, true));
    cell.setCellStyle(style);
  }

  private List<String> heads(Kind kind, String title, String format) throws Exception {
    Path file = folder.resolve("月报." + kind.name().toLowerCase(java.util.Locale.ROOT));
    try (Workbook book = kind.book();
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = book.createSheet();
      sheet.createRow(0).createCell(0).setCellValue(title);
      Row heads = sheet.createRow(1);
      heads.createCell(0).setCellValue("县区");
      Row row = sheet.createRow(2);
      row.createCell(0).setCellValue("代县");
      CellStyle style = book.createCellStyle();
      style.setDataFormat(book.createDataFormat().getFormat(format));
      for (int c = 1; c <= 2; c++) {
        heads.createCell(c).setCellValue(c + 1);
        heads.getCell(c).setCellStyle(style);
        row.createCell(c).setCellValue(10 * c);
      }
      book.write(out);
    }
    return TableText.readFile(file).observations();
  }

  private List<String> found(Kind kind, Fill fill) throws Exception {
    TableText table = TableText.readFile(write(kind, fill));
    return Stream.concat(table.observations().stream(), table.rejections().stream()).toList();
  }

  private Path write(Kind kind, Fill fill) throws Exception {
    Path file = folder.resolve("月报." + kind.name().toLowerCase(java.util.Locale.ROOT));
    try (Workbook book = kind.book();
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = book.createSheet();
      sheet.createRow(0).createCell(0).setCellValue("忻州市2025年1-4月主要指标");
      Row heads = sheet.createRow(2);
      heads.createCell(0).setCellValue("县区");
      heads.createCell(1).setCellValue("固定资产投资（万元）");
      heads.createCell(2).setCellValue("固定资产投资增长（%）");
      sheet.createRow(3).createCell(0).setCellValue("代县");
      fill.into(book, sheet);
      book.write(out);
    }
    return file;
  }
}
