package io.yanmen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a name means depends on what stands above it: a part of that, or an indicator of its own.
 */
class PartsAndWholesTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource({"parts", "measures"})
  void isReadAsAStatisticianReadsIt(String rule, String drawing, String expected) {
    TableText table = TableText.read(drawing);
    Stream<String> found =
        Stream.concat(
            table.observations().stream().map(o -> o.replace(" exact", "")),
            table.rejections().stream());

    assertThat(found).containsExactlyInAnyOrder(expected.strip().split("\n"));
  }

  static Stream<Arguments> parts() {
    return Stream.of(
        Arguments.of(
            "a sector below an indicator is that indicator's part",
            """
            代县2025年1-4月主要指标
            指标 | 单位 | 累计
            固定资产投资 | 万元 | 10
            其中：第一产业 | 万元 | 1
            第二产业 | 万元 | 2
            """,
            """
            C3 140923 fixed_asset_investment level actual M ytd 2025-04 10
            C4 140923 fixed_asset_investment×sector:1 level actual M ytd 2025-04 1
            C5 140923 fixed_asset_investment×sector:2 level actual M ytd 2025-04 2
            """),
        Arguments.of(
            "a part that is an older indicator is kept under that",
            """
            代县2024年主要指标
            指标 | 单位 | 2024年
            地区生产总值 | 万元 | 10
            第一产业 | 万元 | 1
            """,
            """
            C3 140923 gdp level actual A period 2024 10
            C4 140923 gdp_primary level actual A period 2024 1
            """),
        Arguments.of(
            "a sector with nothing above it is its value added",
            """
            代县2024年主要指标
            指标 | 单位 | 2024年
            第一产业 | 万元 | 1
            """,
            "C3 140923 gdp_primary level actual A period 2024 1"),
        Arguments.of(
            "growth of a part belongs to the part",
            """
            代县2025年1-4月主要指标
            指标 | 单位 | 累计
            固定资产投资 | 万元 | 10
            第一产业 | 万元 | 1
            同比增长 | % | 3
            """,
            """
            C3 140923 fixed_asset_investment level actual M ytd 2025-04 10
            C4 140923 fixed_asset_investment×sector:1 level actual M ytd 2025-04 1
            C5 140923 fixed_asset_investment×sector:1 yoy actual M ytd 2025-04 3
            """),
        Arguments.of(
            "a part that the indicator above cannot have is refused",
            """
            代县2025年1-4月主要指标
            指标 | 单位 | 累计
            国内旅游收入 | 万元 | 10
            其中：第一产业 | 万元 | 1
            """,
            """
            C3 140923 tourism_revenue level actual M ytd 2025-04 10
            C4 UNKNOWN_CONTEXT
            """),
        Arguments.of(
            "a field above an indicator that is levied on it too is its part",
            """
            代县2025年1-4月主要指标
            指标 | 单位 | 累计
            煤炭行业 | |
            税收收入 | 万元 | 10
            """,
            "C4 140923 tax_revenue×activity:COAL level actual M ytd 2025-04 10"),
        Arguments.of(
            "a sector after a part of investment may be of that part or of the whole",
            """
            代县2025年1-4月主要指标
            指标 | 单位 | 累计
            固定资产投资 | 万元 | 10
            工业投资 | 万元 | 5
            第一产业 | 万元 | 1
            """,
            """
            C3 140923 fixed_asset_investment level actual M ytd 2025-04 10
            C4 140923 industrial_investment level actual M ytd 2025-04 5
            C5 UNKNOWN_CONTEXT
            """),
        Arguments.of(
            "a sector below a name that is not known is no value added",
            """
            代县2025年1-4月主要指标
            指标 | 单位 | 累计
            绿色投资 | 万元 | 10
            第一产业 | 万元 | 1
            """,
            """
            C3 UNKNOWN_INDICATOR
            C4 UNKNOWN_INDICATOR
            """),
        Arguments.of(
            "coal below energy consumption is no output",
            """
            代县2024年主要指标
            指标 | 单位 | 2024年
            能源消费总量 | 万吨标准煤 | 8
            其中：原煤 | 万吨 | 3
            焦炭 | 万吨 | 1
            """,
            """
            C3 140923 energy_consumption level actual A period 2024 8
            C4 UNFIT_UNIT
            C5 UNKNOWN_CONTEXT
            """),
        Arguments.of(
            "coal in a list of products is output",
            """
            代县2024年主要产品产量
            产品 | 单位 | 2024年
            规模以上工业增加值 | 万元 | 9
            原煤 | 万吨 | 3
            焦炭 | 万吨 | 1
            """,
            """
            C3 140923 industry_value_added level actual A period 2024 9
            C4 140923 raw_coal_output level actual A period 2024 3
            C5 140923 coke_output level actual A period 2024 1
            """),
        Arguments.of(
            "parts in heads are of the head before them",
            """
            忻州市2025年1-4月主要指标
            县区 | 固定资产投资（万元） | 第一产业（万元） | 第二产业（万元）
            代县 | 10 | 1 | 2
            """,
            """
            B3 140923 fixed_asset_investment level actual M ytd 2025-04 10
            C3 140923 fixed_asset_investment×sector:1 level actual M ytd 2025-04 1
            D3 140923 fixed_asset_investment×sector:2 level actual M ytd 2025-04 2
            """),
        Arguments.of(
            "a line that names a part holds for the rows below it",
            """
            代县2025年1-4月主要指标
            指标 | 单位 | 累计
            一、国有企业 | |
            固定资产投资 | 万元 | 1
            税收收入 | 万元 | 2
            """,
            """
            C4 140923 fixed_asset_investment×ownership:STATE level actual M ytd 2025-04 1
            C5 UNKNOWN_CONTEXT
            """),
        Arguments.of(
            "one part at a time",
            """
            代县2025年1-4月主要指标
            指标 | 单位 | 累计
            一、国有企业 | |
            采矿业固定资产投资 | 万元 | 1
            """,
            "C4 CONFLICTING_EVIDENCE"),
        Arguments.of(
            "a part written before its indicator",
            """
            代县2025年1-4月主要指标
            指标 | 单位 | 累计
            采矿业固定资产投资 | 万元 | 1
            """,
            "C3 140923 fixed_asset_investment×activity:B level actual M ytd 2025-04 1"));
  }

  static Stream<Arguments> measures() {
    return Stream.of(
        Arguments.of(
            "增减 without a unit of its own is a rate or an amount",
            """
            忻州市2025年1-4月主要指标
            单位：万元、%
            县区 | 固定资产投资 | 比上年增减
            代县 | 10 | 1
            """,
            """
            B4 140923 fixed_asset_investment level actual M ytd 2025-04 10
            C4 AMBIGUOUS_MEASURE
            """),
        Arguments.of(
            "增减 is what its unit says",
            """
            忻州市2025年1-4月主要指标
            县区 | 固定资产投资（万元） | 增减（%） | 税收收入（万元） | 增减（万元）
            代县 | 10 | 1 | 20 | 2
            """,
            """
            B3 140923 fixed_asset_investment level actual M ytd 2025-04 10
            C3 140923 fixed_asset_investment yoy actual M ytd 2025-04 1
            D3 140923 tax_revenue level actual M ytd 2025-04 20
            E3 140923 tax_revenue increment actual M ytd 2025-04 2
            """),
        Arguments.of(
            "real growth of incomes is no plain growth; of value added it is",
            """
            代县2024年主要指标
            指标 | 单位 | 2024年 | 实际增长（%）
            居民人均可支配收入 | 元 | 100 | 5
            规模以上工业增加值 | 万元 | 10 | 6
            """,
            """
            C3 140923 resident_income level actual A period 2024 100
            D3 140923 resident_income yoy_real actual A period 2024 5
            C4 140923 industry_value_added level actual A period 2024 10
            D4 140923 industry_value_added yoy actual A period 2024 6
            """),
        Arguments.of(
            "growth on the month before is of a month, not of a year to date",
            """
            忻州市2025年4月主要指标
            县区 | 原煤产量当月（万吨） | 当月环比增长（%） | 原煤产量1-4月（万吨） | 1-4月环比增长（%）
            代县 | 10 | 1 | 40 | 2
            """,
            """
            B3 140923 raw_coal_output level actual M period 2025-04 10
            C3 140923 raw_coal_output mom actual M period 2025-04 1
            D3 140923 raw_coal_output level actual M ytd 2025-04 40
            E3 UNSUPPORTED_MEASURE
            """),
        Arguments.of(
            "growth that is not held is refused by name",
            """
            忻州市2024年主要指标
            县区 | 固定资产投资（万元） | 固定资产投资两年平均增长（%）
            代县 | 10 | 1
            """,
            """
            B3 140923 fixed_asset_investment level actual A period 2024 10
            C3 UNSUPPORTED_MEASURE
            """));
  }
}
