package io.yanmen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.reading.interpret.SourceHints;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that stand around a table refuse its figures, or change nothing. */
class TitleWordsTest {
  private static final String TABLE =
      """
      %s
      县区 | 固定资产投资（万元）
      代县 | 10
      """;
  private static final String FIGURE =
      "B3 140923 fixed_asset_investment level actual M ytd 2025-04 10 exact";

  @ParameterizedTest
  @ValueSource(strings = {"城镇", "限额以下", "库存", "测算", "两年平均", "本级", "环比", "不含铁路", "新口径"})
  void wordThatMayMeanSomethingRefusesWhereverItStands(String word) {
    String title = "忻州市2025年1-4月主要指标";
    assertThat(read(title.replace("主要", word + "主要"), "a.xlsx", "Sheet1").observations()).isEmpty();
    assertThat(read(title, "忻州市" + word + "指标.xlsx", "Sheet1").observations()).isEmpty();
    assertThat(read(title, "a.xlsx", word).observations()).isEmpty();
    assertThat(read(title, "a.xlsx", word).rejections()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"情况", "统计表", "监测表（二）", "完成情况通报", "及增速", "一览表 内部资料 注意保存"})
  void wordThatChangesNothingRefusesNothing(String word) {
    assertThat(read("忻州市2025年1-4月主要指标" + word, "a.xlsx", "Sheet1").observations())
        .containsExactly(FIGURE);
    assertThat(read("忻州市2025年1-4月主要指标", "忻州市指标" + word + ".xlsx", "Sheet1").observations())
        .containsExactly(FIGURE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"各县（区）", "各区", "分县（区、市）", "各地州市", "各市（州）"})
  void everyAreaOfALevelChangesNothing(String word) {
    assertThat(read("忻州市2025年1-4月" + word + "主要指标", "a.xlsx", "Sheet1").observations())
        .containsExactly(FIGURE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"各市区", "各镇区", "各县城"})
  void partsOfAreasAreNoAreas(String word) {
    assertThat(read("忻州市2025年1-4月" + word + "主要指标", "a.xlsx", "Sheet1").observations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2025年下半年忻州市主要指标, B3 UNSUPPORTED_PERIOD",
    "2021-2025年忻州市主要指标, B3 UNSUPPORTED_PERIOD",
    "代县上馆镇2025年1-4月主要指标, B3 UNKNOWN_AREA",
    "忻州市2025年1-4月城镇主要指标, B3 UNKNOWN_CONTEXT",
    "忻州市2025年1-4月占比主要指标, B3 NO_UNIT",
    "忻州市2025年1-4月位次主要指标, B3 AMBIGUOUS_MEASURE",
    "忻州市2025年1-4月当月主要指标, B3 CONFLICTING_EVIDENCE"
  })
  void refusalSaysWhatTheWordsShouldHaveBeen(String title, String refusal) {
    assertThat(read(title, "a.xlsx", "Sheet1").rejections()).containsExactly(refusal);
  }

