package io.yanmen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a place in a ranking is held in, and within which area; or that it may be two things. */
class PlacesTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("ranks")
  void isReadAsAStatisticianReadsIt(String rule, String drawing, String expected) {
    TableText table = TableText.read(drawing);
    Stream<String> found =
        Stream.concat(
            table.observations().stream().map(o -> o.replace(" exact", "")),
            table.rejections().stream());

    assertThat(found).containsExactlyInAnyOrder(expected.strip().split("\n"));
  }

  static Stream<Arguments> ranks() {
    return Stream.of(
        Arguments.of(
            "a place is counted within what its words say",
            """
            2025年1-4月主要指标
            县区 | 固定资产投资（万元） | 全市位次 | 在全省位次
            代县 | 10 | 1 | 20
            """,
            """
            B3 140923 fixed_asset_investment level actual M ytd 2025-04 10
            C3 140923 fixed_asset_investment@140900 rank actual M ytd 2025-04 1
            D3 140923 fixed_asset_investment@140000 rank actual M ytd 2025-04 20
            """),
        Arguments.of(
            "or else within the area whose members the table lists",
            """
            2025年1-4月主要指标
            县区 | 固定资产投资（万元） | 位次
            代县 | 10 | 1
            繁峙县 | 8 | 2
            """,
            """
            B3 140923 fixed_asset_investment level actual M ytd 2025-04 10
            C3 140923 fixed_asset_investment@140900 rank actual M ytd 2025-04 1
            B4 140924 fixed_asset_investment level actual M ytd 2025-04 8
            C4 140924 fixed_asset_investment@140900 rank actual M ytd 2025-04 2
            """),
        Arguments.of(
            "which may have a row itself, whose place is not one among its parts",
            """
            2025年1-4月主要指标
            县区 | 固定资产投资（万元） | 位次
            忻州市 | 18 | 3
            代县 | 10 | 1
            繁峙县 | 8 | 2
            """,
            """
            B3 140900 fixed_asset_investment level actual M ytd 2025-04 18
            C3 NO_RANK_AREA
            B4 140923 fixed_asset_investment level actual M ytd 2025-04 10
            C4 140923 fixed_asset_investment@140900 rank actual M ytd 2025-04 1
            B5 140924 fixed_asset_investment level actual M ytd 2025-04 8
            C5 140924 fixed_asset_investment@140900 rank actual M ytd 2025-04 2
            """),
        Arguments.of(
            "and where nobody says it, it is open",
            """
            2025年1-4月主要指标
            县区 | 固定资产投资（万元） | 位次
            代县 | 10 | 1
            """,
            """
            B3 140923 fixed_asset_investment level actual M ytd 2025-04 10
            C3 NO_RANK_AREA
            """),
        Arguments.of(
            "what stands before a place may be what is ranked, progress too",
            """
            忻州市2025年1-4月主要指标
            县区 | 税收收入（万元） | 进度（%） | 位次 | 地区生产总值占比（%） | 位次
            代县 | 7 | 1 | 5 | 6 | 7
            """,
            """
            B3 140923 tax_revenue level actual M ytd 2025-04 7
            C3 140923 tax_revenue progress actual M ytd 2025-04 1
            D3 AMBIGUOUS_MEASURE
            E3 140923 gdp share actual M ytd 2025-04 6
            F3 AMBIGUOUS_MEASURE
            """),
        Arguments.of(
            "but not what stands after it",
            """
            忻州市2025年1-4月主要指标
            县区 | 税收收入（万元） | 位次 | 进度（%） | 地区生产总值位次 | 地区生产总值占比（%）
            代县 | 7 | 1 | 5 | 6 | 7
            """,
            """
            B3 140923 tax_revenue level actual M ytd 2025-04 7
            C3 140923 tax_revenue@140900 rank actual M ytd 2025-04 1
            D3 140923 tax_revenue progress actual M ytd 2025-04 5
            E3 140923 gdp@140900 rank actual M ytd 2025-04 6
            F3 140923 gdp share actual M ytd 2025-04 7
            """),
        Arguments.of(
            "each place speaks of what stands just before it, its change of it",
            """
            忻州市2025年1-4月主要指标
            县区 | 税收收入（万元） | 位次 | 位次变动 | 增速（%） | 位次 | 位次变动
            代县 | 7 | 1 | 5 | 2 | 3 | -1
            """,
            """
            B3 140923 tax_revenue level actual M ytd 2025-04 7
            C3 140923 tax_revenue@140900 rank actual M ytd 2025-04 1
            D3 140923 tax_revenue@140900 rank_change actual M ytd 2025-04 5
            E3 140923 tax_revenue yoy actual M ytd 2025-04 2
            F3 140923 tax_revenue@140900 yoy_rank actual M ytd 2025-04 3
            G3 140923 tax_revenue@140900 yoy_rank_change actual M ytd 2025-04 -1
            """),
        Arguments.of(
            "one place after level and growth may be by either",
            """
            忻州市2025年1-4月主要指标
            县区 | 税收收入（万元） | 增速（%） | 位次 | 位次变动
            代县 | 7 | 1 | 5 | 2
            """,
            """
            B3 140923 tax_revenue level actual M ytd 2025-04 7
            C3 140923 tax_revenue yoy actual M ytd 2025-04 1
            D3 AMBIGUOUS_MEASURE
            E3 AMBIGUOUS_MEASURE
            """),
        Arguments.of(
            "a place says itself by what it is held, and within what",
            """
            忻州市2025年1-4月主要指标
            县区 | 税收收入增速（%） | 税收收入（万元） | 总量在全国位次 | 增速省内排名 | 总量位次变动 | 增速位次升降
            代县 | 7 | 1 | 5 | 2 | 1 | 3
            """,
            """
            B3 140923 tax_revenue yoy actual M ytd 2025-04 7
            C3 140923 tax_revenue level actual M ytd 2025-04 1
            D3 140923 tax_revenue@100000 rank actual M ytd 2025-04 5
            E3 140923 tax_revenue@140000 yoy_rank actual M ytd 2025-04 2
            F3 140923 tax_revenue@140900 rank_change actual M ytd 2025-04 1
            G3 140923 tax_revenue@140900 yoy_rank_change actual M ytd 2025-04 3
            """),
        Arguments.of(
            "a place against last year is a change, or one of last year",
            """
            忻州市2025年1-4月主要指标
            县区 | 税收收入增速（%） | 位次 | 位次较上年变化
            代县 | 7 | 1 | 2
            繁峙县 | 6 | 2 | 1
            """,
            """
            B3 140923 tax_revenue yoy actual M ytd 2025-04 7
            C3 140923 tax_revenue@140900 yoy_rank actual M ytd 2025-04 1
            D3 140923 tax_revenue@140900 yoy_rank_change actual M ytd 2025-04 2
            B4 140924 tax_revenue yoy actual M ytd 2025-04 6
            C4 140924 tax_revenue@140900 yoy_rank actual M ytd 2025-04 2
            D4 140924 tax_revenue@140900 yoy_rank_change actual M ytd 2025-04 1
            """),
        Arguments.of(
            "which of these it is, it must say",
            """
            忻州市2025年1-4月主要指标
            县区 | 税收收入增速（%） | 位次 | 较上年位次
            代县 | 7 | 1 | 2
            """,
            """
            B3 140923 tax_revenue yoy actual M ytd 2025-04 7
            C3 140923 tax_revenue@140900 yoy_rank actual M ytd 2025-04 1
            D3 UNKNOWN_INDICATOR
            """),
        Arguments.of(
            "a place in the name of a row is held in what the column tells",
            """
            忻州市2025年1-4月主要指标
            指标 | 代县增速 | 代县总量 | 代县位次
            税收收入位次 | 3 | 4 |
            固定资产投资位次变动 | 5 | 6 |
            税收收入增速 | | | 7
            """,
            """
            B3 140923 tax_revenue@140900 yoy_rank actual M ytd 2025-04 3
            C3 140923 tax_revenue@140900 rank actual M ytd 2025-04 4
            B4 140923 fixed_asset_investment@140900 yoy_rank_change actual M ytd 2025-04 5
            C4 140923 fixed_asset_investment@140900 rank_change actual M ytd 2025-04 6
            D5 140923 tax_revenue@140900 yoy_rank actual M ytd 2025-04 7
            """));
  }
}
