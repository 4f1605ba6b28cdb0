package io.yanmen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.model.ObservationStatus;
import io.yanmen.reading.interpret.SourceHints;
import org.junit.jupiter.api.Test;

/** The layouts that statistics offices really use, each as small as it can be. */
class TableLayoutsTest {
  @Test
  void countiesDownIndicatorsAcrossWithTwoRowHeader() {
    TableText table =
        TableText.read(
            """
            忻州市2025年1-4月各县（市、区）主要经济指标 | < | <
             | | 单位：万元、%
            县（市、区） | 固定资产投资 | <
            ^ | 本月止累计 | 同比增长(%)
            全市 | 100 | 5.1
            代　县 | 40 | -2
            注：本表为快报数。
            """);

    assertThat(table.observations())
        .containsExactly(
            "B5 140900 fixed_asset_investment level actual M ytd 2025-04 100 exact",
            "C5 140900 fixed_asset_investment yoy actual M ytd 2025-04 5.1 exact",
            "B6 140923 fixed_asset_investment level actual M ytd 2025-04 40 exact",
            "C6 140923 fixed_asset_investment yoy actual M ytd 2025-04 -2 exact");
    assertThat(table.rejections()).isEmpty();
    assertThat(table.statuses()).containsExactly(ObservationStatus.P);
  }

  @Test
  void headersWhoseMergesWereLost() {
    TableText table =
        TableText.read(
            """
            忻州市2025年1-4月主要指标
            单位：亿元
            县区 | 固定资产投资 | | 社会消费品零售总额 |
             | 累计 | 同比增长（%） | 累计 | 同比增长（%）
            代县 | 1 | 2 | 3 | 4
            """,
            "t.csv", "", SourceHints.NONE, false);

    assertThat(table.observations())
        .containsExactly(
            "B5 140923 fixed_asset_investment level actual M ytd 2025-04 10000 exact",
            "C5 140923 fixed_asset_investment yoy actual M ytd 2025-04 2 exact",
            "D5 140923 retail_sales level actual M ytd 2025-04 30000 exact",
            "E5 140923 retail_sales yoy actual M ytd 2025-04 4 exact");
  }

  @Test
  void longFormWithColumnsInAnyOrderAndLanguage() {
    TableText table =
        TableText.read(
            """
            value | period | area | unit | indicator
            12 | 2025-04 | Xinzhou | MW | wind power capacity
            """);

    assertThat(table.observations())
        .containsExactly("A2 140900 power_capacity_wind level actual M period 2025-04 1.2 exact");
  }

  @Test
  void indicatorsDownCountiesAcross() {
    TableText table =
        TableText.read(
            """
            2025年一季度忻州市各县主要指标
            指标 | 单位 | 代县 | 繁峙县
            地区生产总值 | 亿元 | 10 | 20
            增长 | % | 5 | 6
            """);

    assertThat(table.observations())
        .containsExactly(
            "C3 140923 gdp level actual Q ytd 2025-Q1 100000 exact",
            "D3 140924 gdp level actual Q ytd 2025-Q1 200000 exact",
            "C4 140923 gdp yoy actual Q ytd 2025-Q1 5 exact",
            "D4 140924 gdp yoy actual Q ytd 2025-Q1 6 exact");
  }

  @Test
  void monthsAcrossAreSingleMonths() {
    TableText table =
        TableText.read(
            """
            2025年各县（市、区）原煤产量（万吨）
            县区 | 1月 | 2月
            河曲县 | 10 | 11
            """);

    assertThat(table.observations())
        .containsExactly(
            "B3 140930 raw_coal_output level actual M period 2025-01 10 exact",
            "C3 140930 raw_coal_output level actual M period 2025-02 11 exact");
  }

