package io.yanmen.report;

import io.yanmen.model.Accumulation;
import io.yanmen.model.Frequency;
import io.yanmen.model.Measure;
import io.yanmen.model.Period;
import io.yanmen.model.Scenario;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.outcome.Conflict;
import io.yanmen.model.outcome.LandedFile;
import io.yanmen.model.outcome.LoadCounts;
import io.yanmen.model.outcome.Note;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.model.table.CellAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;

/** Files and outcomes for the tests of reports; all figures are invented. */
final class Samples {
  static final String SHEET = "1-4月";
  static final Instant RECEIVED = Instant.parse("2025-05-12T01:23:45Z");

  private Samples() {}

  static LandedFile landed(Path content, String name) {
    return new LandedFile(
        content, name, "月报/2025", "xinzhou-tjj", "3b1f".repeat(16), 18_432, RECEIVED);
  }

  static Rejection cell(RejectionCode code, int row, int column, String raw, String... arguments) {
    return new Rejection(code, 1, new CellAddress(SHEET, row, column), raw, List.of(arguments));
  }

  static List<Rejection> monthly() {
    return List.of(
        cell(RejectionCode.UNKNOWN_AREA, 8, 0, "代具", "代具", "代县、岱岳区、岢岚县"),
        cell(RejectionCode.UNKNOWN_AREA, 15, 0, "五台山景區管委", "五台山景區管委", "五台山风景名胜区、五台县"),
        cell(RejectionCode.NOT_A_NUMBER, 6, 3, "待核实", "待核实"),
        cell(RejectionCode.NOT_A_NUMBER, 9, 3, "同上", "同上"),
        cell(RejectionCode.NOT_A_NUMBER, 11, 5, "１２．３．４", "１２．３．４"),
        cell(RejectionCode.NO_UNIT, 6, 6, "128.4", "社会消费品零售总额", "亿元"),
        cell(RejectionCode.SPREADSHEET_ERROR, 12, 4, "#REF!", "#REF!"),
        cell(RejectionCode.CONTRADICTORY_VALUES, 7, 3, "12.3", "12.3", "1-4月!D8", "13.2", "汇总!D8"),
        cell(RejectionCode.AMBIGUOUS_MEASURE, 3, 7, "3", "rank", "yoy_rank"));
  }

  static Outcome.Loaded partlyLoaded(Path content, String name) {
    return new Outcome.Loaded(
        landed(content, name),
        1027,
        new LoadCounts(412, 286, 12, 34, 9),
        monthly(),
        List.of(
            new Conflict(
                new SeriesKey(
                    "140924",
                    "fixed_asset_investment",
                    Measure.LEVEL,
                    Scenario.ACTUAL,
                    Frequency.M,
                    Accumulation.YTD),
                Period.month(2025, 4),
                new CellAddress(SHEET, 10, 3),
                new BigDecimal("18.62"),
                "xinzhou-tjj",
                new BigDecimal("18.26"),
                "xinzhou-fgw")),
        List.of(
            new Note("HIDDEN_SHEET", List.of("底稿")),
            new Note("HIDDEN_ROWS", List.of(SHEET, "3")),
            new Note("PROVISIONAL", List.of("1"))));
  }

  static Outcome.Rejected rejected(Path content, String name, List<Rejection> rejections) {
    return new Outcome.Rejected(
        landed(content, name), 1028, LoadCounts.NONE, rejections, List.of());
  }

  static List<Rejection> many(int count) {
    List<Rejection> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(cell(RejectionCode.NOT_A_NUMBER, i, 3, "待核实" + i, "待核实" + i));
    }
    return all;
  }

  /** A table as an office sends it: title, merged header, formats, a formula, a comment. */
  static void fill(Workbook workbook) {
    Sheet sheet = workbook.createSheet(SHEET);
    Font bold = workbook.createFont();
    bold.setBold(true);
    CellStyle head = workbook.createCellStyle();
    head.setFont(bold);
    CellStyle number = workbook.createCellStyle();
    number.setDataFormat(workbook.createDataFormat().getFormat("0.00"));
    sheet.createRow(0).createCell(0).setCellValue("各县（市、区）2025年1-4月主要经济指标");
    sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 7));
    sheet.setColumnWidth(0, 20 * 256);
    for (int r = 2; r < 20; r++) {
      Row row = sheet.createRow(r);
      for (int c = 0; c < 8; c++) {
        Cell cell = row.createCell(c);
        if (r < 4 || c == 0) {
          cell.setCellValue("名称 " + r + "/" + c);
          cell.setCellStyle(head);
        } else {
          cell.setCellValue(r * 1.5 + c);
          cell.setCellStyle(number);
        }
      }
    }
    sheet.getRow(6).getCell(3).setCellValue("待核实");
    sheet.getRow(9).getCell(3).setCellValue("=1+2");
    sheet.getRow(13).getCell(1).setCellValue("+SUM(1)|cmd");
    sheet.getRow(12).getCell(4).setCellFormula("SUM(B5:B6)");
    sheet.getRow(17).setZeroHeight(true);
    ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
    anchor.setCol1(7);
    anchor.setCol2(9);
    anchor.setRow1(3);
    anchor.setRow2(6);
    Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
    comment.setString(workbook.getCreationHelper().createRichTextString("王：请核对"));
    comment.setAuthor("王");
    sheet.getRow(3).getCell(7).setCellComment(comment);
    Sheet other = workbook.createSheet("底稿");
    other.createRow(0).createCell(0).setCellValue("-底稿");
    workbook.setSheetHidden(1, true);
  }

  static Path save(Workbook workbook, Path target) throws IOException {
    try (workbook;
        OutputStream out = Files.newOutputStream(target)) {
      workbook.write(out);
    }
    return target;
  }
}
