package io.yanmen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the head of one column says, in a table of a province by years: the reading of 7 below it,
 * or the code of the refusal.
 */
class HeadsTest {
  private static final String TABLE =
      """
      省份 | 年份 | %s
      山西省 | 2023 | 7
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          地区生产总值（亿元）               | gdp level 70000
          地区生产总值(万亿元)               | gdp level 700000000
          地区生产总值（单位：亿元）         | gdp level 70000
          地区生产总值 亿元                  | gdp level 70000
          地区生产总值/亿元                  | gdp level 70000
          地区生产总值［亿元］               | gdp level 70000
          地区生产总值（现价，亿元）         | gdp level 70000
          GDP（亿元，当年价）                | gdp level 70000
          GDP_亿元                           | gdp level 70000
          地区生产总值（亿元人民币）         | gdp level 70000
          地区生产总值（人民币）（亿元）     | gdp level 70000
          地区生产总值①（亿元）             | gdp level 70000
          地區生產總值（億元）               | gdp level 70000
          人均地区生产总值（元/人）          | gdp_per_capita level 7
          人均GDP（元）                      | gdp_per_capita level 7
          规上工业企业营业收入（亿元）       | industry_revenue level 70000
          金融机构本外币各项存款余额（亿元） | deposits level 70000
          地区生产总值同比增长（%）          | gdp yoy 7
          地区生产总值（按可比价格计算）增长（%） | gdp yoy 7
          地区生产总值名义增长（%）          | UNSUPPORTED_MEASURE
          地区生产总值现价增速（%）          | UNSUPPORTED_MEASURE
          规上工业增加值可比价增速（%）      | industry_value_added yoy 7
          城镇居民人均可支配收入名义增长（%） | urban_income yoy 7
          城镇居民人均可支配收入可比价增长（%） | urban_income yoy_real 7
          固定资产投资可比价同比增长（%）    | fixed_asset_investment yoy_real 7
          固定资产投资可比增长（%）          | UNKNOWN_INDICATOR
          固定资产投资增速位次（%）          | UNFIT_UNIT
          固定资产投资位次（万元）           | UNFIT_UNIT
          固定资产投资全国位次（位）         | fixed_asset_investment@100000 rank 7
          固定资产投资位次（位）             | NO_RANK_AREA
          固定资产投资环比同比±（%）         | AMBIGUOUS_MEASURE
          2023年比2022年地区生产总值增长（%） | UNKNOWN_INDICATOR
          地区生产总值2023年比2022年增长（%） | gdp yoy 7
          第三产业占比（%）                  | gdp_tertiary share 7
          原煤产量去年同期（万吨）           | raw_coal_output level 7
          原煤产量计划（万吨）               | raw_coal_output level 7
          原煤产量在全国排名                 | raw_coal_output@100000 rank 7
          原煤产量（Mt）                     | raw_coal_output level 700
          粮食播种面积（千公顷）             | grain_area level 7000
          粮食播种面积（万亩）               | grain_area level 4666.666666666667
          常住人口城镇化率（‰）             | urbanisation_rate level 0.7
          水力发电量（亿千瓦时）             | electricity_output×energy_source:HYDRO level 70000
          规模以上工业企业利润总额_国有控股（亿元） | industry_profit×ownership:STATE_HOLDING level 70000
          原煤产量环比增长（%）              | raw_coal_output mom 7
          """)
  void headsOfCataloguedIndicators(String head, String expected) {
    assertThat(read(head)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          地区生产总值指数(上年=100)               | UNKNOWN_INDICATOR
          居民消费价格指数(上年=100)               | UNKNOWN_INDICATOR
          居民消费价格指数(上月=100)               | UNKNOWN_INDICATOR
          居民消费价格指数                         | UNKNOWN_INDICATOR
          食品烟酒类居民消费价格指数(上年同月=100) | UNKNOWN_INDICATOR
          工业增加值（亿元）                       | UNKNOWN_INDICATOR
          汽车制造业增加值（亿元）                 | UNKNOWN_INDICATOR
          固定资产投资实际到位资金（亿元）         | UNKNOWN_INDICATOR
          全社会固定资产投资（亿元）               | UNKNOWN_INDICATOR
          社会消费品零售总额_餐饮收入（亿元）      | UNKNOWN_INDICATOR
          社会消费品零售总额-城镇（亿元）          | UNKNOWN_INDICATOR
          住宅商品房销售面积（万平方米）           | UNKNOWN_INDICATOR
          人口数(人口抽样调查)（人）               | UNKNOWN_INDICATOR
          年末总人口（万人）                       | UNKNOWN_INDICATOR
          户籍人口城镇化率（%）                    | UNKNOWN_INDICATOR
          农村居民人均纯收入（元）                 | UNKNOWN_INDICATOR
          城镇居民人均可支配收入_工资性收入（元）  | UNKNOWN_INDICATOR
          货运量（万吨）                           | UNKNOWN_INDICATOR
          工业企业利润总额（亿元）                 | UNKNOWN_INDICATOR
          地区生产总值（不变价）（亿元）           | UNKNOWN_INDICATOR
          地区生产总值（2020年不变价）（亿元）     | UNKNOWN_INDICATOR
          第二产业增加值占GDP比重（%）             | UNKNOWN_INDICATOR
          原煤产量日均（万吨）                     | UNKNOWN_INDICATOR
          原煤库存（万吨）                         | UNKNOWN_INDICATOR
          人均粮食产量（公斤）                     | UNKNOWN_INDICATOR
          ln人均GDP                                | UNKNOWN_INDICATOR
          地区生产总值（亿美元）                   | FOREIGN_CURRENCY
          出口总额（美元）                         | FOREIGN_CURRENCY
          实际利用外资（亿元）                     | UNFIT_UNIT
          发电量（万千瓦）                         | UNFIT_UNIT
          规模以上工业增加值（%）                  | UNFIT_UNIT
          地区生产总值（人民币）                   | NO_UNIT
          地区生产总值                             | NO_UNIT
          第三产业占比                             | NO_UNIT
          社会消费品零售总额当月同比增长（%）      | AMBIGUOUS_PERIOD
          社会消费品零售总额累计（亿元）           | AMBIGUOUS_PERIOD
          """)
  void aHeadThatOnlyContainsAKnownNameOrLacksItsUnitIsRefused(String head, String code) {
    assertThat(read(head)).isEqualTo(code);
  }

  private static String read(String head) {
    TableText table = TableText.read(TABLE.formatted(head));
    assertThat(table.observations().size() + table.rejections().size()).isOne();
    if (table.observations().isEmpty()) {
      return table.rejections().get(0).substring("C2 ".length());
    }
    List<String> words = List.of(table.observations().get(0).split(" "));
    return String.join(" ", words.get(2), words.get(3), words.get(8));
  }
}