  @Test
  void labelsMergedOverPairsOfRows() {
    TableText named =
        TableText.read(
            """
            2025年4月忻州市煤炭生产
            县区 | 时段 | 原煤产量（万吨）
            代县 | 当月 | 5
            ^ | 累计 | 20
            """);
    assertThat(named.observations())
        .containsExactly(
            "C3 140923 raw_coal_output level actual M period 2025-04 5 exact",
            "C4 140923 raw_coal_output level actual M ytd 2025-04 20 exact");
  }

  @Test
  void targetsActualsAndProgressSideBySide() {
    TableText table =
        TableText.read(
            """
            2025年1-4月忻州市目标完成情况
            县区 | 固定资产投资（亿元） | < | <
            ^ | 年度目标 | 实际完成 | 完成目标进度（%）
            代县 | 50以上 | 12 | 24%
            """);

    assertThat(table.observations())
        .containsExactly(
            "B4 140923 fixed_asset_investment level target A period 2025 500000 at_least",
            "C4 140923 fixed_asset_investment level actual M ytd 2025-04 120000 exact",
            "D4 140923 fixed_asset_investment progress actual M ytd 2025-04 24 exact");
  }

  @Test
  void ranksAreTakenByWhatStandsBeforeThem() {
    TableText table =
        TableText.read(
            """
            2025年一季度忻州市主要指标在全省位次
            指标 | 单位 | 总量 | 位次 | 同比增长（%） | 位次
            地区生产总值 | 亿元 | 300 | 8 | 5.7 | 11
            """);

    assertThat(table.observations())
        .containsExactly(
            "C3 140900 gdp level actual Q ytd 2025-Q1 3000000 exact",
            "D3 140900 gdp@140000 rank actual Q ytd 2025-Q1 8 exact",
            "E3 140900 gdp yoy actual Q ytd 2025-Q1 5.7 exact",
            "F3 140900 gdp@140000 yoy_rank actual Q ytd 2025-Q1 11 exact");
  }

  @Test
  void aRankAfterLevelAndGrowthCannotBeTold() {
    TableText table =
        TableText.read(
            """
            2025年一季度忻州市主要指标
            指标 | 单位 | 总量 | 同比增长（%） | 位次
            地区生产总值 | 亿元 | 300 | 5.7 | 11
            """);

    assertThat(table.rejections()).containsExactly("E3 AMBIGUOUS_MEASURE");
  }

  @Test
  void severalTablesBelowEachOther() {
    TableText table =
        TableText.read(
            """
            忻州市2025年1-4月经济运行情况

            原煤产量
            单位：万吨
            县区 | 累计
            代县 | 5

            固定资产投资
            单位：亿元
            县区 | 累计
            代县 | 7
            """);

    assertThat(table.observations())
        .containsExactly(
            "B6 140923 raw_coal_output level actual M ytd 2025-04 5 exact",
            "B11 140923 fixed_asset_investment level actual M ytd 2025-04 70000 exact");
  }

  @Test
  void tablesSideBySide() {
    TableText table =
        TableText.read(
            """
            忻州市2025年1-4月固定资产投资（亿元）
            县区 | 累计 | | 县区 | 累计
            代县 | 5 | | 繁峙县 | 6
            """);

    assertThat(table.observations())
        .containsExactly(
            "B3 140923 fixed_asset_investment level actual M ytd 2025-04 50000 exact",
            "E3 140924 fixed_asset_investment level actual M ytd 2025-04 60000 exact");
  }

  @Test
  void periodsAsDateCells() {
    TableText table =
        TableText.read(
            """
            忻州市风电装机容量（万千瓦）
            时间 | 代县
            #date:2025-03 | 12
            #date:2025-04 | 13
            """);

    assertThat(table.observations())
        .containsExactly(
            "B3 140923 power_capacity_wind level actual M period 2025-03 12 exact",
            "B4 140923 power_capacity_wind level actual M period 2025-04 13 exact");
  }

