package io.yanmen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The custom of China's statistics, as {@code DESIGN} has it: what span and period a figure has by
 * the title above it, the words of its head and the kind of its indicator; or the code of the
 * refusal where it may be two.
 */
class PeriodsOfFiguresTest {
  private static String read(String title, String head) {
    TableText table =
        TableText.read(
            """
            忻州市%s主要指标
            县区 | %s
            代县 | 7
            """
                .formatted(title, head));
    return Stream.concat(
            table.observations().stream()
                .map(it -> it.replaceAll("^B3 \\d{6} \\S+ level (\\S+ \\S+ \\S+ \\S+) .*", "$1")),
            table.rejections().stream().map(it -> it.replace("B3 ", "")))
        .toList()
        .toString()
        .replaceAll("[\\[\\]]", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # a flow: 1-N月 and the first quarter are cumulative, a bare month or quarter may be either
          2025年1-4月  | 税收收入（万元）              | actual M ytd 2025-04
          2025年4月    | 税收收入（万元）              | AMBIGUOUS_ACCUMULATION
          2025年一季度 | 地区生产总值（亿元）          | actual Q ytd 2025-Q1
          2025年二季度 | 地区生产总值（亿元）          | AMBIGUOUS_ACCUMULATION
          2025年上半年 | 地区生产总值（亿元）          | actual Q ytd 2025-Q2
          2024年       | 地区生产总值（亿元）          | actual A period 2024
          # its words may say it
          2025年4月    | 税收收入当月（万元）          | actual M period 2025-04
          2025年4月    | 税收收入累计（万元）          | actual M ytd 2025-04
          2025年1-4月  | 税收收入当月（万元）          | actual M period 2025-04
          2025年一季度 | 当季地区生产总值（亿元）      | actual Q period 2025-Q1
          2025年二季度 | 地区生产总值累计（亿元）      | actual Q ytd 2025-Q2
          2025年4月    | 4月税收收入（万元）           | actual M period 2025-04
          2025年1-4月  | 4月末税收收入（万元）         | AMBIGUOUS_ACCUMULATION
          # a title that names both spans leaves it to each column to say which
          2025年4月当月及累计 | 税收收入（万元）         | AMBIGUOUS_ACCUMULATION
          2025年1-4月当月及累计 | 税收收入（万元）       | AMBIGUOUS_ACCUMULATION
          2025年1-4月税收收入当月及累计情况 | 税收收入（万元） | AMBIGUOUS_ACCUMULATION
          2025年1-4月当月及累计 | 税收收入累计（万元）   | actual M ytd 2025-04
          2025年1-4月当月及累计 | 税收收入当月（万元）   | actual M period 2025-04
          2025年1-4月当月及累计 | 1-4月税收收入（万元）  | actual M ytd 2025-04
          2025年4月当月及累计 | 4月税收收入（万元）      | actual M period 2025-04
          2025年1-4月当月及累计 | 存款余额（亿元）       | actual M period 2025-04
          2025年4月当月 | 税收收入（万元）               | actual M period 2025-04
          2025年4月累计 | 税收收入（万元）               | actual M ytd 2025-04
          2025年1-4月税收收入累计情况 | 税收收入（万元） | actual M ytd 2025-04
          2025年1-4月税收收入当月情况 | 税收收入（万元） | CONFLICTING_EVIDENCE
          # a year so far is none: up to which month, nobody says
          2024年       | 地区生产总值累计（亿元）      | AMBIGUOUS_PERIOD
          2024年       | 地区生产总值累计目标（亿元）  | target A period 2024
          # a stock stands at the end, whatever is said of the span
          2025年1-4月  | 存款余额（亿元）              | actual M period 2025-04
          2025年4月    | 存款余额（亿元）              | actual M period 2025-04
          2025年4月末  | 存款余额（亿元）              | actual M period 2025-04
          2025年上半年 | 存款余额（亿元）              | actual Q period 2025-Q2
          2025年二季度 | 存款余额（亿元）              | actual Q period 2025-Q2
          2025年1-4月  | 存款余额累计（亿元）          | actual M period 2025-04
          2024年       | 存款余额累计（亿元）          | actual A period 2024
          2025年1-4月  | 3月末存款余额（亿元）         | actual M period 2025-03
          # an index is of its period
          2025年4月    | 居民消费价格指数（上年同月=100） | actual M period 2025-04
          # a quarter ends with March, June, September or December
          2025年6月    | 税收收入当季（万元）          | actual Q period 2025-Q2
          2025年3月    | 税收收入当季（万元）          | actual Q period 2025-Q1
          2025年12月   | 税收收入当季（万元）          | actual Q period 2025-Q4
          2025年4月    | 税收收入当季（万元）          | UNKNOWN_PERIOD
          2025年5月    | 税收收入当季（万元）          | UNKNOWN_PERIOD
          # a target is for the year, last year's figure of the same span
          2025年1-4月  | 税收收入全年目标（万元）      | target A period 2025
          2025年1-4月  | 1-4月税收收入目标（万元）     | AMBIGUOUS_PERIOD
          2025年1-4月  | 税收收入上年同期（万元）      | actual M ytd 2024-04
          2025年4月末  | 存款余额上年同期（亿元）      | actual M period 2024-04
          """)
  void spanAndPeriodAreThoseOfTheCustom(String title, String head, String expected) {
    assertThat(read(title, head.replace("存款余额", "金融机构本外币各项存款余额"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # a year ends with December and its fourth quarter
          年 | 2010年      | A period 2010
          年 | 2010-12     | A period 2010
          年 | 2010年12月  | A period 2010
          年 | 2010年1-12月 | A period 2010
          年 | 2010年四季度 | A period 2010
          年 | 2010年一季度 | UNKNOWN_PERIOD
          年 | 2010-06     | UNKNOWN_PERIOD
          年 | 2010年1-3月 | UNKNOWN_PERIOD
          # and a quarter with every third month
          季 | 2010年1-3月 | Q ytd 2010-Q1
          季 | 2010年1-9月 | Q ytd 2010-Q3
          季 | 2010年1-12月 | Q ytd 2010-Q4
          季 | 2010年1-4月 | SLIPPED_COLUMN
          季 | 2010年一季度 | Q ytd 2010-Q1
          # what is finer than its period may be of any part of it
          季 | 2010年      | AMBIGUOUS_PERIOD
          月 | 2010年      | AMBIGUOUS_PERIOD
          月 | 2010年一季度 | AMBIGUOUS_PERIOD
          月 | 2010年1-3月 | M ytd 2010-03
          """)
  void aStatedFrequencyIsThatOfThePeriodOrCoarser(String stated, String period, String expected) {
    TableText table =
        TableText.read(
            """
            指标 | 税收收入 | 地区生产总值
            地区 | 忻州市 | 忻州市
            频度 | %s | 年
            单位 | 亿元 | 亿元
            2009年 | | 7
            %s | 5 |
            """
                .formatted(stated, period));
    Stream<String> found =
        Stream.concat(
            table.observations().stream()
                .filter(it -> it.startsWith("B6"))
                .map(it -> it.replaceAll("^.* actual (\\S+ \\S+ \\S+) 50000 exact$", "$1")),
            table.rejections().stream().map(it -> it.replace("B6 ", "")));
    assertThat(found).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1899年", "2100年", "2100年1-4月", "2100年4月"})
  void noTableIsOfAYearThatNobodyHasStatisticsOf(String title) {
    assertThat(read(title, "地区生产总值（亿元）")).as("a refusal, not a figure").matches("[A-Z_]+");
  }

  @ParameterizedTest
  @CsvSource({"1900年, 1900", "2099年, 2099"})
  void theFirstAndTheLastYearAreYears(String title, String period) {
    assertThat(read(title, "地区生产总值（亿元）")).isEqualTo("actual A period " + period);
  }
}
