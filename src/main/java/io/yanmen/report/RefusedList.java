package io.yanmen.report;

import io.yanmen.model.message.Messages;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.table.CellAddress;
import io.yanmen.model.text.ShownText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A workbook that lists refused cells, one a row, for a file too large to be marked itself. */
final class RefusedList {
  private static final int ROWS_IN_MEMORY = 100;
  private static final int MOST_ROWS = 100_000;
  private static final int[] WIDTHS = {16, 10, 22, 22, 50, 60};

  private final Messages messages;

  RefusedList(ReportOptions options) {
    messages = Messages.of(options.primary());
  }

  void write(List<Rejection> rejections, Path target) throws IOException {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
        OutputStream out = Files.newOutputStream(target)) {
      workbook.setCompressTempFiles(true);
      Sheet sheet = workbook.createSheet(messages.text("marked.sheet"));
      for (int i = 0; i < WIDTHS.length; i++) {
        sheet.setColumnWidth(i, WIDTHS[i] * 256);
      }
      CellStyle style = style(workbook);
      CellStyle found = style(workbook);
      found.setFillForegroundColor(IndexedColors.ROSE.getIndex());
      found.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      row(
          sheet,
          0,
          style,
          style,
          messages.text("marked.column.sheet"),
          messages.text("report.column.cell"),
          messages.text("report.column.found"),
          messages.text("marked.column.code"),
          messages.text("report.column.why"),
          messages.text("report.column.action"));
      sheet.createFreezePane(0, 1);
      int number = 1;
      for (Rejection r : rejections.subList(0, Math.min(MOST_ROWS, rejections.size()))) {
        CellAddress cell = r.cell();
        row(
            sheet,
            number++,
            style,
            found,
            cell.sheet(),
            CellAddress.columnName(cell.column()) + (cell.row() + 1),
            r.raw(),
            messages.title(r.code()),
            messages.explanation(r),
            messages.action(r));
      }
      workbook.write(out);
    }
  }

  private static CellStyle style(SXSSFWorkbook workbook) {
    CellStyle style = workbook.createCellStyle();
    style.setWrapText(true);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    // Keeps "=…" a text when a person edits the cell and leaves it again.
    style.setQuotePrefixed(true);
    return style;
  }

  private static void row(
      Sheet sheet, int number, CellStyle style, CellStyle found, String... texts) {
    Row row = sheet.createRow(number);
    for (int i = 0; i < texts.length; i++) {
      Cell cell = row.createCell(i);
      cell.setCellValue(ShownText.line(texts[i]));
      cell.setCellStyle(i == 2 && number > 0 ? found : style);
    }
  }
}
