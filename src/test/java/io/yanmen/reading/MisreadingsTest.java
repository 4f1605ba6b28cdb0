package io.yanmen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tables that were once misread, or refused without need: one row for each, with all that must come
 * of it in the order of the cells.
 */
class MisreadingsTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource({"heads", "lines", "spans", "names", "values"})
  void isReadAsAStatisticianReadsIt(String rule, String drawing, String expected) {
    TableText table = TableText.read(drawing);
    Stream<String> found =
        Stream.concat(
            table.observations().stream().map(o -> o.replace(" exact", "")),
            table.rejections().stream());

    assertThat(found).containsExactlyInAnyOrder(expected.strip().split("\n"));
  }

  static Stream<Arguments> heads() {
    return Stream.of(
        Arguments.of(
            "a heading that the name of an indicator holds already makes it no part of itself",
            """
            忻州市2025年1-4月主要指标
            县区 | 工业 | <
            ^ | 规模以上工业增加值增长（%） | 规模以上工业企业数（个）
            代县 | 5 | 30
            """,
            """
            B4 140923 industry_value_added yoy actual M ytd 2025-04 5
            C4 UNKNOWN_INDICATOR
            """),
        Arguments.of(
            "but one that says more than the name does is something else",
            """
            忻州市2025年1-4月主要指标
            县区 | 全部工业
            ^ | 规模以上工业增加值增长（%）
            代县 | 5
            """,
            """
            B4 UNKNOWN_CONTEXT
            """),
        Arguments.of(
            "a growth belongs to the indicator before it",
            """
            忻州市2025年1-4月主要指标
            县区 | 固定资产投资（万元） | 增长（%） | 税收收入（万元） | 增长（%）
            代县 | 10 | 1.1 | 20 | 2.2
            """,
            """
            B3 140923 fixed_asset_investment level actual M ytd 2025-04 10
            C3 140923 fixed_asset_investment yoy actual M ytd 2025-04 1.1
            D3 140923 tax_revenue level actual M ytd 2025-04 20
            E3 140923 tax_revenue yoy actual M ytd 2025-04 2.2
            """),
        Arguments.of(
            "a sign with percent beside a level is its growth, and so is what is compared with 同期",
            """
            忻州市2025年1-4月主要指标
            县区 | 固定资产投资（万元） | ±% | 税收收入（万元） | 比同期增长（%） | 工业投资（万元） | +-（%）
            代县 | 10 | 1.1 | 20 | 2.2 | 30 | 3.3
            """,
            """
            B3 140923 fixed_asset_investment level actual M ytd 2025-04 10
            C3 140923 fixed_asset_investment yoy actual M ytd 2025-04 1.1
            D3 140923 tax_revenue level actual M ytd 2025-04 20
            E3 140923 tax_revenue yoy actual M ytd 2025-04 2.2
            F3 140923 industrial_investment level actual M ytd 2025-04 30
            G3 140923 industrial_investment yoy actual M ytd 2025-04 3.3
            """),
        Arguments.of(
            "a sign without a unit may be an amount",
            """
            忻州市2025年1-4月主要指标
            县区 | 固定资产投资（万元） | ± | 较疫情前同期增长（%）
            代县 | 10 | 1.1 | 2
            """,
            """
            B3 140923 fixed_asset_investment level actual M ytd 2025-04 10
            C3 AMBIGUOUS_MEASURE
            D3 UNKNOWN_INDICATOR
            """),
        Arguments.of(
            "a growth after two indicators may be of either",
            """
            忻州市2025年1-4月固定资产投资
            县区 | 固定资产投资（万元） | 工业投资（万元） | 增长（%）
            代县 | 10 | 5 | 3
            """,
            """
            B3 140923 fixed_asset_investment level actual M ytd 2025-04 10
            C3 140923 industrial_investment level actual M ytd 2025-04 5
            D3 CONFLICTING_EVIDENCE
            """),
        Arguments.of(
            "a level below a title of growth is a level",
            """
            2025年1-4月忻州市固定资产投资增速情况
            单位：万元、%
            县区 | 累计 | 增速
            代县 | 5 | 1
            """,
            """
            B4 140923 fixed_asset_investment level actual M ytd 2025-04 5
            C4 140923 fixed_asset_investment yoy actual M ytd 2025-04 1
            """),
        Arguments.of(
            "a table of ranks shows the figures that it ranks",
            """
            2025年1-4月忻州市固定资产投资增速排名
            排名 | 县区 | 固定资产投资（万元） | 增速（%）
            1 | 代县 | 5 | 9
            """,
            """
            A3 AMBIGUOUS_MEASURE
            C3 140923 fixed_asset_investment level actual M ytd 2025-04 5
            D3 140923 fixed_asset_investment yoy actual M ytd 2025-04 9
            """),
        Arguments.of(
            "a rank before growths is a rank by growth",
            """
            忻州市2025年1-4月固定资产投资
            排名 | 县区 | 固定资产投资增速（%）
            1 | 代县 | 9
            """,
            """
            A3 140923 fixed_asset_investment@140900 yoy_rank actual M ytd 2025-04 1
            C3 140923 fixed_asset_investment yoy actual M ytd 2025-04 9
            """),
        Arguments.of(
            "合计 beside parts of an indicator is no area",
            """
            2023年忻州市各县地区生产总值
            县区 | 地区生产总值（亿元） | < | 增长（%） | <
            ^ | 合计 | 第一产业 | 合计 | 第一产业
            代县 | 10 | 1 | 3.3 | 1.1
            """,
            """
            B4 140923 gdp level actual A period 2023 100000
            C4 140923 gdp_primary level actual A period 2023 10000
            D4 140923 gdp yoy actual A period 2023 3.3
            E4 140923 gdp_primary yoy actual A period 2023 1.1
            """),
        Arguments.of(
            "nor in a table of years that names no areas but in its title",
            """
            代县主要指标
            年份 | 一般公共预算收入（万元） | <
            ^ | 合计 | 税收收入
            2023 | 100 | 80
            """,
            """
            B4 140923 budget_revenue level actual A period 2023 100
            C4 140923 tax_revenue level actual A period 2023 80
            """),
        Arguments.of(
            "but beside a head that is not understood it may be one",
            """
            代县主要指标
            年份 | 一般公共预算收入（万元） | <
            ^ | 合计 | 上馆镇
            2023 | 100 | 80
            """,
            """
            B4 AMBIGUOUS_AREA
            C4 UNKNOWN_INDICATOR
            """),
        Arguments.of(
            "a growth after a target may be of the target",
            """
            忻州市经济运行情况
            指标 | 单位 | 2024年完成 | 2025年目标 | 增长%
            固定资产投资 | 万元 | 10 | 12 | 20
            """,
            """
            C3 140900 fixed_asset_investment level actual A period 2024 10
            D3 140900 fixed_asset_investment level target A period 2025 12
            E3 AMBIGUOUS_SCENARIO
            """),
        Arguments.of(
            "the unit may stand in the corner of the heads",
            """
            忻州市2025年1-4月主要指标
            单位：万元 | 固定资产投资 | 工业投资
            代县 | 10 | 5
            """,
            """
            B3 140923 fixed_asset_investment level actual M ytd 2025-04 10
            C3 140923 industrial_investment level actual M ytd 2025-04 5
            """),
        Arguments.of(
            "columns of serial numbers and codes hold no figures",
            """
            代县2025年1-4月主要指标
            指标名称 | 代码 | 计量单位 | 本月止累计
            甲 | 乙 | 丙 | 1
            固定资产投资 | 01 | 万元 | 12
            """,
            "D4 140923 fixed_asset_investment level actual M ytd 2025-04 12"));
  }

  static Stream<Arguments> lines() {
    return Stream.of(
        Arguments.of(
            "a title that names what the first row names too is no row without figures",
            """
            代县2024年固定资产投资（万元） |
            固定资产投资 | 100
            一般公共预算收入 | 20
            """,
            """
            B2 140923 fixed_asset_investment level actual A period 2024 100
            B3 140923 budget_revenue level actual A period 2024 20
            """),
        Arguments.of(
            "a line that names an area holds for the rows below it",
            """
            忻州市2025年1-4月主要指标
            指标 | 单位 | 累计
            代县 | |
            一、投资
            固定资产投资 | 万元 | 1
            二、消费
            社会消费品零售总额 | 万元 | 2
            繁峙县 | |
            固定资产投资 | 万元 | 3
            """,
            """
            C5 140923 fixed_asset_investment level actual M ytd 2025-04 1
            C7 140923 retail_sales level actual M ytd 2025-04 2
            C9 140924 fixed_asset_investment level actual M ytd 2025-04 3
            """),
        Arguments.of(
            "a line right below the heads does not hide them",
            """
            代县2025年1-4月主要指标
            指标 | 单位 | 上年同期 | 本期
            一、投资
            固定资产投资 | 万元 | 1 | 2
            """,
            """
            C4 140923 fixed_asset_investment level actual M ytd 2024-04 1
            D4 140923 fixed_asset_investment level actual M ytd 2025-04 2
            """),
        Arguments.of(
            "a line of a scope that is not understood refuses the rows below it",
            """
            代县2025年1-4月主要指标
            指标 | 单位 | 累计
            一、采煤一队 | |
            固定资产投资 | 万元 | 1
            """,
            "C4 UNKNOWN_CONTEXT"),
        Arguments.of(
            "a line that names an indicator holds for the areas below it",
            """
            忻州市2025年1-4月主要指标
            县区 | 累计 | 增长%
            固定资产投资（万元）
            代县 | 1 | 2
            税收收入（万元）
            代县 | 3 | 4
            """,
            """
            B4 140923 fixed_asset_investment level actual M ytd 2025-04 1
            C4 140923 fixed_asset_investment yoy actual M ytd 2025-04 2
            B6 140923 tax_revenue level actual M ytd 2025-04 3
            C6 140923 tax_revenue yoy actual M ytd 2025-04 4
            """),
        Arguments.of(
            "a line of a year holds for the months below it",
            """
            代县原煤产量（万吨）
            月份 | 当月
            2024年
            12月 | 1
            2025年
            1月 | 5
            """,
            """
            B4 140923 raw_coal_output level actual M period 2024-12 1
            B6 140923 raw_coal_output level actual M period 2025-01 5
            """),
        Arguments.of(
            "a growth below a name without figures is the growth of that name",
            """
            代县2025年1-4月主要指标
            指标 | 单位 | 累计
            工业投资 | 万元 | 7
            固定资产投资 | 万元 | -
            同比增长 | % | 5
            税收收入 | 万元 |
            同比增长 | % | 6
            """,
            """
            C3 140923 industrial_investment level actual M ytd 2025-04 7
            C5 140923 fixed_asset_investment yoy actual M ytd 2025-04 5
            C7 140923 tax_revenue yoy actual M ytd 2025-04 6
            """),
        Arguments.of(
            "the day of a report is no period of its figures",
            """
            代县2025年4月主要指标
            填报单位：代县统计局 | | | 2025年5月12日
            指标 | 单位 | 累计 | 增长(%)
            固定资产投资 | 万元 | 12 | 3
            """,
            """
            C4 140923 fixed_asset_investment level actual M ytd 2025-04 12
            D4 140923 fixed_asset_investment yoy actual M ytd 2025-04 3
            """));
  }

  static Stream<Arguments> spans() {
    return Stream.of(
        Arguments.of(
            "growth and progress are of the months before them, not of the title's year",
            """
            忻州市2025年主要经济指标
            指标 | 单位 | 1-4月 | 增长% | 全年目标 | 完成进度%
            固定资产投资 | 万元 | 10 | 3 | 30 | 33.3
            """,
            """
            C3 140900 fixed_asset_investment level actual M ytd 2025-04 10
            D3 140900 fixed_asset_investment yoy actual M ytd 2025-04 3
            E3 140900 fixed_asset_investment level target A period 2025 30
            F3 140900 fixed_asset_investment progress actual M ytd 2025-04 33.3
            """),
        Arguments.of(
            "growth beside two years leads to the later",
            """
            代县主要指标
            指标 | 单位 | 2025年1-4月 | 2024年1-4月 | 增长%
            固定资产投资 | 万元 | 12 | 10 | 20
            """,
            """
            C3 140923 fixed_asset_investment level actual M ytd 2025-04 12
            D3 140923 fixed_asset_investment level actual M ytd 2024-04 10
            E3 140923 fixed_asset_investment yoy actual M ytd 2025-04 20
            """),
        Arguments.of(
            "growth after 当月 and 累计 may be of either",
            """
            忻州市2025年4月主要指标
            县区 | 原煤产量当月（万吨） | 累计 | 增长（%）
            代县 | 5 | 20 | 3
            """,
            """
            B3 140923 raw_coal_output level actual M period 2025-04 5
            C3 140923 raw_coal_output level actual M ytd 2025-04 20
            D3 CONFLICTING_EVIDENCE
            """),
        Arguments.of(
            "growth after several months may be of any",
            """
            代县2025年原煤产量
            指标 | 单位 | 1月 | 2月 | 3月 | 增长%
            原煤产量 | 万吨 | 1 | 2 | 3 | 5
            """,
            """
            C3 140923 raw_coal_output level actual M period 2025-01 1
            D3 140923 raw_coal_output level actual M period 2025-02 2
            E3 140923 raw_coal_output level actual M period 2025-03 3
            F3 AMBIGUOUS_PERIOD
            """),
        Arguments.of(
            "累计 of a year that may not be over has no end",
            """
            忻州市2025年主要指标
            县区 | 固定资产投资累计（万元）
            代县 | 10
            """,
            "B3 AMBIGUOUS_PERIOD"),
        Arguments.of(
            "2016.1 between September and November is October",
            """
            忻州市风电装机容量（万千瓦）
            时间 | 代县
            2016.09 | 2
            2016.1 | 3
            2016.11 | 4
            """,
            """
            B3 140923 power_capacity_wind level actual M period 2016-09 2
            B4 140923 power_capacity_wind level actual M period 2016-10 3
            B5 140923 power_capacity_wind level actual M period 2016-11 4
            """),
        Arguments.of(
            "2016.1 is told by its neighbours across as well, in either direction of time",
            """
            风电装机容量（万千瓦）
            地区 | 2016.11 | 2016.1 | 2016.9 | 2016.2 | 2016.1 | 2015.12
            代县 | 1 | 2 | 3 | 4 | 5 | 6
            """,
            """
            B3 140923 power_capacity_wind level actual M period 2016-11 1
            C3 140923 power_capacity_wind level actual M period 2016-10 2
            D3 140923 power_capacity_wind level actual M period 2016-09 3
            E3 140923 power_capacity_wind level actual M period 2016-02 4
            F3 140923 power_capacity_wind level actual M period 2016-01 5
            G3 140923 power_capacity_wind level actual M period 2015-12 6
            """),
        Arguments.of(
            "a year that lost its merge holds until the next",
            """
            代县风电装机容量（万千瓦）
            年份 | 月份 | 数值
            2024 | 11 | 1
             | 12 | 2
            2025 | 1 | 3
            """,
            """
            C3 140923 power_capacity_wind level actual M period 2024-11 1
            C4 140923 power_capacity_wind level actual M period 2024-12 2
            C5 140923 power_capacity_wind level actual M period 2025-01 3
            """),
        Arguments.of(
            "years in Chinese numerals",
            """
            忻州市二〇二五年一至四月主要指标
            县区 | 固定资产投资（万元）
            代县 | 5
            """,
            "B3 140923 fixed_asset_investment level actual M ytd 2025-04 5"),
        Arguments.of(
            "months in digits in a title",
            """
            忻州市主要指标（2025.1-4）
            县区 | 固定资产投资（万元）
            代县 | 5
            """,
            "B3 140923 fixed_asset_investment level actual M ytd 2025-04 5"));
  }

  static Stream<Arguments> names() {
    return Stream.of(
        Arguments.of(
            "产量 below 原煤 is its output, 库存 is not",
            """
            2025年4月忻州市煤炭生产
            产品 | 单位 | 时段 | 产量 | 库存
            原煤 | 万吨 | 当月 | 5 | 9
            ^ | ^ | 累计 | 20 | 9
            """,
            """
            D3 140900 raw_coal_output level actual M period 2025-04 5
            D4 140900 raw_coal_output level actual M ytd 2025-04 20
            E3 UNKNOWN_INDICATOR
            E4 UNKNOWN_INDICATOR
            """),
        Arguments.of(
            "short names that are of one level only as provinces",
            """
            2024年
            地区 | 地区生产总值（亿元）
            吉林 | 1
            海南 | 2
            河南 | 3
            """,
            """
            B3 220000 gdp level actual A period 2024 10000
            B4 460000 gdp level actual A period 2024 20000
            B5 410000 gdp level actual A period 2024 30000
            """),
        Arguments.of(
            "one short name alone is not told apart",
            """
            2024年
            地区 | 地区生产总值（亿元）
            吉林 | 1
            """,
            "B3 AMBIGUOUS_AREA"),
        Arguments.of(
            "series named as data services name them",
            """
            指标名称 | 中国:社会消费品零售总额:累计同比 | 中国:社会消费品零售总额:当月同比(1-2月合并) | 山西:GDP:累计值
            频率 | 月 | 月 | 季
            单位 | % | % | 亿元
            指标ID | M001 | M002 | M003
            来源 | 国家统计局 | 国家统计局 | 国家统计局
            2024-03-31 | 4.7 | 3.1 | 5504
            """,
            """
            B6 100000 retail_sales yoy actual M ytd 2024-03 4.7
            C6 UNKNOWN_INDICATOR
            D6 140000 gdp level actual Q ytd 2024-Q1 55040000
            """),
        Arguments.of(
            "who published a series is no word of its figures",
            """
            指标名称 | 中国:社会消费品零售总额:当月值
            频率 | 月
            单位 | 亿元
            发布方 | 国家统计局
            2025-03 | 40940.5
            """,
            "B5 100000 retail_sales level actual M period 2025-03 409405000"),
        Arguments.of(
            "a column that numbers the rows holds no figures",
            """
             | 省份 | 年份 | 地区生产总值（亿元）
            0 | 山西省 | 2020 | 5
            1 | 山西省 | 2021 | 6
            """,
            """
            D2 140000 gdp level actual A period 2020 50000
            D3 140000 gdp level actual A period 2021 60000
            """));
  }

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(
            "a unit in brackets in the column of units is that unit",
            """
            指标名称 | 单位 | 2024年
            代县地区生产总值 | （亿元） | 1
            代县年末常住人口 | (万人) | 3
            """,
            """
            C2 140923 gdp level actual A period 2024 10000
            C3 140923 resident_population level actual A period 2024 3
            """),
        Arguments.of(
            "a footnote's mark is no digit of the figure",
            """
            忻州市2025年1-4月
            县区 | 固定资产投资（万元）
            代县 | 120①
            繁峙县 | 120²
            """,
            """
            B3 140923 fixed_asset_investment level actual M ytd 2025-04 120
            B4 NOT_A_NUMBER
            """),
        Arguments.of(
            "a figure that happens to be the code of an area is a figure",
            """
            三明市主要指标
            指标 | 2019年 | 2020年
            工业投资（亿元） | 5 | 331122
            """,
            """
            B3 350400 industrial_investment level actual A period 2019 50000
            C3 350400 industrial_investment level actual A period 2020 3311220000
            """),
        Arguments.of(
            "a figure that happens to be a year is no period of the others",
            """
            忻州市2024年
            县区 | 教师 | 学校数（所）
            代县 | 2013 | 50
            """,
            "C3 UNKNOWN_CONTEXT"),
        Arguments.of(
            "two figures in one cell are not one",
            """
            忻州市2025年1-4月
            县区 | 固定资产投资（万元）
            代县 | 120 5.1
            繁峙县 | 1 234.5
            """,
            """
            B3 NOT_A_NUMBER
            B4 140924 fixed_asset_investment level actual M ytd 2025-04 1234.5
            """),
        Arguments.of(
            "brackets are a minus where a column of changes shows it so",
            """
            忻州市2025年1-4月
            县区 | 固定资产投资（万元） | 增长（%）
            代县 | 100 | (3.2)
            繁峙县 | (90) | 4.1
            """,
            """
            B3 140923 fixed_asset_investment level actual M ytd 2025-04 100
            C3 140923 fixed_asset_investment yoy actual M ytd 2025-04 -3.2
            B4 AMBIGUOUS_VALUE
            C4 140924 fixed_asset_investment yoy actual M ytd 2025-04 4.1
            """),
        Arguments.of(
            "brackets beside minus signs are something else",
            """
            忻州市2025年1-4月
            县区 | 固定资产投资增长（%）
            代县 | (3.2)
            繁峙县 | -4.1
            """,
            """
            B3 AMBIGUOUS_VALUE
            B4 140924 fixed_asset_investment yoy actual M ytd 2025-04 -4.1
            """),
        Arguments.of(
            "人民币 beside a unit only names the currency",
            """
            忻州市2024年外贸情况
            单位：亿元
            县区 | 进出口总额（人民币）
            代县 | 10
            """,
            "B4 140923 trade_total level actual A period 2024 100000"));
  }
}
