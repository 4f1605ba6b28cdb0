package io.yanmen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a refusal says beside its code, from which people mend their table: the words that were not
 * understood and where they stand, names that were perhaps meant, and what two readings there are.
 */
class WhatRefusalsNameTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource({"areas", "words", "measures", "units"})
  void namesWhatIsToMend(String rule, String drawing, String expected) {
    TableText table = TableText.read(drawing);
    Stream<String> refused = table.decisions().stream().filter(it -> it.matches("[A-Z_]+ \\[.*"));

    assertThat(refused).containsExactly(expected.strip().split("\n"));
    assertThat(table.rejections()).hasSameSizeAs(expected.strip().split("\n"));
  }

  static Stream<Arguments> areas() {
    return Stream.of(
        Arguments.of(
            "the areas with the nearest names, by their codes",
            """
            忻州市2024年主要指标
            县区 | 地区生产总值（亿元）
            代峙县 | 5
            """,
            "UNKNOWN_AREA [代峙县, 代县 140923、繁峙县 140924, ]"),
        Arguments.of(
            "all areas of one name, each with the area around it",
            """
            2024年主要指标
            县区 | 地区生产总值（亿元）
            鼓楼区 | 5
            """,
            "AMBIGUOUS_AREA [鼓楼区, 南京市鼓楼区 320106、徐州市鼓楼区 320302、福州市鼓楼区 350102、开封市鼓楼区 410204]"),
        Arguments.of(
            "areas that are no more, with the year in which they ended",
            """
            2024年主要指标
            县区 | 地区生产总值（亿元）
            莱芜市 | 5
            """,
            "AMBIGUOUS_AREA [莱芜市, 泰安市莱芜市 370919 (–1986)、泰安市莱芜市 370981 (–1992)、山东省莱芜市 371200"
                + " (–2018)、泰安地区莱芜市 372602 (–1985)、山东省莱芜市 379004 (–1990)]"),
        Arguments.of(
            "an area that had ceased to be by then, in that column only",
            """
            北京市主要指标
            县区 | 2005年地区生产总值（亿元） | 2015年地区生产总值（亿元）
            崇文区 | 5 | 6
            """,
            "UNKNOWN_AREA [崇文区, , 北京市崇文区 110103 (–2010)]"),
        Arguments.of(
            "an area that lies elsewhere than the title says",
            """
            忻州市2024年主要指标
            县区 | 地区生产总值（亿元）
            崇文区 | 5
            """,
            "UNKNOWN_AREA [崇文区, , 北京市崇文区 110103 (–2010)]"));
  }

  static Stream<Arguments> words() {
    return Stream.of(
        Arguments.of(
            "the indicators with the nearest names",
            """
            忻州市2024年主要指标
            县区 | 地区生产总量（亿元）
            代县 | 5
            """,
            "UNKNOWN_INDICATOR [地区生产总量（亿元）, 地区生产总值、人均地区生产总值、单位地区生产总值能耗]"),
        Arguments.of(
            "no indicator where none has a name that is near",
            """
            忻州市2024年主要指标
            县区 | 采煤量
            代县 | 5
            """,
            "UNKNOWN_INDICATOR [采煤量, ]"),
        Arguments.of(
            "all words that may change what is meant, with their cells",
            """
            忻州市2024年主要指标
            县区 | 行业 | 类型 | 税收收入（亿元）
            代县 | 采煤一队 | 某某某 | 5
            """,
            "UNKNOWN_CONTEXT [采煤一队、某某某, 采煤一队 (Sheet1!B3)、某某某 (Sheet1!C3)]"),
        Arguments.of(
            "the words of a title, with the title",
            """
            忻州市2024年主要指标（预计数）
            县区 | 税收收入（万元）
            代县 | 5
            """,
            "UNKNOWN_CONTEXT [预计数, 忻州市2024年主要指标(预计数) (Sheet1!A1)]"),
        Arguments.of(
            "both scenarios",
            """
            代县主要指标
            指标 | 2024年预计实际
            税收收入（万元） | 7
            """,
            "AMBIGUOUS_SCENARIO [2024年预计实际 (Sheet1!B2), 2024年预计实际 (Sheet1!B2)]"),
        Arguments.of(
            "both periods of a target",
            """
            忻州市2025年1-4月主要指标
            县区 | 税收收入2025年目标（万元）
            代县 | 8
            """,
            "AMBIGUOUS_PERIOD [税收收入2025年目标（万元）, 税收收入2025年目标（万元） (Sheet1!B2),"
                + " 忻州市2025年1-4月主要指标 (Sheet1!A1)]"),
        Arguments.of(
            "no other period of a target that says its year",
            """
            忻州市主要指标
            县区 | 2025年1-4月税收收入 | < | <
            ^ | 实际（万元） | 年度目标（万元） | 目标（万元）
            代县 | 7 | 8 | 9
            """,
            "AMBIGUOUS_PERIOD [2025年1-4月税收收入, 2025年1-4月税收收入 (Sheet1!B2), 2025]"),
        Arguments.of(
            "the months that a target may be of, beside its year",
            """
            忻州市2025年主要指标
            县区 | 税收收入（万元） | <
            ^ | 1-4月 | 1-4月目标
            代县 | 5 | 6
            """,
            "AMBIGUOUS_PERIOD [1-4月目标 忻州市2025年主要指标, 1-4月目标 忻州市2025年主要指标 (Sheet1!C3), 2025]"));
  }

  static Stream<Arguments> measures() {
    return Stream.of(
        Arguments.of(
            "growth and increment, where no unit of the head tells which",
            """
            忻州市2024年主要指标
            县区 | 地区生产总值增减（亿元） | 地区生产总值增减（%） | 地区生产总值增减
            代县 | 5 | 6 | 7
            繁峙县 | 5 | 6 | 7%
            """,
            "AMBIGUOUS_MEASURE [地区生产总值增减 (Sheet1!D2), yoy / increment]"),
        Arguments.of(
            "growth and increment too where a unit stands elsewhere, or two do",
            """
            单位：亿元、%
            忻州市2024年主要指标
            指标 | 单位 | 代县增减 | 繁峙县
            税收收入 | 万元 | 5 | 6
            税收收入 | % | 5 | 6%
            税收收入增减 | | 5 | 6%
            """,
            """
            AMBIGUOUS_MEASURE [代县增减 (Sheet1!C3), yoy / increment]
            PERCENT_IN_LEVEL [%, 万元]
            """),
        Arguments.of(
            "two measures in one head",
            """
            忻州市2024年主要指标
            县区 | 税收收入增长占比（%） | 税收收入（万元）
            代县 | 5 | 增加7万元
            """,
            """
            AMBIGUOUS_MEASURE [税收收入增长占比（%） (Sheet1!B2), 税收收入增长占比（%） (Sheet1!B2)]
            CONFLICTING_EVIDENCE [measure, 增加7万元, level]
            """),
        Arguments.of(
            "a unit in a cell that is not that of its head, though that of the table",
            """
            忻州市2024年主要指标
            单位：万元
            县区 | 税收收入（亿元） | 地区生产总值
            代县 | 500万元 | 500亿元
            """,
            "CONFLICTING_EVIDENCE [unit, 万元, 税收收入（亿元） (Sheet1!B3)]"),
        Arguments.of(
            "a place by level and one by growth",
            """
            忻州市2024年主要指标
            县区 | 地区生产总值 | < | <
            ^ | 亿元 | 位次 | 增速
            代县 | 5 | 3 | 6%
            """,
            "AMBIGUOUS_MEASURE [rank, yoy_rank]"),
        Arguments.of(
            "growth over the last month of a year so far",
            """
            忻州市2025年4月主要指标
            县区 | 税收收入累计环比增长（%） | 当月税收收入环比增长（%）
            代县 | 6 | 7
            """,
            "UNSUPPORTED_MEASURE [税收收入累计环比增长（%）]"),
        Arguments.of(
            "growth of value added at current prices",
            """
            忻州市2025年1-4月主要指标
            县区 | 规模以上工业增加值名义增长（%） | 社会消费品零售总额名义增长（%）
            代县 | 5 | 6
            """,
            "UNSUPPORTED_MEASURE [规模以上工业增加值名义增长（%）, Sheet1!B2]"));
  }

  static Stream<Arguments> units() {
    return Stream.of(
        Arguments.of(
            "the units of the row and of the head, where both cannot be true",
            """
            忻州市2025年1-4月主要指标
            指标 | 单位 | 代县（万元）
            税收收入 | 万元 | 7
            税收收入 | 亿元 | 7
            税收收入 | 万美元 | 7
            税收收入 | 户 | 7
            税收收入 | % | 7
            """,
            """
            AMBIGUOUS_UNIT [万元, 亿元]
            AMBIGUOUS_UNIT [万元, 万美元]
            AMBIGUOUS_UNIT [万元, 户]
            AMBIGUOUS_UNIT [万元, %]
            """),
        Arguments.of(
            "the money of two countries, also in a list above the table",
            """
            忻州市2025年1-4月主要指标
            单位：万元、万美元、%
            县区 | 进出口总额 | 进出口总额增长 | 进出口总额（万元）
            代县 | 7 | 8 | 9
            """,
            "AMBIGUOUS_UNIT [万元, 万美元]"),
        Arguments.of(
            "no other units of a list above the table",
            """
            忻州市2025年1-4月主要指标
            单位：万元、户、%
            县区 | 税收收入 | 税收收入增长 | 税收收入（吨）
            代县 | 7 | 8 | 9
            """,
            "UNFIT_UNIT [吨, 税收收入, 万元]"),
        Arguments.of(
            "the measures that a place may be held in",
            """
            忻州市2025年1-4月主要指标
            指标 | 代县增速 | 代县总量 | 代县进度
            税收收入位次 | 3 | 4 | 5
            固定资产投资位次变动 | 3 | 4 | 5
            """,
            """
            AMBIGUOUS_MEASURE [progress, rank]
            AMBIGUOUS_MEASURE [progress, rank]
            """));
  }
}
