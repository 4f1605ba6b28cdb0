package io.yanmen.service.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.model.text.ShownText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TargetFileNameTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "忻州 1-4月 (终稿)+%20&.csv, 忻州 1-4月 (终稿)+%20&.csv",
        "-rf.csv, -rf.csv",
        "~home.csv, ~home.csv",
        "``, _",
        "., _",
        ".., _",
        "../../x.csv, _.._.._x.csv",
        "..\\x.csv, _.._x.csv",
        ".hidden.csv, _.hidden.csv",
        "CON, _CON",
        "nul.xlsx, _nul.xlsx",
        "Com1 .tar.gz, _Com1 .tar.gz",
        "console.csv, console.csv",
        "a.csv., a.csv",
        "`a.csv . `, a.csv",
        "a.xlsx.marked.xlsx, a.xlsx_marked.xlsx",
        "a.csv.report.json, a.csv_report.json",
        "A.CSV.REPORT.HTML, A.CSV_REPORT.HTML",
        "report.html, report.html",
      })
  void nameIsPlain(String name, String filed) {
    assertThat(TargetFileName.of(name, 1)).isEqualTo(filed);
  }

  @ParameterizedTest
  @MethodSource("io.yanmen.HostileTexts#all")
  void nameStaysInItsFolderAndOnOneLine(String text) {
    for (String name : List.of(text, text + ".csv", "." + text, text.repeat(40))) {
      String filed = TargetFileName.of(name, 1);
      Path folder = Path.of("/data/done");

      assertThat(folder.resolve(filed).normalize().getParent()).isEqualTo(folder);
      assertThat(filed.codePoints()).noneMatch(ShownText::changesLayout);
      assertThat(filed).doesNotStartWith(".");
      assertThat(bytes(filed + ".report.html")).isLessThanOrEqualTo(255);
    }
  }

  @Test
  void numberComesBeforeTheEndingAndFitsToo() {
    assertThat(TargetFileName.of("a.csv", 2)).isEqualTo("a-2.csv");
    assertThat(TargetFileName.of("a.marked.xlsx", 2)).isEqualTo("a_marked-2.xlsx");
    String longest = TargetFileName.of("长".repeat(83) + ".csv", 12);
    assertThat(longest).endsWith("…-12.csv");
    assertThat(bytes(longest + ".report.html")).isLessThanOrEqualTo(255);
  }

  @Test
  void halfOfAPairIsNoNameOfAFile() {
    assertThat(TargetFileName.of("a\uD800.csv", 1)).isEqualTo("a\uFFFD.csv");
  }

  private static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }
}
