package io.yanmen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One figure with what stands above it: the title's period, the head, the cell; and what becomes of
 * it. Where it is read: measure, scenario, period, value; then by what rules measure, scenario,
 * period, span and unit were decided. Where it is refused: the code, and what the refusal names.
 */
class DecisionsOfFiguresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the unit is that of the cell, else the nearest that fits, and is never assumed
          2025年1-4月 | 税收收入（万元） | 7 | level actual M ytd 2025-04 7 exact: level-unless-said actual-unless-said said period-tells-span nearest-fitting-unit
          2025年1-4月 | 税收收入（亿元） | 7 | level actual M ytd 2025-04 70000 exact: level-unless-said actual-unless-said said period-tells-span nearest-fitting-unit
          2025年1-4月 | 税收收入 | 7亿元 | level actual M ytd 2025-04 70000 exact: level-unless-said actual-unless-said said period-tells-span in-cell
          2025年1-4月 | 税收收入 | 7万元 | level actual M ytd 2025-04 7 exact: level-unless-said actual-unless-said said period-tells-span in-cell
          2025年1-4月 | 税收收入（亿元） | 7万元 | CONFLICTING_EVIDENCE [unit, 万元, 税收收入（亿元） (Sheet1!B2)]
          2025年1-4月 | 税收收入（亿元） | 7% | PERCENT_IN_LEVEL [%, 万元]
          2025年1-4月 | 税收收入（亿元） | 7吨 | UNFIT_UNIT [吨, 税收收入, 万元]
          2025年1-4月 | 税收收入（亿元） | 7亿美元 | FOREIGN_CURRENCY [亿美元, 税收收入]
          2025年1-4月 | 税收收入（亿美元） | 7 | FOREIGN_CURRENCY [亿美元, 税收收入]
          2025年1-4月 | 税收收入 | 7 | NO_UNIT [税收收入, 万元]
          2025年1-4月 | 税收收入（吨） | 7 | UNFIT_UNIT [吨, 税收收入, 万元]
          2025年1-4月 | 税收收入（亿元、万元） | 7 | AMBIGUOUS_UNIT [亿元, 万元]
          2025年1-4月 | 税收收入（亿元、吨） | 7 | AMBIGUOUS_UNIT [亿元, 吨]
          2025年1-4月 | 税收收入（万元、万元） | 7 | level actual M ytd 2025-04 7 exact: level-unless-said actual-unless-said said period-tells-span nearest-fitting-unit
          2025年1-4月 | 税收收入（万元、%） | 7 | level actual M ytd 2025-04 7 exact: level-unless-said actual-unless-said said period-tells-span nearest-fitting-unit
          2025年1-4月 | 税收收入（户、万元） | 7 | AMBIGUOUS_UNIT [万元, 户]
          # what is measured say the head, the cell or its unit
          2025年1-4月 | 税收收入增长（%） | 7 | yoy actual M ytd 2025-04 7 exact: said actual-unless-said said period-tells-span nearest-fitting-unit
          2025年1-4月 | 税收收入增长 | 7% | yoy actual M ytd 2025-04 7 exact: said actual-unless-said said period-tells-span in-cell
          2025年1-4月 | 税收收入增长 | 7 | NO_UNIT [税收收入, %]
          2025年1-4月 | 税收收入增长（百分点） | 7 | yoy_points actual M ytd 2025-04 7 exact: unit-tells-measure actual-unless-said said period-tells-span nearest-fitting-unit
          2025年1-4月 | 税收收入增长 | 7个百分点 | yoy_points actual M ytd 2025-04 7 exact: unit-tells-measure actual-unless-said said period-tells-span in-cell
          2025年1-4月 | 税收收入增长（%） | 7个百分点 | yoy_points actual M ytd 2025-04 7 exact: unit-tells-measure actual-unless-said said period-tells-span in-cell
          2025年1-4月 | 税收收入增长（%） | 增长7% | yoy actual M ytd 2025-04 7 exact: said actual-unless-said said period-tells-span in-cell
          2025年1-4月 | 税收收入（万元） | 增长7% | yoy actual M ytd 2025-04 7 exact: in-cell actual-unless-said said period-tells-span in-cell
          2025年1-4月 | 税收收入 | 增长7% | yoy actual M ytd 2025-04 7 exact: in-cell actual-unless-said said period-tells-span in-cell
          2025年1-4月 | 税收收入（万元） | 增长7 | CONFLICTING_EVIDENCE [measure, 增长7, level]
          2025年1-4月 | 税收收入（万元） | 第7 | CONFLICTING_EVIDENCE [measure, 第7, level]
          2025年1-4月 | 税收收入（万元） | 持平 | CONFLICTING_EVIDENCE [measure, 持平, level]
          2025年1-4月 | 税收收入增长（%） | 持平 | yoy actual M ytd 2025-04 0 exact: said actual-unless-said said period-tells-span nearest-fitting-unit
          2025年1-4月 | 税收收入增长（%） | 第7位 | CONFLICTING_EVIDENCE [measure, 第7位, yoy]
          2025年1-4月 | 税收收入增速位次 | 第7位 | yoy_rank actual M ytd 2025-04 7 exact: said actual-unless-said said period-tells-span only-possible-unit
          2025年1-4月 | 税收收入位次 | 7 | rank actual M ytd 2025-04 7 exact: said actual-unless-said said period-tells-span only-possible-unit
          2025年1-4月 | 税收收入位次 | 第7位 | rank actual M ytd 2025-04 7 exact: said actual-unless-said said period-tells-span only-possible-unit
          2025年1-4月 | 税收收入位次 | 前七 | rank actual M ytd 2025-04 7 up_to: said actual-unless-said said period-tells-span only-possible-unit
          2025年1-4月 | 税收收入位次变动 | 上升7位 | AMBIGUOUS_MEASURE [rank_change, yoy_rank_change]
          2025年1-4月 | 税收收入增量（万元） | 7 | increment actual M ytd 2025-04 7 exact: said actual-unless-said said period-tells-span nearest-fitting-unit
          2025年1-4月 | 税收收入增量（万元） | 增加7 | increment actual M ytd 2025-04 7 exact: said actual-unless-said said period-tells-span nearest-fitting-unit
          # done, planned or expected, and of which period
          2025年1-4月 | 税收收入目标（万元） | 7 | level target A period 2025 7 exact: level-unless-said said target-of-the-year whole-year nearest-fitting-unit
          2025年1-4月 | 税收收入预计（万元） | 7 | level forecast M ytd 2025-04 7 exact: level-unless-said said said period-tells-span nearest-fitting-unit
          2025年1-4月 | 税收收入目标完成率（%） | 7 | progress actual M ytd 2025-04 7 exact: said actual-unless-said said period-tells-span nearest-fitting-unit
          2025年1-4月 | 税收收入占比（%） | 7 | share actual M ytd 2025-04 7 exact: said actual-unless-said said period-tells-span nearest-fitting-unit
          2025年1-4月 | 税收收入上年同期（万元） | 7 | level actual M ytd 2024-04 7 exact: level-unless-said actual-unless-said year-before period-tells-span nearest-fitting-unit
          2025年4月 | 税收收入当月（万元） | 7 | level actual M period 2025-04 7 exact: level-unless-said actual-unless-said said said nearest-fitting-unit
          2025年4月 | 4月税收收入（万元） | 7 | level actual M period 2025-04 7 exact: level-unless-said actual-unless-said said month-for-itself nearest-fitting-unit
          2025年4月 | 存款余额（亿元） | 7 | level actual M period 2025-04 70000 exact: level-unless-said actual-unless-said said stock-at-the-end nearest-fitting-unit
          2025年4月 | 居民消费价格指数（上年同月=100） | 107 | level actual M period 2025-04 107 exact: level-unless-said actual-unless-said said index-of-its-period only-possible-unit
          # things are counted in things, and what is per head is told per head
          2024年 | 学校数 | 7 | level actual A period 2024 7 exact: level-unless-said actual-unless-said said whole-year only-possible-unit
          2024年 | 学校数（所） | 7 | level actual A period 2024 7 exact: level-unless-said actual-unless-said said whole-year nearest-fitting-unit
          2024年 | 学校数（万所） | 7 | level actual A period 2024 70000 exact: level-unless-said actual-unless-said said whole-year nearest-fitting-unit
          2024年 | 学校数（%） | 7 | UNFIT_UNIT [%, 学校数, 所]
          2024年 | 城镇常住居民人均可支配收入（元/人） | 7 | level actual A period 2024 7 exact: level-unless-said actual-unless-said said whole-year nearest-fitting-unit
          2024年 | 城镇常住居民人均可支配收入（万元） | 7 | level actual A period 2024 70000 exact: level-unless-said actual-unless-said said whole-year nearest-fitting-unit
          2024年 | 税收收入（元/人） | 7 | UNFIT_UNIT [元/人, 税收收入, 万元]
          2024年 | 常住人口城镇化率 | 7% | level actual A period 2024 7 exact: level-unless-said actual-unless-said said whole-year in-cell
          2024年 | 常住人口城镇化率（%） | 7 | level actual A period 2024 7 exact: level-unless-said actual-unless-said said whole-year nearest-fitting-unit
          2024年 | 常住人口城镇化率 | 7 | NO_UNIT [常住人口城镇化率, %]
          2024年 | 常住人口城镇化率 | 提高7% | CONFLICTING_EVIDENCE [measure, 提高7%, level]
          2024年 | 常住人口城镇化率 | 提高7个百分点 | UNFIT_UNIT [个百分点, 常住人口城镇化率, %]
          2024年 | 税收收入比2019年增长（%） | 7 | UNSUPPORTED_MEASURE [比2019年, 税收收入比2019年增长（%） (Sheet1!B2)]
          # what a number cannot be, and what it may be besides
          2024年 | 税收收入（万元） | 123456789012345678901234567890 | level actual A period 2024 123456789012345678901234567890 exact: level-unless-said actual-unless-said said whole-year nearest-fitting-unit
          2024年 | 税收收入（亿元） | 123456789012345678901234567890 | NUMBER_TOO_LONG [123456789012345678901234567890]
          2024年 | 税收收入（亿元） | （7） | AMBIGUOUS_VALUE [（7）, 7, -7]
          2024年 | 税收收入增长（%） | （7） | AMBIGUOUS_VALUE [（7）, 7, -7]
          2024年 | 税收收入（亿元） | 约7 | level actual A period 2024 70000 about: level-unless-said actual-unless-said said whole-year nearest-fitting-unit
          2024年 | 税收收入目标（亿元） | 7以上 | level target A period 2024 70000 at_least: level-unless-said said target-of-the-year whole-year nearest-fitting-unit
          """)
  void eachPartIsDecidedByTheNearestThatSaysIt(
      String title, String head, String cell, String expected) {
    TableText table =
        TableText.read(
            """
            忻州市%s主要指标
            县区 | %s
            代县 | %s
            """
                .formatted(title, head.replace("存款余额", "金融机构本外币各项存款余额"), cell));
    assertThat(table.decisions()).hasSize(1);
    assertThat(table.observations().size() + table.rejections().size()).isOne();
    String decision = table.decisions().get(0);
    assertThat(table.observations().isEmpty() ? decision : read(table) + ": " + decision)
        .isEqualTo(expected);
  }

  private static String read(TableText table) {
    List<String> words = List.of(table.observations().get(0).split(" "));
    return String.join(" ", words.subList(3, words.size()));
  }
}
