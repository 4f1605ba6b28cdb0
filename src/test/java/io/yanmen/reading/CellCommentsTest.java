package io.yanmen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.reading.CellEvidenceTest.Kind;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Comments on cells are notes on the figure, the row or the columns that their cell stands for. The
 * table has figures in B4, C4, B5 and C5, below a head that spans both columns.
 */
class CellCommentsTest {
  private final Path folder;

  CellCommentsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static Stream<Arguments> places() {
    return Stream.of(Kind.values())
        .flatMap(
            kind ->
                Stream.of(
                    Arguments.of(kind, "a figure", 3, 1, List.of("B4")),
                    Arguments.of(kind, "the name of a row", 3, 0, List.of("B4", "C4")),
                    Arguments.of(kind, "the head of a column", 2, 2, List.of("C4", "C5")),
                    Arguments.of(
                        kind, "a head of two columns", 1, 1, List.of("B4", "C4", "B5", "C5")),
                    Arguments.of(
                        kind, "the head of the labels", 2, 0, List.of("B4", "C4", "B5", "C5")),
                    Arguments.of(kind, "the title", 0, 0, List.of("B4", "C4", "B5", "C5"))));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("places")
  void aCommentThatIsNotUnderstoodRefusesWhatItsCellStandsFor(
      Kind kind, String place, int row, int column, List<String> refused) throws Exception {
    TableText table = read(kind, row, column, "", "预计数");

    assertThat(table.rejections())
        .containsExactlyInAnyOrderElementsOf(
            refused.stream().map(it -> it + " UNKNOWN_CONTEXT").toList());
    assertThat(table.observations()).hasSize(4 - refused.size());
  }

  static Stream<Arguments> words() {
    return Stream.of(Kind.values())
        .flatMap(
            kind ->
                Stream.of(
                    Arguments.of(kind, "单位：亿元", 1),
                    Arguments.of(kind, "当月数", 1),
                    Arguments.of(kind, "不含开发区", 1),
                    Arguments.of(kind, "数据已不含开发区核实", 1),
                    Arguments.of(kind, "数据来源：县统计局", 0),
                    Arguments.of(kind, "已核实", 0),
                    Arguments.of(kind, "数据已与财政局核对无误。", 0),
                    Arguments.of(kind, "  ", 0)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("words")
  void onlyWordsThatChangeNothingArePassedOver(Kind kind, String words, int refused)
      throws Exception {
    assertThat(read(kind, 3, 1, "", words).rejections()).hasSize(refused);
  }

  @ParameterizedTest
  @EnumSource
  void theNameOfWhoWroteItIsNoneOfItsWords(Kind kind) throws Exception {
    assertThat(read(kind, 3, 1, "张三", "张三:\n已核实").rejections()).isEmpty();
    assertThat(read(kind, 3, 1, "张三", "张三:\n预计数").rejections()).hasSize(1);
  }

  /** A marked copy that was corrected comes back with the comments that were hung on it. */
  @ParameterizedTest
  @EnumSource
  void commentsOfMarkedCopiesAreNoWordsOfTheSender(Kind kind) throws Exception {
    assertThat(read(kind, 3, 1, "雁门", "【数值不是数字】“七”不是数字。").rejections()).isEmpty();
    assertThat(read(kind, 3, 1, "Yanmen", "Not a number: What to do: …").rejections()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aCommentOnAMergedNameIsOneOnEachOfItsRows(Kind kind) throws Exception {
    Path file = file(kind);
    try (Workbook book = kind.book();
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = book.createSheet();
      rows(sheet, "忻州市2025年1-4月主要指标");
      rows(sheet, "县区", "指标", "数值（万元）");
      rows(sheet, "代县", "固定资产投资", "5");
      rows(sheet, "", "工业投资", "3");
      rows(sheet, "繁峙县", "固定资产投资", "6");
      sheet.addMergedRegion(new CellRangeAddress(2, 3, 0, 0));
      comment(book, sheet, 2, 0, "", "不含开发区");
      book.write(out);
    }

    TableText table = TableText.readFile(file);
    assertThat(table.rejections()).containsExactly("C3 UNKNOWN_CONTEXT", "C4 UNKNOWN_CONTEXT");
    assertThat(table.observations()).hasSize(1).allMatch(it -> it.startsWith("C5 140924"));
  }

  private TableText read(Kind kind, int row, int column, String author, String words)
      throws Exception {
    Path file = file(kind);
    try (Workbook book = kind.book();
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = book.createSheet();
      rows(sheet, "忻州市2025年1-4月主要指标");
      rows(sheet, "县区", "固定资产投资", "");
      rows(sheet, "县区", "总量（万元）", "增速（%）");
      rows(sheet, "代县", "5", "1.5");
      rows(sheet, "繁峙县", "6", "2.5");
      sheet.addMergedRegion(new CellRangeAddress(1, 1, 1, 2));
      comment(book, sheet, row, column, author, words);
      book.write(out);
    }
    return TableText.readFile(file);
  }

  private Path file(Kind kind) {
    return folder.resolve("月报." + kind.name().toLowerCase(Locale.ROOT));
  }

  private static void rows(Sheet sheet, String... cells) {
    Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
    for (int c = 0; c < cells.length; c++) {
      if (cells[c].matches("[\\d.]+")) {
        row.createCell(c).setCellValue(Double.parseDouble(cells[c]));
      } else if (!cells[c].isEmpty()) {
        row.createCell(c).setCellValue(cells[c]);
      }
    }
  }

  private static void comment(
      Workbook book, Sheet sheet, int row, int column, String author, String words) {
    CreationHelper helper = book.getCreationHelper();
    ClientAnchor anchor = helper.createClientAnchor();
    anchor.setRow1(row);
    anchor.setRow2(row + 3);
    anchor.setCol1(column + 1);
    anchor.setCol2(column + 3);
    Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
    comment.setString(helper.createRichTextString(words));
    comment.setAuthor(author);
    sheet.getRow(row).getCell(column).setCellComment(comment);
  }
}
