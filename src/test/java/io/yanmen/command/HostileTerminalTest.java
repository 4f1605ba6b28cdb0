package io.yanmen.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.yanmen.command.option.ExitCode;
import io.yanmen.model.text.ShownText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the commands print of names and cells steers no terminal and is no formula. */
class HostileTerminalTest {
  /** Of an xls: a name may hold controls and marks of direction, but no brackets or slashes. */
  private static final String SHEET = "=表\u001b\u009b\u202E\u2028<>";

  private final Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  HostileTerminalTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private int yanmen(String... words) {
    return CommandLines.run(new PrintWriter(out), new PrintWriter(err), words);
  }

  private static void assertHarmless(String printed) {
    assertThat(printed.replace("\n", "").codePoints())
        .as(printed)
        .noneMatch(ShownText::changesLayout);
  }

  private Path workbook() throws IOException {
    Path file = folder.resolve("a\u001b[m\nb\u202E.xls");
    try (HSSFWorkbook book = new HSSFWorkbook();
        OutputStream to = Files.newOutputStream(file)) {
      HSSFSheet sheet = book.createSheet(SHEET);
      row(sheet.createRow(0), "地区", "2025年4月原煤产量（万吨）");
      row(sheet.createRow(1), "代县", "12.5");
      row(sheet.createRow(2), "\u001b]0;x\u0007待县\u009b2J\u202E", "3");
      book.write(to);
    }
    return file;
  }

  private static void row(HSSFRow row, String first, String second) {
    row.createCell(0).setCellValue(first);
    row.createCell(1).setCellValue(second);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "table, zh, =表\\u001b\\u009b\\u202e\\u2028<>!B2",
        "csv, en, `,'=表\\u001b\\u009b\\u202e\\u2028<>!B2`",
        "json, en, \\u009b\\u202e\\u2028<>!B2"
      })
  void findingsAreShownWithTheirPlace(String format, String language, String shown)
      throws Exception {
    int code = yanmen("inspect", workbook().toString(), "--format", format, "--lang", language);

    assertThat(code).as(err.toString()).isEqualTo(ExitCode.REJECTED);
    assertHarmless(out.toString());
    assertHarmless(err.toString());
    assertThat(out.toString()).contains(shown);
    if (format.equals("json")) {
      assertThat(new ObjectMapper().readTree(out.toString()).findValuesAsText("cell"))
          .contains(SHEET + "!B2");
    }
  }

  @ParameterizedTest
  @CsvSource({"zh", "en"})
  void explanationIsShown(String language) throws Exception {
    yanmen("inspect", workbook().toString(), "--explain", "--lang", language);

    assertThat(out.toString()).contains("B2", "12.5");
    assertHarmless(out.toString());
    assertHarmless(err.toString());
  }

  static List<String> names() {
    return List.of(
        "a\nb\r\tc\u001b[J",
        "\u009bm\u202E\u2028\u2066",
        "-rf $(touch pwned) '; drop table x; --",
        "=1+1 %n %s {} {0} ${sys:user.home}");
  }

  @ParameterizedTest
  @MethodSource("names")
  void fileIsReadWhateverItsName(String name) throws Exception {
    Path file = folder.resolve(name.startsWith("-") ? "./" + name : name);
    Files.writeString(file, "地区,2025年4月原煤产量（万吨）\n代县,12.5\n");

    // A currency or a per cent in a name may speak of the figures.
    boolean unit = name.matches("(?s).*[$%].*");
    assertThat(yanmen("inspect", file.toString(), "--format", "csv"))
        .isEqualTo(unit ? ExitCode.REJECTED : ExitCode.OK);
    assertThat(unit ? err.toString() : out.toString())
        .contains(unit ? "UNKNOWN_CONTEXT" : "140923,raw_coal_output");
    assertHarmless(out.toString() + err);
  }

  @ParameterizedTest
  @MethodSource("names")
  void whatIsNoFileIsSaidInOneLine(String name) {
    Path missing = folder.resolve("missing " + name);

    assertThat(yanmen("inspect", missing.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(yanmen("inspect", folder.toString(), "--format", name)).isEqualTo(ExitCode.USAGE);
    assertThat(yanmen("query", "--area", name, "--no-such-option", name)).isEqualTo(ExitCode.USAGE);
    assertHarmless(out.toString() + err);
  }
}
