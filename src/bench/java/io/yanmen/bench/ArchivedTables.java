package io.yanmen.bench;

import io.yanmen.service.land.Decisions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Files in the archive of a home, as large as the table of all counties: 2,849 rows and 100
 * columns.
 */
final class ArchivedTables {
  private static final int ROWS = 2_849;
  private static final int COLUMNS = 100;

  private final Path archive;

  ArchivedTables(Path archive) {
    this.archive = archive;
  }

  /** Gives the SHA-256 of a text with commas. */
  String text() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row <= ROWS; row++) {
      for (int column = 0; column <= COLUMNS; column++) {
        text.append(column == 0 ? "" : ",").append(content(row, column));
      }
      text.append('\n');
    }
    return put(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Gives the SHA-256 of a workbook. */
  String workbook() throws IOException {
    Path file = Files.createTempFile("yanmen-bench", ".xlsx");
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(100)) {
      SXSSFSheet sheet = workbook.createSheet("Sheet1");
      for (int row = 0; row <= ROWS; row++) {
        SXSSFRow cells = sheet.createRow(row);
        for (int column = 0; column <= COLUMNS; column++) {
          if (row == 0 || column == 0) {
            cells.createCell(column).setCellValue(content(row, column));
          } else {
            cells.createCell(column).setCellValue(row + column);
          }
        }
      }
      try (OutputStream out = Files.newOutputStream(file)) {
        workbook.write(out);
      }
      return put(Files.readAllBytes(file));
    } finally {
      Files.delete(file);
    }
  }

  private static String content(int row, int column) {
    if (row == 0) {
      return "指标" + column;
    }
    return column == 0 ? "第" + row + "县" : Integer.toString(row + column);
  }

  private String put(byte[] content) throws IOException {
    String sha256 = sha256(content);
    Path place = new Decisions(archive).content(sha256);
    Files.createDirectories(place.resolveSibling("."));
    Files.write(place, content);
    return sha256;
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
