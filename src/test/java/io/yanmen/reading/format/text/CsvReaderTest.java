package io.yanmen.reading.format.text;

import static io.yanmen.model.outcome.RejectionCode.DAMAGED_FILE;
import static io.yanmen.model.outcome.RejectionCode.EMPTY_FILE;
import static io.yanmen.model.outcome.RejectionCode.TOO_LARGE;
import static io.yanmen.model.outcome.RejectionCode.UNKNOWN_ENCODING;
import static io.yanmen.model.outcome.RejectionCode.WRONG_FORMAT;
import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.table.CellKind;
import io.yanmen.reading.format.FileTableReader;
import io.yanmen.reading.format.RowCollector;
import io.yanmen.reading.format.limit.ReadLimits;
import io.yanmen.reading.format.limit.Refused;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {
  private static final String TABLE = "县区,原煤产量（万吨）\r\n繁峙县,12.30\r\n代县,\u3000\r\n";

  private final Path folder;

  CsvReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, ''",
    "UTF-8, EFBBBF",
    "UTF-16LE, FFFE",
    "UTF-16BE, FEFF",
    "UTF-16LE, ''",
    "UTF-16BE, ''",
    "GB18030, ''",
    "GBK, ''"
  })
  void everyUsualEncodingIsFound(String charset, String mark) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(java.util.HexFormat.of().parseHex(mark));
    bytes.write(TABLE.getBytes(Charset.forName(charset)));
    RowCollector read = read(bytes.toByteArray(), "月报.csv");
    assertThat(read.shown(0, 0)).isEqualTo("TEXT 县区");
    assertThat(read.shown(1, 0)).isEqualTo("TEXT 繁峙县");
    assertThat(read.shown(1, 1)).isEqualTo("TEXT 12.30");
    assertThat(read.shown(2, 1)).isEqualTo("EMPTY");
    assertThat(read.sheets).hasSize(1);
    assertThat(read.sheets.get(0).name()).isEmpty();
    assertThat(read.sheets.get(0).merges()).isFalse();
    assertThat(read.ended).isEqualTo(1);
  }

  @Test
  void rareCharactersOfFourBytesAreRead() throws Exception {
    String table = "地名,数值\n㙍𠀾镇,1\n";
    assertThat(read(table.getBytes("GB18030"), "a.csv").cell(1, 0).text()).isEqualTo("㙍𠀾镇");
  }

  @Test
  void encodingIsDecidedByTheWholeFile() throws Exception {
    String ascii = "name,value\n" + "abc,1\n".repeat(200_000);
    assertThat(read((ascii + "代县,2\n").getBytes("GBK"), "a.csv").cell(200_001, 0).text())
        .isEqualTo("代县");
    assertThat(
            read((ascii + "代县,2\n").getBytes(StandardCharsets.UTF_8), "a.csv")
                .cell(200_001, 0)
                .text())
        .isEqualTo("代县");
  }

  @Test
  void characterOnTheBorderOfBuffersIsWhole() throws Exception {
    for (int shift = 0; shift < 4; shift++) {
      String table = "x".repeat(shift) + ",1\n" + "忻州市,22\n".repeat(20_000);
      for (String charset : new String[] {"UTF-8", "GB18030"}) {
        RowCollector read = read(table.getBytes(charset), "a.csv");
        assertThat(read.rows.get(0)).hasSize(20_001);
        assertThat(read.rows.get(0).values().stream().skip(1))
            .allMatch(row -> row.cell(0).text().equals("忻州市"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t", ";", "|", ",", "，"})
  void delimiterIsTheOneThatCutsTheRecordsAlike(String delimiter) throws Exception {
    String table =
        String.join(delimiter, "地区", "\"一，二,三;四|五\t六\"", "c")
            + "\n"
            + String.join(delimiter, "代县", "1", "2")
            + "\n"
            + String.join(delimiter, "五台县", "3", "4")
            + "\n";
    RowCollector read = read(utf8("指标：产值\n\n" + table), "a.txt");
    assertThat(read.shown(2, 1)).isEqualTo("TEXT 一，二,三;四|五\t六");
    assertThat(read.shown(4, 2)).isEqualTo("TEXT 4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "地区\t产值\n代县\t1,234\n繁峙县\t5,678\n",
        "地区;产值;增长\n代县;1,5;2,5\n繁峙县;3,5;4,5\n",
        "sep=;\n地区;产值\n代县;1,2,3\n繁峙县;1,2,3\n"
      })
  void commaWithinNumbersDoesNotCut(String table) throws Exception {
    RowCollector read = read(utf8(table), "a.csv");
    assertThat(read.cell(0, 1).text()).isEqualTo("产值");
    assertThat(read.cell(1, 1).text()).startsWith("1,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "县区, \"产值\"\n代县, \"1,234\"\n",
        "县区,'产值'\n'代县','1,234'\n",
        "'县区', '产值'\n'代县', '1,234'\n",
        "\"县区\",\t\"产值\"\n\"代县\",\t\"1,234\" \n"
      })
  void quotesBehindBlanksAndSingleQuotesHoldFieldsTogether(String table) throws Exception {
    RowCollector read = read(utf8(table), "a.csv");

    assertThat(read.shown(0, 1)).isEqualTo("TEXT 产值");
    assertThat(read.shown(1, 0)).isEqualTo("TEXT 代县");
    assertThat(read.shown(1, 1)).isEqualTo("TEXT 1,234");
  }

  @ParameterizedTest
  @ValueSource(strings = {" \"五台\"县", "'00123", "'五台'县", "5'"})
  void signsThatEncloseNoFieldAreText(String field) throws Exception {
    RowCollector read = read(utf8("县区,产值\n'代县'," + field + "\n"), "a.csv");

    assertThat(read.shown(1, 1)).isEqualTo("TEXT " + field);
    assertThat(read.shown(1, 0)).isEqualTo("TEXT '代县'");
  }

  @Test
  void aTextInTheEncodingOfTaiwanIsRead() throws Exception {
    String table = "忻州市2025年1-4月主要指標,\n縣區,固定資產投資（萬元）\n代縣,5\n定襄縣,7\n";

    assertThat(read(table.getBytes(Charset.forName("Big5")), "a.csv").shown(1, 1))
        .isEqualTo("TEXT 固定資產投資（萬元）");
    assertThat(read(table.getBytes("GB18030"), "a.csv").shown(1, 1)).isEqualTo("TEXT 固定資產投資（萬元）");
  }

  @Test
  void tabsThatOnlyPadCommasDoNotCut() throws Exception {
    RowCollector read = read(utf8("指标\t,2024年\t,\n发电量\t,\t12\t,\n"), "a.csv");

    assertThat(read.cell(0, 1).text().strip()).isEqualTo("2024年");
    assertThat(read.cell(1, 1).text().strip()).isEqualTo("12");
  }

  @Test
  void quotesHoldDelimitersLineEndsAndQuotes() throws Exception {
    RowCollector read = read(utf8("a,b\n\"一\n二\",\"他说\"\"好\"\"\"\n\n x ,5\"\n"), "a.csv");
    assertThat(read.cell(1, 0).text()).isEqualTo("一\n二");
    assertThat(read.cell(1, 1).text()).isEqualTo("他说\"好\"");
    assertThat(read.cell(3, 0).text()).isEqualTo(" x ");
    assertThat(read.cell(3, 1).text()).isEqualTo("5\"");
  }

  @Test
  void rowNumbersAreThoseOfASpreadsheetProgram() throws Exception {
    RowCollector read = read(utf8("标题\n\n\na,b\n\"1\n1\",2\n,,\n3,4"), "a.csv");
    assertThat(read.rows.get(0).keySet()).containsExactly(0, 3, 4, 6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void everyLineEndIsOne(String end) throws Exception {
    RowCollector read = read(utf8("a,b" + end + "1,2" + end + end + "3,4" + end), "a.csv");
    assertThat(read.rows.get(0).keySet()).containsExactly(0, 1, 3);
  }

  @Test
  void everyCellOfTextIsText() throws Exception {
    RowCollector read = read(utf8("a,b,c\n1,45%,2025-04-30\n"), "a.csv");
    assertThat(read.row(0, 1).cells())
        .allMatch(cell -> cell.kind() == CellKind.TEXT && cell.format().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n\n", ",,,\n,,,\n", "  \n\u3000\n", "\ufeff"})
  void textWithoutContentIsEmpty(String text) throws Exception {
    assertThat(refused(utf8(text), "a.csv").code()).isEqualTo(EMPTY_FILE);
  }

  @Test
  void bytesOfNoEncodingAreRefusedWithTheirOffset() throws Exception {
    byte[] bytes = "地区,值\n代县,1\n".getBytes("GB18030");
    bytes[3] = (byte) 0xFF;
    Rejection refusal = refused(bytes, "a.csv");
    assertThat(refusal.code()).isEqualTo(UNKNOWN_ENCODING);
    assertThat(refusal.arguments()).containsExactly("2");
  }

  @Test
  void badByteWithinMuchUtf8IsNotReadAsGb18030() throws Exception {
    byte[] bytes = utf8("地区,产值\n代县,1\n繁峙县,2\n");
    bytes[7] = (byte) 0xC1;
    Rejection refusal = refused(bytes, "a.csv");
    assertThat(refusal.code()).isEqualTo(UNKNOWN_ENCODING);
    assertThat(refusal.arguments()).containsExactly("7");
  }

  @ParameterizedTest
  @CsvSource({"UTF-8, ''", "GB18030, ''", "UTF-16LE, FFFE", "UTF-8, EFBBBF"})
  void textCutWithinACharacterIsDamaged(String charset, String mark) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(java.util.HexFormat.of().parseHex(mark));
    bytes.write("地区,产值\n代县,1\n繁峙".getBytes(charset));
    byte[] cut = java.util.Arrays.copyOf(bytes.toByteArray(), bytes.size() - 1);
    assertThat(refused(cut, "a.csv").code()).isEqualTo(DAMAGED_FILE);
  }

  @Test
  void textWithZeroBytesIsNoText() throws Exception {
    Rejection refusal =
        refused(
            "a,b\n1,\0\n2,3\nlonger text here to go on\n".getBytes(StandardCharsets.UTF_8),
            "a.csv");
    assertThat(refusal.code()).isEqualTo(WRONG_FORMAT);
    assertThat(refusal.arguments()).containsExactly(".csv", "binary");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b\n1,\"open\n2,3\n4,5\n", "a,b\n\"x\"y,2\n"})
  void quoteThatDoesNotCloseIsNamedByItsRow(String text) throws Exception {
    Rejection refusal = refused(utf8(text), "a.csv");
    assertThat(refusal.code()).isEqualTo(DAMAGED_FILE);
    assertThat(refusal.cell().row()).isEqualTo(1);
    assertThat(refusal.arguments().get(0)).contains("第 2 行");
    assertThat(refusal.arguments().get(1)).contains("row 2");
  }

  @Test
  void quoteThatNeverClosesDoesNotSwallowTheFile() throws Exception {
    Path file = folder.resolve("open.csv");
    Files.writeString(file, "a,b\n1,2\n3,\"open\n" + "代县,1\n".repeat(1_000_000));
    Rejection refusal = Refused.reading(file);
    assertThat(refusal.code()).isEqualTo(DAMAGED_FILE);
    assertThat(refusal.cell().row()).isEqualTo(2);
  }

  @Test
  void lineWithoutEndIsTooLarge() throws Exception {
    Rejection refusal = refused(utf8("a,b\n" + "x".repeat(3_000_000)), "a.csv");
    assertThat(refusal.code()).isEqualTo(TOO_LARGE);
    assertThat(refusal.cell().row()).isEqualTo(1);
  }

  @Test
  void cellLongerThanTheLimitIsTooLarge() throws Exception {
    Rejection refusal = refused(utf8("a,b\n1," + "x".repeat(40_000)), "a.csv");
    assertThat(refusal.code()).isEqualTo(TOO_LARGE);
    assertThat(refusal.cell()).hasToString("B2");
    assertThat(refusal.arguments()).contains("40000", "32767");
  }

  @Test
  void columnsBeyondTheLimitAreTooLargeUnlessEmpty() throws Exception {
    assertThat(refused(utf8("a" + ",1".repeat(16_384)), "a.csv").code()).isEqualTo(TOO_LARGE);
    assertThat(read(utf8("a" + ",".repeat(20_000)), "a.csv").row(0, 0).cells()).hasSize(1);
  }

  private RowCollector read(byte[] bytes, String name) throws Exception {
    Path file = Files.write(folder.resolve(name), bytes);
    RowCollector collector = new RowCollector();
    new FileTableReader(ReadLimits.DEFAULT).read(file, name, collector);
    return collector;
  }

  private Rejection refused(byte[] bytes, String name) throws Exception {
    return Refused.reading(Files.write(folder.resolve(name), bytes));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
