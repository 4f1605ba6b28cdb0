package io.yanmen.reading.format.xls;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.model.table.CellKind;
import io.yanmen.model.table.CellRange;
import io.yanmen.model.table.SheetInfo;
import io.yanmen.reading.format.FileTableReader;
import io.yanmen.reading.format.RowCollector;
import io.yanmen.reading.format.limit.ReadLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsReaderTest {
  private final Path folder;

  XlsReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void cellsAreReadByKind() throws Exception {
    try (Workbook book = new HSSFWorkbook()) {
      Row row = book.createSheet("表").createRow(2);
      row.createCell(0).setCellValue("代县");
      row.createCell(1).setCellValue(12.30);
      row.createCell(2).setCellValue(0.1 + 0.2);
      styled(book, row, 3, "0.0%").setCellValue(0.081);
      styled(book, row, 4, "yyyy\"年\"m\"月\"").setCellValue(45777);
      styled(book, row, 5, "m/d/yy").setCellValue(45777);
      row.createCell(7).setCellValue(true);
      row.createCell(8).setCellErrorValue((byte) 0x17);
      row.createCell(9).setCellValue("\u3000 ");
      RowCollector read = read(book);
      assertThat(read.rows.get(0).keySet()).containsExactly(2);
      assertThat(read.row(0, 2).cells())
          .extracting(cell -> cell.kind() + " " + cell.text())
          .containsExactly(
              "TEXT 代县",
              "NUMBER 12.3",
              "NUMBER 0.3",
              "PERCENT 0.081",
              "DATE 2025-04",
              "DATE 2025-04-30",
              "EMPTY ",
              "BOOLEAN TRUE",
              "ERROR #REF!");
      assertThat(read.cell(2, 4).format()).isEqualTo("yyyy\"年\"m\"月\"");
    }
  }

  @Test
  void formulasGiveTheResultThatTheFileHolds() throws Exception {
    try (Workbook book = new HSSFWorkbook()) {
      Row row = book.createSheet("表").createRow(0);
      row.createCell(0).setCellValue(3);
      row.createCell(1).setCellFormula("A1*2");
      row.createCell(2).setCellFormula("\"共\"&A1");
      row.createCell(3).setCellFormula("A1>1");
      row.createCell(4).setCellFormula("1/0");
      row.createCell(5).setCellFormula("IF(A1>1,\"\",A1)");
      row.createCell(6).setCellFormula("A1-3");
      row.createCell(7).setCellValue("后");
      book.getCreationHelper().createFormulaEvaluator().evaluateAll();
      assertThat(read(book).row(0, 0).cells())
          .extracting(cell -> cell.kind() + " " + cell.text())
          .containsExactly(
              "NUMBER 3",
              "NUMBER 6",
              "TEXT 共3",
              "BOOLEAN TRUE",
              "ERROR #DIV/0!",
              "EMPTY ",
              "NUMBER 0",
              "TEXT 后");
    }
  }

  @Test
  void formulaThatNobodyCalculatedHasNoValue() throws Exception {
    try (Workbook book = new HSSFWorkbook()) {
      Row row = book.createSheet("表").createRow(0);
      row.createCell(0).setCellValue(3);
      row.createCell(1).setCellFormula("SUM(A1:A2)");
      RowCollector read = read(book);
      assertThat(read.cell(0, 1).kind()).isEqualTo(CellKind.FORMULA_WITHOUT_VALUE);
      assertThat(read.cell(0, 1).text()).isEqualTo("SUM(A1:A2)");
    }
  }

  @Test
  void sheetsTellTheirMergedRangesAndWhatIsHidden() throws Exception {
    try (Workbook book = new HSSFWorkbook()) {
      Sheet one = book.createSheet("一");
      one.createRow(0).createCell(0).setCellValue("标题");
      one.createRow(40).createCell(0).setCellValue("隐藏");
      one.getRow(40).setZeroHeight(true);
      one.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
      book.createSheet("二").createRow(0).createCell(0).setCellValue(1);
      book.createSheet("三").createRow(0).createCell(0).setCellValue(1);
      book.setSheetVisibility(1, SheetVisibility.HIDDEN);
      book.setSheetVisibility(2, SheetVisibility.VERY_HIDDEN);
      RowCollector read = read(book);
      assertThat(read.sheets).extracting(SheetInfo::name).containsExactly("一", "二", "三");
      assertThat(read.sheets).extracting(SheetInfo::index).containsExactly(0, 1, 2);
      assertThat(read.sheets).extracting(SheetInfo::hidden).containsExactly(false, true, true);
      assertThat(read.sheets.get(0).merged()).containsExactly(new CellRange(0, 0, 0, 3));
      assertThat(read.sheets.get(1).merged()).isEmpty();
      assertThat(read.row(0, 0).hidden()).isFalse();
      assertThat(read.row(0, 40).hidden()).isTrue();
      assertThat(read.ended).isEqualTo(3);
    }
  }

  @Test
  void datesOfA1904WorkbookCountFrom1904() throws Exception {
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      book.getInternalWorkbook().getRecords().stream()
          .filter(org.apache.poi.hssf.record.DateWindow1904Record.class::isInstance)
          .map(org.apache.poi.hssf.record.DateWindow1904Record.class::cast)
          .forEach(window -> window.setWindowing((short) 1));
      styled(book, book.createSheet("表").createRow(0), 0, "yyyy-mm-dd").setCellValue(44315);
      assertThat(read(book).shown(0, 0)).isEqualTo("DATE 2025-04-30");
    }
  }

  @Test
  void workbookProtectedOnlyAgainstChangesIsRead() throws Exception {
    Biff8EncryptionKey.setCurrentUserPassword("VelvetSweatshop");
    try (Workbook book = new HSSFWorkbook()) {
      book.createSheet("表").createRow(0).createCell(0).setCellValue("代县");
      Path file = write(book, "a.xls");
      Biff8EncryptionKey.setCurrentUserPassword(null);
      assertThat(read(file).shown(0, 0)).isEqualTo("TEXT 代县");
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
  }

  @Test
  void bothFormatsOfOneTableReadAlike() throws Exception {
    try (Workbook xls = new HSSFWorkbook();
        Workbook xlsx = new XSSFWorkbook()) {
      fill(xls);
      fill(xlsx);
      RowCollector one = read(write(xls, "a.xls"));
      RowCollector two = read(write(xlsx, "a.xlsx"));
      assertThat(one.sheets).isEqualTo(two.sheets);
      assertThat(one.rows).isEqualTo(two.rows);
      assertThat(one.rows.get(0)).hasSizeGreaterThan(900);
    }
  }

  private static void fill(Workbook book) {
    Random random = new Random(7);
    Sheet sheet = book.createSheet("数据");
    sheet.addMergedRegion(new CellRangeAddress(0, 1, 2, 5));
    String[] codes = {"0.0", "0.00%", "yyyy-mm", "yyyy\"年\"m\"月\"d\"日\"", "h:mm", "#,##0"};
    CellStyle[] styles = new CellStyle[codes.length];
    for (int i = 0; i < codes.length; i++) {
      styles[i] = book.createCellStyle();
      styles[i].setDataFormat(book.createDataFormat().getFormat(codes[i]));
    }
    for (int r = 0; r < 1000; r++) {
      Row row = sheet.createRow(r + r / 100);
      row.setZeroHeight(r % 97 == 0);
      for (int c = 0; c < 12; c++) {
        switch (random.nextInt(5)) {
          case 0 -> row.createCell(c).setCellValue("文字" + random.nextInt(50));
          case 1 -> row.createCell(c).setCellValue(random.nextInt(1000) / 100.0);
          case 2 -> row.createCell(c).setCellValue(Math.exp(random.nextGaussian() * 20));
          case 3 -> {
            Cell cell = row.createCell(c);
            cell.setCellStyle(styles[random.nextInt(styles.length)]);
            cell.setCellValue(random.nextInt(600_000) / 10.0);
          }
          default -> row.createCell(c).setBlank();
        }
      }
    }
  }

  private static Cell styled(Workbook book, Row row, int column, String code) {
    CellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(code));
    Cell cell = row.createCell(column);
    cell.setCellStyle(style);
    return cell;
  }

  private RowCollector read(Workbook book) throws Exception {
    return read(write(book, "a.xls"));
  }

  private static RowCollector read(Path file) throws Exception {
    RowCollector collector = new RowCollector();
    new FileTableReader(ReadLimits.DEFAULT).read(file, file.getFileName().toString(), collector);
    return collector;
  }

  private Path write(Workbook book, String name) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      book.write(out);
    }
    return file;
  }
}
