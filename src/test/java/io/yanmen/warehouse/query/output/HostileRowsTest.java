package io.yanmen.warehouse.query.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.yanmen.HostileTexts;
import io.yanmen.model.text.ShownText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Results of queries that hold names of files and sheets which somebody chose with care. */
class HostileRowsTest {
  private static final List<String> COLUMNS =
      List.of(
          "area_name_zh",
          "indicator_name_zh",
          "measure",
          "scenario",
          "period",
          "accumulation",
          "value",
          "unit",
          "qualifier",
          "source_file",
          "sheet",
          "cell");

  private interface Writers {
    RowWriter on(OutputStream out) throws IOException;
  }

  private static List<String> row(String text) {
    return List.of(
        "代县", "原煤产量", "level", "actual", "2025-04", "ytd", "-1.5", "万吨", "exact", text, text, "B2");
  }

  private static byte[] written(Writers writers, String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RowWriter rows = writers.on(out)) {
      rows.header(COLUMNS);
      rows.row(row(text));
    }
    return out.toByteArray();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("io.yanmen.HostileTexts#all")
  void csvHoldsTheTextAndNoFormula(String text) throws Exception {
    try (CSVParser parser = CSVParser.parse(text(written(CsvRows::new, text)), CSVFormat.RFC4180)) {
      CSVRecord row = parser.getRecords().get(1);
      for (int column : new int[] {9, 10}) {
        assertThat(row.get(column)).isIn(text, "'" + text);
        assertThat(row.get(column)).doesNotMatch("(?s)[=+@\t\r\n＝＋＠-].*");
      }
      assertThat(row.get(6)).as("a negative number is one").isEqualTo("-1.5");
    }
  }

  @Test
  void workbookHoldsTextAndNoFormula(@TempDir Path temporary) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RowWriter rows = new XlsxRows(out, temporary)) {
      rows.header(COLUMNS);
      for (String text : HostileTexts.ALL) {
        rows.row(row(text));
      }
    }
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(HostileTexts.ALL.size());
      for (int i = 1; i <= HostileTexts.ALL.size(); i++) {
        for (Cell cell : book.getSheetAt(0).getRow(i)) {
          assertThat(cell.getCellType())
              .isEqualTo(cell.getColumnIndex() == 6 ? CellType.NUMERIC : CellType.STRING);
          assertThat(cell.getHyperlink()).isNull();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("io.yanmen.HostileTexts#all")
  void jsonAndTableStayInTheirLines(String text) throws Exception {
    String json = text(written(JsonRows::new, text));
    String table = text(written(AlignedRows::new, text));

    assertThat(new ObjectMapper().readTree(json).get(0).path("sheet").asText()).isEqualTo(text);
    assertThat(json.strip().codePoints()).noneMatch(ShownText::changesLayout);
    assertThat(table.lines()).hasSize(2);
    assertThat(table.replace("\n", "").codePoints()).noneMatch(ShownText::changesLayout);
  }
}
