package io.yanmen.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.command.option.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code inspect --explain}: what was taken from which words, and by which rule. */
class ExplainTest {
  private static final String REPORT =
      """
      忻州市2025年1-4月主要指标,,
      单位：亿元,,
      县区,固定资产投资（万元）,固定资产投资增长（%）
      全市,100,5.1
      代县,40,-2
      定襄县,待核实,增长3%
      代县,41,-2
      """;

  private final Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  ExplainTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private int explain(String table, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("月报.csv"), table);
    List<String> words = new ArrayList<>(List.of("inspect", file.toString(), "--explain"));
    words.addAll(List.of(more));
    return CommandLines.run(
        new PrintWriter(out), new PrintWriter(err), words.toArray(String[]::new));
  }

  private List<String> lines() {
    return out.toString().lines().map(it -> it.replaceAll(" +", " ").strip()).toList();
  }

  @Test
  void figureIsExplainedWithEachPieceOfItsEvidence() throws IOException {
    int code = explain(REPORT, "B4", "--lang", "zh");

    assertThat(code).isEqualTo(ExitCode.OK);
    assertThat(lines())
        .containsExactly(
            "B4 = “100”",
            "→ 忻州市 · 固定资产投资 · 总量 · 实际 · 2025-04 年初至今累计：100 万元",
            "地区 “全市”（行标签 A4） → 忻州市 140900",
            "指标 “固定资产投资（万元）”（表头 B3） → 固定资产投资",
            "数据项 没有写明，即为总量",
            "口径 没有写明，即为实际数",
            "时期 “忻州市2025年1-4月主要指标”（标题或单位行 A1）",
            "当期或累计 由时期的写法确定",
            "单位 “固定资产投资（万元）”（表头 B3） → 万元",
            "未采用（较远或不适用）：“单位：亿元”（标题或单位行 A2） → 亿元",
            "最近的适用单位",
            "");
  }

  @Test
  void refusalIsExplainedWithItsReasonAndWhatToDo() throws IOException {
    int code = explain(REPORT, "b6", "--lang", "en");

    assertThat(code).isEqualTo(ExitCode.REJECTED);
    assertThat(lines())
        .startsWith(
            "B6 = “待核实”",
            "✗ NOT_A_NUMBER: “待核实” is no number; a number is expected here.",
            "What to do: Enter a number. If there is none, leave the cell empty or write “-” or"
                + " “…”, not words.",
            "area “定襄县” (row label A6) → Dingxiang County 140921");
  }

  @Test
  void evidenceThatDisagreesIsShownOnBothSides() throws IOException {
    explain(
        """
        2025年1-4月,
        县区,代县固定资产投资（万元）
        定襄县,5
        """,
        "B3",
        "--lang",
        "en");

    assertThat(lines())
        .anySatisfy(it -> assertThat(it).startsWith("✗ CONFLICTING_EVIDENCE"))
        .contains(
            "area “代县固定资产投资（万元）” (head B2) → Dai County 140923",
            "against it: “定襄县” (row label A3) → Dingxiang County 140921");
  }

  @Test
  void wordsThatWereNotUnderstoodAreNamed() throws IOException {
    explain(
        """
        2024年,,
        县区,行业,工业投资（亿元）
        代县,采煤一队,5
        """,
        "C3",
        "--lang",
        "zh");

    assertThat(lines())
        .anySatisfy(it -> assertThat(it).startsWith("✗ UNKNOWN_CONTEXT"))
        .contains("未读懂 “采煤一队”（行标签 B3）");
  }

  @Test
  void twoValuesForOneFigureAreExplainedAsRefused() throws IOException {
    assertThat(explain(REPORT, "B5", "--lang", "en")).isEqualTo(ExitCode.REJECTED);

    assertThat(lines().get(1)).startsWith("✗ CONTRADICTORY_VALUES").contains("40 (B5)", "41 (B7)");
  }

  @Test
  void periodOfTheFileNameIsSaidToStandThere() throws IOException {
    Path file = Files.writeString(folder.resolve("2024年.csv"), "县区,工业投资（亿元）\n代县,5\n");
    CommandLines.run(
        new PrintWriter(out),
        new PrintWriter(err),
        "inspect",
        file.toString(),
        "--explain",
        "--lang",
        "en");

    assertThat(lines())
        .contains(
            "period “2024年” (file name 2024年.csv)", "accumulation a whole year is one period");
  }

  @Test
  void withoutACellEveryFigureIsExplained() throws IOException {
    explain(REPORT, "--lang", "en");

    assertThat(lines().stream().filter(it -> it.matches("[A-Z]\\d = .*")))
        .extracting(it -> it.substring(0, 2))
        .containsExactly("B4", "C4", "B5", "C5", "B6", "C6", "B7", "C7");
  }

  @Test
  void cellThatIsNoFigureIsSaidToBeNone() throws IOException {
    assertThat(explain(REPORT, "A3", "--lang", "en")).isEqualTo(ExitCode.OK);
    assertThat(lines()).singleElement().asString().startsWith("A3 holds “县区”, which was not read");
  }

  @Test
  void cellBeyondTheFileIsEmpty() throws IOException {
    explain(REPORT, "Z99", "--lang", "en");
    assertThat(lines()).containsExactly("Z99 is empty, or not in the file.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7D", "D", "D0", "第一格"})
  void whatIsNoCellIsToldHowToWriteOne(String cell) throws IOException {
    assertThat(explain(REPORT, cell, "--lang", "en")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("write it like this: D7 or Sheet1!D7");
  }

  @Test
  void fileThatCannotBeReadSaysWhy() throws IOException {
    assertThat(explain("", "--lang", "en")).isEqualTo(ExitCode.REJECTED);
    assertThat(lines()).singleElement().asString().contains("The file holds nothing");
  }

  @Test
  void figureThatCannotBeIsExplainedAsRefused() throws IOException {
    int code = explain("县区,2025年4月末金融机构本外币存款余额（亿元）\n代县,-5\n", "B2", "--lang", "en");

    assertThat(code).isEqualTo(ExitCode.REJECTED);
    assertThat(out.toString()).contains("✗ NEGATIVE_VALUE").doesNotContain("→ Dai County ·");
  }
}
