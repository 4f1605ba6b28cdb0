package io.yanmen.warehouse.query.output;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Rows as a workbook, streamed. Text is written as text, so that nothing becomes a formula. To be
 * used and closed by one thread: where the library keeps what it streams is told to it for a
 * thread.
 */
public final class XlsxRows implements RowWriter {
  private static final int ROWS_IN_MEMORY = 200;
  private static final int MOST_ROWS = 1_048_575;
  private static final int MOST_DIGITS_OF_A_DOUBLE = 15;

  private final SXSSFWorkbook workbook;
  private final SXSSFSheet sheet;
  private final OutputStream out;
  private List<String> columns = List.of();
  private int rows;

  /**
   * @param temporary folder for what does not fit into memory
   */
  public XlsxRows(OutputStream out, Path temporary) throws IOException {
    this.out = out;
    Files.createDirectories(temporary);
    TempFile.setThreadLocalTempFileCreationStrategy(
        new DefaultTempFileCreationStrategy(temporary.toFile()));
    try {
      workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
      sheet = workbook.createSheet("indicator_observation");
    } catch (RuntimeException e) {
      forgetFolder();
      throw e;
    }
    sheet.createFreezePane(0, 1);
  }

  @Override
  public void header(List<String> names) {
    columns = names;
    Row row = sheet.createRow(rows++);
    for (int i = 0; i < names.size(); i++) {
      row.createCell(i).setCellValue(names.get(i));
    }
  }

  @Override
  public void row(List<String> values) throws IOException {
    if (rows > MOST_ROWS) {
      throw new TooManyRowsException(MOST_ROWS);
    }
    Row row = sheet.createRow(rows++);
    for (int i = 0; i < values.size(); i++) {
      Cell cell = row.createCell(i);
      BigDecimal number =
          RowWriter.isNumber(columns.get(i)) ? new BigDecimal(values.get(i)) : BigDecimal.ZERO;
      if (RowWriter.isNumber(columns.get(i)) && number.precision() <= MOST_DIGITS_OF_A_DOUBLE) {
        cell.setCellValue(number.doubleValue());
      } else {
        cell.setCellValue(values.get(i));
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (workbook) {
      workbook.write(out);
      out.flush();
    } finally {
      forgetFolder();
    }
  }

  private static void forgetFolder() {
    TempFile.setThreadLocalTempFileCreationStrategy(null);
  }
}