  @Test
  void lastYearsColumnBelongsToTheYearBefore() {
    TableText table =
        TableText.read(
            """
            2025年1-4月忻州市固定资产投资（亿元）
            县区 | 累计 | 上年同期 | 同比增长%
            代县 | 5 | 4 | 25
            """);

    assertThat(table.observations())
        .containsExactly(
            "B3 140923 fixed_asset_investment level actual M ytd 2025-04 50000 exact",
            "C3 140923 fixed_asset_investment level actual M ytd 2024-04 40000 exact",
            "D3 140923 fixed_asset_investment yoy actual M ytd 2025-04 25 exact");
  }

  @Test
  void fileNameGivesPeriodAndAreaOnly() {
    TableText table =
        TableText.read(
            """
            指标 | 单位 | 累计
            固定资产投资 | 亿元 | 5
            """,
            "代县2025年1-4月固定资产投资.xlsx",
            "Sheet1",
            SourceHints.NONE,
            true);

    assertThat(table.observations())
        .containsExactly("C2 140923 fixed_asset_investment level actual M ytd 2025-04 50000 exact");
  }

  @Test
  void aHintCountsMoreThanTheTable() {
    SourceHints hints = Hints.of("{area: 繁峙县, unit: 亿元, period: 2025年1-4月}");
    TableText table =
        TableText.read(
            """
            指标 | 数值
            固定资产投资 | 5
            """,
            "t.csv",
            "",
            hints,
            false);

    assertThat(table.observations())
        .containsExactly("B2 140924 fixed_asset_investment level actual M ytd 2025-04 50000 exact");
  }

  @Test
  void percentFormatsInAGrowthColumn() {
    TableText table =
        TableText.read(
            """
            忻州市2025年1-4月固定资产投资
            县区 | 同比增长
            代县 | 0.081%%
            """);

    assertThat(table.observations())
        .containsExactly("B3 140923 fixed_asset_investment yoy actual M ytd 2025-04 8.1 exact");
  }

  @Test
  void aTargetOfTheYearNamedInItsHead() {
    TableText table =
        TableText.read(
            """
            忻州市主要目标任务分解表
            序号 | 指标 | 计量单位 | 2025年目标 | 备注
            1 | 工业投资同比增长 | % | 8以上 | 市发改委牵头
            2 | 信贷资金增量 | 亿元 | 280 |
            """);

    assertThat(table.observations())
        .containsExactly(
            "D3 140900 industrial_investment yoy target A period 2025 8 at_least",
            "D4 140900 bank_credit increment target A period 2025 2800000 exact");
  }

  @Test
  void monthsInTheFileNameDoNotDoubtMonthsInTheHeads() {
    TableText table =
        TableText.read(
            """
            2025年各县原煤产量（万吨）
            县区 | 1月 | 2月
            代县 | 3 | 4
            """,
            "2025年1-2月原煤产量.csv",
            "",
            SourceHints.NONE,
            false);

    assertThat(table.observations()).hasSize(2);
  }

  @Test
  void aColumnThatTheSourceIgnoresIsNotRead() {
    SourceHints hints = Hints.of("ignore-columns: [内部 评分]");
    TableText table =
        TableText.read(
            """
            2024年
            县区 | 内部评分 | 地区生产总值（亿元）
            代县 | 7 | 5
            """,
            "t.xlsx",
            "Sheet1",
            hints,
            true);

    assertThat(table.rejections()).isEmpty();
    assertThat(table.observations()).hasSize(1);
  }

  @Test
  void figureThatHappensToBeTheCodeOfAnAreaIsAFigure() {
    TableText table =
        TableText.read(
            """
            忻州市主要指标
            指标 | 2024年 | 2025年
            社会消费品零售额（万元） | 306040 | 211404
            """);

    assertThat(table.observations())
        .containsExactly(
            "B3 140900 retail_sales level actual A period 2024 306040 exact",
            "C3 140900 retail_sales level actual A period 2025 211404 exact");
  }
}
