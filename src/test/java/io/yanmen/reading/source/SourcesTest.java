package io.yanmen.reading.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yanmen.model.Frequency;
import io.yanmen.model.Language;
import io.yanmen.reading.interpret.SourceHints;
import io.yanmen.reading.interpret.head.HeaderRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Source files are checked at the start: file, line, what was found, what is expected. */
class SourcesTest {
  private final Path folder;

  SourcesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private void write(String name, String... lines) throws IOException {
    Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  @Test
  void reportingDutyIsRead() throws IOException {
    write(
        "fanshi.yaml",
        "code: fanshi",
        "reports: {frequency: quarterly, due-days: 15, areas: [140924], since: 2025-04}");

    assertThat(Sources.read(folder).find("fanshi").orElseThrow().reports())
        .contains(
            new ReportingDuty(
                Frequency.Q, 15, List.of("140924"), Optional.empty(), LocalDate.of(2025, 4, 1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{frequency: weekly, due-days: 2, areas: [140924], since: 2025-01} | weekly",
        "{frequency: monthly, due-days: 400, areas: [140924], since: 2025-01} | 366",
        "{frequency: monthly, due-days: 2, since: 2025-01} | children-of",
        "{frequency: monthly, due-days: 2, areas: [140924], since: May} | May",
        "{frequency: monthly, due-days: 2, areas: [149999], since: 2025-01} | 149999",
        "{frequency: monthly, due-days: 2, children-of: 149999, since: 2025-01} | 149999",
      })
  void mistakeInAReportingDutyIsNamedWithItsLine(String reports, String named) throws IOException {
    write("fanshi.yaml", "code: fanshi", "reports: " + reports);

    assertThatThrownBy(() -> Sources.read(folder))
        .isInstanceOf(SourceFileException.class)
        .hasMessageContaining("fanshi.yaml:2:")
        .hasMessageContaining(named);
  }

  @Test
  void everyHintIsRead() throws IOException {
    write(
        "fanshi.yaml",
        "code: fanshi",
        "folder: /繁峙县/",
        "hints:",
        "  area: 140924",
        "  indicator: 原煤产量",
        "  unit: 万吨",
        "  period: 2025年1-4月",
        "  measure: level",
        "  scenario: actual",
        "  accumulation: ytd",
        "  header-rows: 3-4",
        "  sheets: [汇总]",
        "  skip-sheets: [说明]",
        "  ignore-columns: [排序]",
        "  hidden: refuse");

    Source source = Sources.read(folder).find("fanshi").orElseThrow();

    assertThat(source.folder()).isEqualTo("繁峙县");
    assertThat(source.hints())
        .isEqualTo(
            new SourceHints(
                Optional.of("140924"),
                Optional.of("原煤产量"),
                Optional.of("万吨"),
                Optional.of("2025年1-4月"),
                Optional.of("level"),
                Optional.of("actual"),
                Optional.of("ytd"),
                Optional.of(new HeaderRows(3, 4)),
                java.util.List.of("汇总"),
                java.util.List.of("说明"),
                java.util.List.of("排序"),
                true));
  }

  @Test
  void aBareCodeIsEnough() throws IOException {
    write("a.yml", "code: a");

    assertThat(Sources.read(folder).find("a").orElseThrow().hints()).isEqualTo(SourceHints.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          codes: x                  | 1 | there is no “codes”; here may stand: code, name, folder, priority, tolerated-share, hints
          name: {zh: 某局}           | 1 | “code” is missing. Add it, for example code: fanshi.
          code: Fan Shi             | 1 | code: “Fan Shi” is not written as expected; write it like this: fanshi.
          code: 7                   | 1 | code: “7” is a whole number; text is expected.
          code: a, folder: ../x     | 1 | folder: “../x” is not written as expected; write it like this: 繁峙县.
          code: a, priority: 1.5    | 1 | priority: “1.5” is a number; a whole number is expected.
          code: a, tolerated-share: 5 | 1 | tolerated-share: “5” is out of range; from 0 to 1 is expected.
          code: a, hints: 代县      | 1 | hints: “代县” is text; a group of settings is expected.
          code: a, hints: {measure: growth} | 1 | hints.measure: “growth” is none of the choices; take one of these: level, yoy,
          code: a, hints: {scenario: plan}  | 1 | hints.scenario: “plan” is none of the choices; take one of these: actual, target, forecast.
          code: a, hints: {accumulation: 累计} | 1 | hints.accumulation: “累计” is none of the choices; take one of these: period, ytd.
          code: a, hints: {hidden: skip} | 1 | hints.hidden: “skip” is none of the choices; take one of these: read, refuse.
          code: a, hints: {header-rows: 三} | 1 | hints.header-rows: “三” is not written as expected; write it like this: 3-4.
          code: a, hints: {header-rows: 0}  | 1 | hints.header-rows: “0” is out of range; from 1 to 1048576 is expected.
          code: a, hints: {period: 2025.1}  | 1 | hints.period: “2025.1” is a number; text or a whole number is expected.
          code: a, hints: {sheets: 汇总}    | 1 | hints.sheets: “汇总” is text; a list is expected.
          code: a, hints: {skip-sheets: [1]} | 1 | hints.skip-sheets.0: “1” is a whole number; text is expected.
          code: a, hints: {area: 代具}      | 1 | hints.area: “代具” is not the one name of anything in the catalogue; near: 代县 140923
          code: a, hints: {area: 鼓楼区}    | 1 | hints.area: “鼓楼区” is not the one name of anything in the catalogue; near: 鼓楼区 320106
          code: a, hints: {indicator: 煤}   | 1 | hints.indicator: “煤” is not the one name of anything in the catalogue. Use an official name
          code: a, hints: {unit: 万圆整}    | 1 | hints.unit: “万圆整” is not the one name of anything in the catalogue. Use an official name
          code: a, hints: {period: 去年}    | 1 | hints.period: “去年” is not the one name of anything in the catalogue. Use an official name
          code: a, code: b          | 1 | no valid YAML: Duplicate field 'code'
          code: [a                  | 1 | no valid YAML: while parsing a flow sequence, expected ',' or ']', but got <stream end>. Check
          """)
  void whatIsWrongIsNamedWithItsLineAndWhatToDo(String yaml, int line, String message)
      throws IOException {
    boolean broken = yaml.startsWith("code: [");
    write("bad.yaml", broken ? yaml : "{" + yaml + "}");

    assertThatThrownBy(() -> Sources.read(folder))
        .isInstanceOf(SourceFileException.class)
        .message()
        .startsWith(folder.resolve("bad.yaml") + ":" + line + ": " + message);
  }

  @Test
  void everyProblemOfEveryFileIsToldAtOnceInBothLanguages() throws IOException {
    write("a.yaml", "code: a", "hints:", "  # a remark", "  masure: yoy", "  area: 代具");
    write("b.yaml", "", "code: b", "priority: high");

    assertThatThrownBy(() -> Sources.read(folder))
        .asInstanceOf(InstanceOfAssertFactories.type(SourceFileException.class))
        .extracting(it -> it.in(Language.ZH).lines().toList())
        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .satisfiesExactly(
            it ->
                assertThat(it)
                    .startsWith(folder.resolve("a.yaml") + ":4：hints：没有“masure”这一项；这里可以有：area"),
            it ->
                assertThat(it)
                    .isEqualTo(folder.resolve("b.yaml") + ":3：priority：“high”是文字，这里应当是整数。"));
  }

  @Test
  void twoSourcesMayNotShareACodeOrAFolder() throws IOException {
    write("a.yaml", "code: a", "folder: x");
    write("b.yaml", "code: a", "folder: y");
    write("c.yaml", "code: c", "", "folder: x");

    assertThatThrownBy(() -> Sources.read(folder))
        .hasMessage(
            folder.resolve("b.yaml")
                + ":1: code: “a” belongs to the source “a” already."
                + " Choose another, or make one file of the two.\n"
                + folder.resolve("c.yaml")
                + ":3: folder: “x” belongs to the source “a” already."
                + " Choose another, or make one file of the two.");
  }

  @Test
  void anEmptyFileIsToldWhatItNeeds() throws IOException {
    write("empty.yaml", "# nothing yet");

    assertThatThrownBy(() -> Sources.read(folder))
        .isInstanceOf(SourceFileException.class)
        .hasMessage(
            folder.resolve("empty.yaml")
                + ": “code” is missing. Add it, for example code: fanshi.");
  }
}
