package io.yanmen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.reading.interpret.SourceHints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Notes beneath a table and the words in its corner: what they say of the figures is understood, or
 * refuses them.
 */
class NotesAndCornersTest {
  private static final String TITLE = "忻州市2025年1-4月主要指标\n";
  private static final String TABLE = TITLE + "县区 | 固定资产投资（万元）\n代县 | 10\n";
  private static final String FIGURE =
      "B3 140923 fixed_asset_investment level actual M ytd 2025-04 10 exact";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "注：本表金额单位为亿元。",
        "注：本表不含农户投资。",
        "注：本表为2025年1-3月数据。",
        "注：数据为繁峙县数据。",
        "说明：本表数据为计划数。",
        "注：固定资产投资为预计数。",
        "注：本表为快报数；本表数据为当月数。",
        "注：1.本表为上年同期数。",
        "备注：以上数据按2020年价格计算。",
        "本表统计范围为城镇"
      })
  void noteThatMakesTheFiguresOthersRefusesThem(String note) {
    assertThat(TableText.read(TABLE + note).observations()).isEmpty();
    assertThat(TableText.read(TABLE + "\n" + note).rejections()).hasSize(1);
    assertThat(TableText.read(note + "\n" + TABLE).observations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "注：1.数据由统计局提供。\n2.代县不含开发区",
        "注：本表为快报数。\n（1）数据由统计局提供。\n（2）代县不含开发区",
        "注：\n1. 代县不含开发区",
        "数据来源：忻州市统计局\n  2. 代县不含开发区",
        "1.代县不含开发区",
        "（1）代县不含开发区",
        "1．代县不含开发区\n2．仅供参考",
        "1、代县不含开发区"
      })
  void aNumberedLineBeneathATableIsANoteHoweverShort(String notes) {
    assertThat(TableText.read(TABLE + notes).observations()).isEmpty();
    assertThat(TableText.read(TABLE + "\n" + notes).rejections()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "注：本表为快报数。\n1.数据由统计局提供。\n2.仅供参考",
        "1. 仅供参考",
        "繁峙县 |\n（1）仅供参考",
      })
  void aNumberedLineThatChangesNothingRefusesNothing(String notes) {
    assertThat(TableText.read(TABLE + notes).observations()).containsExactly(FIGURE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "注：本表金额单位为万元。",
        "注：本表为快报数，最终数据以年报为准。",
        "数据来源：忻州市统计局",
        "注：部分数据因四舍五入，存在总计与分项合计不等的情况。",
        "说明：本表数据由各部门报送，未经评估。",
        "注：“—”表示未公布。",
        "注：1.本表为2025年1-4月数据。2.仅供参考",
        "忻州市统计局 2025年5月12日",
        "填表人：张三 | 审核人：李四"
      })
  void noteThatChangesNothingRefusesNothing(String note) {
    assertThat(TableText.read(TABLE + note).observations()).containsExactly(FIGURE);
    assertThat(TableText.read(TABLE + "\n" + note).observations()).containsExactly(FIGURE);
  }

  @Test
  void noteGivesTheUnitThatHeadsLack() {
    TableText table = TableText.read(TITLE + "县区 | 固定资产投资\n代县 | 10\n注：本表金额单位为万元。");
    assertThat(table.observations()).containsExactly(FIGURE);
  }

  @Test
  void unitInANoteMustBeThatOfTheRows() {
    TableText table = TableText.read(TITLE + "指标 | 单位 | 1-4月\n固定资产投资 | 万元 | 10\n注：本表金额单位为亿元。");
    assertThat(table.rejections()).containsExactly("C3 CONFLICTING_EVIDENCE");
  }

  @Test
  void noteOfTheSecondTableIsNotOfTheFirst() {
    TableText table = TableText.read(TABLE + "\n" + TABLE + "注：本表不含农户投资。");
    assertThat(table.observations()).containsExactly(FIGURE);
    assertThat(table.rejections()).containsExactly("B7 UNKNOWN_CONTEXT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"城镇", "工业", "增速", "预计", "2024年", "繁峙县", "当月", "上年同期", "规模以上", "本级", "市区", "镇区"})
  void wordInTheCornerRefuses(String corner) {
    String row = " | 固定资产投资（万元） | 税收收入（万元）\n代县 | 10 | 8\n";
    assertThat(TableText.read(TITLE + corner + row).observations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "县区", "地区", "县（市、区）", "县区/指标", "指标  地区", "各县区", "单位：万元", "", "区", "地州市", "各县（区）", "市、州"
      })
  void wordForWhatTheLabelsAreRefusesNothing(String corner) {
    String row = " | 固定资产投资（万元） | 税收收入（万元）\n代县 | 10 | 8\n";
    assertThat(TableText.read(TITLE + corner + row).observations()).hasSize(2);
  }

  @Test
  void cornerOfTwoRowsIsOneWord() {
    TableText table = TableText.read(TITLE + "指标 | 计量 | 1-4月\n | 单位 | \n固定资产投资 | 万元 | 10\n");
    assertThat(table.observations()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"房地产业固定资产投资", "工业投资", "国有固定资产投资"})
  void headThatNamesTheWholeBelowATitleOfAPartIsRefused(String title) {
    TableText table = TableText.read("忻州市2025年1-4月" + title + "情况\n县区 | 固定资产投资（万元）\n代县 | 10\n");
    assertThat(table.rejections()).containsExactly("B3 CONFLICTING_EVIDENCE");
  }

  @Test
  void partInTheTitleCountsWhereNoHeadNamesTheWhole() {
    TableText table = TableText.read("忻州市2025年1-4月房地产业固定资产投资情况\n县区 | 万元\n代县 | 10\n");
    assertThat(table.observations())
        .containsExactly(
            "B3 140923 fixed_asset_investment×activity:K level actual M ytd 2025-04 10 exact");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025E", "2025年E", "forecast", "（十五五）"})
  void letterBehindAYearAndPlansInNamesAreNoNumbering(String name) {
    assertThat(
            TableText.read(TABLE, "忻州市" + name + "指标.xlsx", name, SourceHints.NONE, true)
                .observations())
        .noneMatch(FIGURE::equals);
  }

  @Test
  void yearWithALetterIsForecastAndLeavesTheOthersAsTheyAre() {
    TableText table = TableText.read("代县主要指标\n指标 | 2023年 | 2024年 | 2025E\n税收收入（万元） | 5 | 6 | 7\n");
    assertThat(table.observations())
        .containsExactly(
            "B3 140923 tax_revenue level actual A period 2023 5 exact",
            "C3 140923 tax_revenue level actual A period 2024 6 exact",
            "D3 140923 tax_revenue level forecast A period 2025 7 exact");
  }

  @Test
  void wordsForTimeThatStandOneBelowTheOtherMustBeOfOneTime() {
    String table = "代县2025年主要指标\n指标 | 单位 | %s\n^ | ^ | %s\n税收收入 | 万元 | 5\n";
    assertThat(TableText.read(table.formatted("1-4月", "1-3月")).observations()).isEmpty();
    assertThat(TableText.read(table.formatted("第20周", "1-3月")).observations()).isEmpty();
    assertThat(TableText.read(table.formatted("一季度", "1-3月")).observations()).hasSize(1);
    assertThat(TableText.read(table.formatted("1-4月", "4月")).observations()).hasSize(1);
  }

  @Test
  void unitsBesideARowAndAboveAColumnMustBeOne() {
    String table = "代县2025年主要指标\n指标 | 单位 | 1-4月（%s）\n税收收入 | 万元 | 5\n";
    assertThat(TableText.read(table.formatted("万美元")).rejections())
        .containsExactly("C3 AMBIGUOUS_UNIT");
    assertThat(TableText.read(table.formatted("万元")).observations()).hasSize(1);
  }

  @Test
  void headingThatIsAPartOfTheIndicatorBelowIsRefused() {
    String table = "县区 | %s（万元）\n代县 | 10\n";
    String title = "忻州市2025年1-4月工业主要指标\n";
    assertThat(TableText.read(title + table.formatted("固定资产投资")).rejections())
        .containsExactly("B3 UNKNOWN_CONTEXT");
    assertThat(TableText.read(title + table.formatted("工业投资")).observations()).hasSize(1);
  }
}
