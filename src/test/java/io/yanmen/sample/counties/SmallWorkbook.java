package io.yanmen.sample.counties;

import io.yanmen.model.Area;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * What one county sends: its indicators down, one month, 10 to 29 figures.
 *
 * @param number of the file; it says which area, month and indicators, so that no two are the same
 */
public record SmallWorkbook(CountyFigures figures, int number) {
  private static final int FEWEST = 10;
  private static final int SPREAD = 20;

  public void write(Path file) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      fill(workbook.createSheet("Sheet1"));
      workbook.write(out);
    }
  }

  /** How many figures the file has. */
  public int size() {
    return FEWEST + number % SPREAD;
  }

  /** The name of the file. */
  public String name() {
    return "%04d-%s-%s.xlsx".formatted(number, area().code(), figures.month(month()));
  }

  private Area area() {
    return figures.areas().get(number % figures.areas().size());
  }

  private int month() {
    return number / figures.areas().size() % figures.months();
  }

  private void fill(XSSFSheet sheet) {
    sheet.createRow(0).createCell(0).setCellValue(area().nameZh() + "主要指标");
    heads(sheet.createRow(1));
    List<Column> columns = figures.columns();
    for (int i = 0; i < size(); i++) {
      Column column = columns.get((number + i * 3) % columns.size());
      Row row = sheet.createRow(i + 2);
      row.createCell(0).setCellValue(area().code());
      row.createCell(1).setCellValue(area().nameZh());
      row.createCell(2).setCellValue(column.indicator().nameZh());
      row.createCell(3).setCellValue(CountyFigures.period(column, figures.month(month())));
      row.createCell(4)
          .setCellValue(figures.figure(area(), column, month()) / Math.pow(10, column.decimals()));
      row.createCell(5).setCellValue(column.unit());
    }
  }

  private static void heads(Row row) {
    String[] heads = {"行政区划代码", "地区", "指标", "时间", "数值", "单位"};
    for (int i = 0; i < heads.length; i++) {
      row.createCell(i).setCellValue(heads[i]);
    }
  }
}
