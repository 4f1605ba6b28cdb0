package io.yanmen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.reading.interpret.SourceHints;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows and columns whose figures were once lost, moved, or taken for something else. */
class OddRowsTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource({"merged", "years", "words", "heads", "besides"})
  void everyFigureIsReadRightOrTold(String rule, String drawing, String expected) {
    assertThat(all(TableText.read(drawing)))
        .containsExactlyInAnyOrder(expected.strip().split("\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fields")
  void fieldsOfTextFilesThatHaveMovedAreTold(String rule, String drawing, String expected) {
    TableText table = TableText.read(drawing, "a.csv", "", SourceHints.NONE, false);

    assertThat(all(table)).containsExactlyInAnyOrder(expected.strip().split("\n"));
  }

  private static Stream<String> all(TableText table) {
    return Stream.concat(
        table.observations().stream().map(o -> o.replace(" exact", "")),
        table.rejections().stream());
  }

  static Stream<Arguments> besides() {
    return Stream.of(
        Arguments.of(
            "a remark speaks of the figures of its row",
            """
            忻州市2025年1-4月主要指标
            县区 | 固定资产投资（万元） | 备注
            代县 | 5 | 预计数
            繁峙县 | 6 | 县统计局负责
            五台县 | 7 |
            定襄县 | 8 | 不含开发区
            """,
            """
            B3 UNKNOWN_CONTEXT
            B4 140924 fixed_asset_investment level actual M ytd 2025-04 6
            B5 140922 fixed_asset_investment level actual M ytd 2025-04 7
            B6 UNKNOWN_CONTEXT
            """),
        Arguments.of(
            "two units in one head leave the unit open",
            """
            忻州市2025年1-4月主要指标
            县区 | 固定资产投资（万元、户） | 税收收入（万元）
            代县 | 5 | 6
            """,
            """
            B3 AMBIGUOUS_UNIT
            C3 140923 tax_revenue level actual M ytd 2025-04 6
            """),
        Arguments.of(
            "a unit beside the number must be that of its head",
            """
            忻州市2025年1-4月主要指标
            县区 | 固定资产投资（万元）
            代县 | 5亿元
            繁峙县 | 6万元
            """,
            """
            B3 CONFLICTING_EVIDENCE
            B4 140924 fixed_asset_investment level actual M ytd 2025-04 6
            """),
        Arguments.of(
            "who reports is of the table's place",
            """
            忻州市2025年1-4月主要指标
            填报单位：太原市财政局
            县区 | 固定资产投资（万元）
            代县 | 5
            """,
            """
            B4 CONFLICTING_EVIDENCE
            """),
        Arguments.of(
            "a head that begins with a number is a head",
            """
            忻州市2025年1-4月主要指标
            县区 | 固定资产投资（万元） | 税收收入（万元）
             | 5000万元以上 |
            代县 | 5 | 6
            """,
            """
            B4 UNKNOWN_INDICATOR
            C4 140923 tax_revenue level actual M ytd 2025-04 6
            """));
  }

  static Stream<Arguments> merged() {
    return Stream.of(
        Arguments.of(
            "a figure merged over counties belongs to none",
            """
            忻州市2025年1-4月主要指标
            县区 | 固定资产投资（万元）
            代县 | 5
            繁峙县 | ^
            五台县 | 7
            """,
            """
            B3 MERGED_FIGURE
            B4 MERGED_FIGURE
            B5 140922 fixed_asset_investment level actual M ytd 2025-04 7
            """),
        Arguments.of(
            "a figure merged over indicators belongs to none",
            """
            忻州市2025年1-4月主要指标
            县区 | 固定资产投资（万元） | 税收收入（万元）
            代县 | 5 | <
            繁峙县 | 6 | 7
            """,
            """
            B3 MERGED_FIGURE
            C3 MERGED_FIGURE
            B4 140924 fixed_asset_investment level actual M ytd 2025-04 6
            C4 140924 tax_revenue level actual M ytd 2025-04 7
            """),
        Arguments.of(
            "columns below one head and rows with one name are one",
            """
            忻州市2025年1-4月主要指标 | <
            县区 | 固定资产投资（万元） | <
            代县 | 5 | <
            繁峙县 | 6
            ^ | ^
            """,
            """
            B3 140923 fixed_asset_investment level actual M ytd 2025-04 5
            B4 140924 fixed_asset_investment level actual M ytd 2025-04 6
            """));
  }

  static Stream<Arguments> years() {
    return Stream.of(
        Arguments.of(
            "figures like years are no heads where their row has a name",
            """
            代县主要指标
            指标 | 2022年 | 2023年 | 2024年
            地区生产总值（万元） | 400000 | 410000 | 420000
            农家书屋（个） | 1950 | 2003 | 2088
            外派技工（人） | 2001 | 2002 | 2003
            一般公共预算收入（万元） | 15000 | 16000 | 17000
            """,
            """
            B3 140923 gdp level actual A period 2022 400000
            C3 140923 gdp level actual A period 2023 410000
            D3 140923 gdp level actual A period 2024 420000
            B4 UNKNOWN_INDICATOR
            C4 UNKNOWN_INDICATOR
            D4 UNKNOWN_INDICATOR
            B5 UNKNOWN_INDICATOR
            C5 UNKNOWN_INDICATOR
            D5 UNKNOWN_INDICATOR
            B6 140923 budget_revenue level actual A period 2022 15000
            C6 140923 budget_revenue level actual A period 2023 16000
            D6 140923 budget_revenue level actual A period 2024 17000
            """),
        Arguments.of(
            "nor where the areas around it are rows",
            """
            忻州市2025年1-4月主要指标
            县区 | 固定资产投资（万元）
            代县 | 4000
            云中新区 | 2021
            繁峙县 | 1500
            """,
            """
            B3 140923 fixed_asset_investment level actual M ytd 2025-04 4000
            B4 UNKNOWN_AREA
            B5 140924 fixed_asset_investment level actual M ytd 2025-04 1500
            """),
        Arguments.of(
            "years below a word for heads are heads",
            """
            代县主要指标
            指标 | 2021年 | 2022年
            地区生产总值（万元） | 400000 | 410000
            指标 | 2023 | 2024
            地区生产总值（万元） | 420000 | 430000
            """,
            """
            B3 140923 gdp level actual A period 2021 400000
            C3 140923 gdp level actual A period 2022 410000
            B5 140923 gdp level actual A period 2023 420000
            C5 140923 gdp level actual A period 2024 430000
            """));
  }

  static Stream<Arguments> words() {
    return Stream.of(
        Arguments.of(
            "a number in words beside an unknown name is told and ends no table",
            """
            忻州市2025年1-4月主要指标
            县区 | 固定资产投资（万元）
            代县 | 5
            定厢县 | 约三万
            繁峙县 | 7
            """,
            """
            B3 140923 fixed_asset_investment level actual M ytd 2025-04 5
            B4 UNKNOWN_AREA
            B5 140924 fixed_asset_investment level actual M ytd 2025-04 7
            """),
        Arguments.of(
            "words without a number in the last row are told",
            """
            忻州市2025年1-4月主要指标
            县区 | 固定资产投资（万元）
            代县 | 5
            定厢县 | 未上报
            """,
            """
            B3 140923 fixed_asset_investment level actual M ytd 2025-04 5
            B4 UNKNOWN_AREA
            """));
  }

  static Stream<Arguments> heads() {
    return Stream.of(
        Arguments.of(
            "a growth does not take the quarter of another indicator",
            """
            忻州市主要指标
            季度 | 地区生产总值当季值（亿元） | 社会消费品零售总额同比增长（%）
            2025年二季度 | 350.1 | 6.9
            """,
            """
            B3 140900 gdp level actual Q period 2025-Q2 3501000
            C3 AMBIGUOUS_ACCUMULATION
            """),
        Arguments.of(
            "a head beside merged ones stands above its own column or has lost its merge",
            """
            忻州市2025年1-4月主要指标
            县区 | 2024年1-4月 | | 2025年1-4月 | <
            ^ | 固定资产投资（万元） | 税收收入（万元） | 固定资产投资（万元） | 税收收入（万元）
            代县 | 1 | 2 | 3 | 4
            """,
            """
            B4 140923 fixed_asset_investment level actual M ytd 2024-04 1
            C4 UNKNOWN_CONTEXT
            D4 140923 fixed_asset_investment level actual M ytd 2025-04 3
            E4 140923 tax_revenue level actual M ytd 2025-04 4
            """));
  }

  static Stream<Arguments> fields() {
    return Stream.of(
        Arguments.of(
            "a row that commas have cut is refused whole",
            """
            忻州市2025年1-4月主要指标
            县区 | 固定资产投资（万元） | 税收收入（万元）
            代县 | 88 | 44
            繁峙县 | 1 | 234 | 567
            五台县 | | 9055 | 5051
            定襄县 | 77 | 33
            """,
            """
            B3 140923 fixed_asset_investment level actual M ytd 2025-04 88
            C3 140923 tax_revenue level actual M ytd 2025-04 44
            B4 ROW_TOO_LONG
            C4 ROW_TOO_LONG
            D4 ROW_TOO_LONG
            C5 ROW_TOO_LONG
            D5 ROW_TOO_LONG
            B6 140921 fixed_asset_investment level actual M ytd 2025-04 77
            C6 140921 tax_revenue level actual M ytd 2025-04 33
            """),
        Arguments.of(
            "even where commas have cut all of them",
            """
            忻州市2025年1-4月主要指标
            县区 | 固定资产投资（万元）
            代县 | 1 | 234
            繁峙县 | 12 | 345
            """,
            """
            B3 ROW_TOO_LONG
            C3 ROW_TOO_LONG
            B4 ROW_TOO_LONG
            C4 ROW_TOO_LONG
            """),
        Arguments.of(
            "a column without a head, and figures beside the table, move nothing",
            """
            忻州市2025年1-4月主要指标
            县区 | 税收收入（亿元）
            代县 | 123.5 | 229.7
            繁峙县 | 557.1 | 543.6
            五台县 | 55.1 | | 3.6
            """,
            """
            B3 140923 tax_revenue level actual M ytd 2025-04 1235000
            C3 NO_INDICATOR
            B4 140924 tax_revenue level actual M ytd 2025-04 5571000
            C4 NO_INDICATOR
            B5 140922 tax_revenue level actual M ytd 2025-04 551000
            D5 NO_INDICATOR
            """),
        Arguments.of(
            "where one comma is a decimal one, another may be",
            """
            忻州市2025年1-4月主要指标
            县区 | 固定资产投资（万元） | 税收收入（万元）
            代县 | 3,5 | 1,234
            繁峙县 | 1,234 | 2,345
            """,
            """
            B3 AMBIGUOUS_VALUE
            C3 140923 tax_revenue level actual M ytd 2025-04 1234
            B4 AMBIGUOUS_VALUE
            C4 140924 tax_revenue level actual M ytd 2025-04 2345
            """));
  }

  @Test
  void figuresThatBeginFarBelowAnUnknownHeadAreRefusedByItsName() {
    StringBuilder drawing = new StringBuilder("县区 | 年份 | 地区生产总值（万元） | 农家书屋（个）\n");
    IntStream.range(0, 350).forEach(i -> drawing.append("代县 | ").append(1950).append(" | 9 |\n"));
    drawing.append("代县 | 1950 | 9 | 77\n");

    assertThat(TableText.read(drawing.toString()).rejections())
        .containsExactly("D352 UNKNOWN_INDICATOR");
  }
}