  @Test
  void measureOfATitleBesideColumnsThatSayTheirsChangesNothing() {
    TableText table =
        TableText.read(
            """
            忻州市2025年1-4月主要指标位次
            县区 | 固定资产投资（万元） | 位次
            代县 | 10 | 2
            """);
    assertThat(table.observations())
        .containsExactly(
            FIGURE, "C3 140923 fixed_asset_investment@140900 rank actual M ytd 2025-04 2 exact");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4月当月", "当月", "四月份当月数"})
  void monthAloneInAFileNameContradictsATitleOfMonths(String name) {
    assertThat(read("忻州市2025年1-4月主要指标", name + ".xlsx", "Sheet1").rejections())
        .containsExactly("B3 CONFLICTING_EVIDENCE");
    assertThat(read("忻州市2025年4月主要指标", name + ".xlsx", "Sheet1").observations()).hasSize(1);
  }

  @Test
  void spanOfYearsIsDividedByTheColumnsBelow() {
    TableText table =
        TableText.read(
            """
            2024-2025年忻州市主要指标
            县区 | 2024年固定资产投资（万元） | 2025年固定资产投资（万元）
            代县 | 10 | 11
            """);
    assertThat(table.rejections()).isEmpty();
    assertThat(table.observations()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "忻州市, 十四县（市、区）, 1",
    "忻州市, 14个县（市、区）, 1",
    "忻州市, 十三县（市、区）, 0",
    "忻州市, 十四县, 0",
    "大同市, 十县（区）, 1",
    "大同市, 八县, 0",
    "大同市, 十四县（市、区）, 0",
    "代县, 十四县（市、区）, 0"
  })
  void numberOfCountiesChangesNothingWhereItIsThatOfAll(String area, String words, int read) {
    String drawing =
        """
        %s2025年1-4月%s主要指标
        指标 | 固定资产投资（万元）
        1-4月 | 10
        """;
    TableText table = TableText.read(drawing.formatted(area, words));
    assertThat(table.observations()).hasSize(read);
    assertThat(table.rejections()).isEqualTo(read == 1 ? List.of() : List.of("B3 UNKNOWN_CONTEXT"));
  }

  @Test
  void theAreaThatHasAsManyCountiesMayStandElsewhere() {
    assertThat(read("2025年1-4月14县（市、区）主要指标", "忻州市.xlsx", "Sheet1").observations())
        .containsExactly(FIGURE);
    assertThat(read("2025年1-4月14县（市、区）主要指标", "大同市.xlsx", "Sheet1").observations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "总第5期",
        "忻州市统计月报 总第128期",
        "2025年1-4月统计数据公布",
        "表号：X401表",
        "制表机关：忻州市统计局",
        "批准机关：国家统计局",
        "批准文号：国统制〔2024〕12号",
        "有效期至：2026年1月"
      })
  void lineOfAFormOrAPaperChangesNothing(String line) {
    assertThat(
            TableText.read("忻州市2025年1-4月主要指标\n" + line + "\n县区 | 固定资产投资（万元）\n代县 | 10\n")
                .observations())
        .containsExactly(FIGURE.replace("B3", "B4"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"新建 XLS 工作表", "新建 XLSX 工作表 (2)", "新建文本文档", "新建 Microsoft Excel 工作表 - 副本"})
  void nameThatAProgramGivesToANewFileSaysNothing(String name) {
    assertThat(read("忻州市2025年1-4月主要指标", name + ".xlsx", "Sheet1").observations())
        .containsExactly(FIGURE);
    assertThat(read("忻州市2025年1-4月主要指标", "新建投资.xlsx", "Sheet1").observations()).isEmpty();
  }

  @Test
  void fileNameMayRepeatWordsOfTheTable() {
    String title = "忻州市2025年1-4月主要指标";
    assertThat(
            TableText.read(
                    """
                    忻州市2025年1-4月主要指标
                    县区 | 固定资产投资（不含农户）（万元）
                    代县 | 10
                    """,
                    "不含农户.xlsx",
                    "Sheet1",
                    SourceHints.NONE,
                    true)
                .observations())
        .hasSize(1);
    assertThat(read(title, "不含农户.xlsx", "Sheet1").observations()).isEmpty();
  }

  @Test
  void titleOfTheFirstTableIsNotForgottenAboveALaterOneWithout() {
    TableText table =
        TableText.read(
            """
            代县上馆镇2025年1-4月主要指标
            指标 | 1-4月
            固定资产投资（万元） | 10

            单位：万元
            指标 | 1-4月
            税收收入 | 5
            """);
    assertThat(table.observations()).isEmpty();
  }

  @Test
  void sheetNamedLikeAProductSortsAndSaysNoMore() {
    String table =
        """
        忻州市2025年1-4月%s
        县区 | 1-4月（万吨）
        代县 | 10
        """;
    assertThat(
            TableText.read(table.formatted("原煤产量"), "a.xlsx", "原煤", SourceHints.NONE, true)
                .observations())
        .hasSize(1);
    assertThat(
            TableText.read(table.formatted("原煤产量"), "a.xlsx", "原煤消费", SourceHints.NONE, true)
                .observations())
        .isEmpty();
  }

  private static TableText read(String title, String file, String sheet) {
    return TableText.read(TABLE.formatted(title), file, sheet, SourceHints.NONE, true);
  }
}
