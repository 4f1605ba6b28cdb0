package io.yanmen.sample.counties;

import io.yanmen.model.Area;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The wide table of one month as a workbook, with shared strings as Excel writes them.
 *
 * @param remark a property of the workbook, in which two of the same content can differ
 */
public record WideWorkbook(CountyFigures figures, int month, String remark) {
  private static final int ROWS_KEPT = 100;

  public void write(Path file) throws IOException {
    XSSFWorkbook plain = new XSSFWorkbook();
    plain.getProperties().getCoreProperties().setDescription(remark);
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(plain, ROWS_KEPT, false, true);
        OutputStream out = Files.newOutputStream(file)) {
      fill(workbook.createSheet("Sheet1"));
      workbook.write(out);
    }
  }

  private void fill(Sheet sheet) {
    sheet.createRow(0).createCell(0).setCellValue(WideCsv.title(figures, month));
    Row heads = sheet.createRow(1);
    heads.createCell(0).setCellValue("行政区划代码");
    heads.createCell(1).setCellValue("地区");
    for (int i = 0; i < figures.columns().size(); i++) {
      heads.createCell(i + 2).setCellValue(figures.columns().get(i).head());
    }
    int number = 2;
    for (Area area : figures.areas()) {
      Row row = sheet.createRow(number++);
      row.createCell(0).setCellValue(area.code());
      row.createCell(1).setCellValue(area.nameZh());
      for (int i = 0; i < figures.columns().size(); i++) {
        row.createCell(i + 2).setCellValue(value(area, figures.columns().get(i)));
      }
    }
  }

  private double value(Area area, Column column) {
    return figures.figure(area, column, month) / Math.pow(10, column.decimals());
  }
}
