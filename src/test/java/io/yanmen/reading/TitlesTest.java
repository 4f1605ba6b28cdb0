package io.yanmen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a line above a table says of 税收收入 of 代县 in 万元: measure, scenario, period and value; or the
 * code of the refusal with the words that it names first.
 */
class TitlesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # areas one within the other are the innermost, others make the table one of elsewhere
          忻州市代县2025年1-4月主要指标       | level actual M ytd 2025-04
          代县忻州市2025年1-4月主要指标       | level actual M ytd 2025-04
          山西省忻州市代县2025年1-4月主要指标 | level actual M ytd 2025-04
          忻州市、朔州市2025年1-4月主要指标   | UNKNOWN_AREA 代县
          忻州市和朔州市2025年1-4月主要指标   | UNKNOWN_AREA 代县
          忻州市朔州市2025年1-4月主要指标     | UNKNOWN_AREA 忻州市朔州市
          忻州市城区2025年1-4月主要指标       | UNKNOWN_AREA 忻州市城区
          忻州市港口2025年1-4月主要指标       | UNKNOWN_AREA 忻州市港口
          忻州市新兴产业2025年1-4月主要指标   | UNKNOWN_AREA 忻州市新兴
          代县上馆镇2025年1-4月主要指标       | UNKNOWN_AREA 代县上馆镇
          代县经济上馆镇2025年1-4月主要指标   | UNKNOWN_AREA 代县经济上馆镇
          代县经济开发区2025年1-4月主要指标   | UNKNOWN_AREA 代县经济开发区
          忻州市所属县2025年1-4月主要指标     | UNKNOWN_AREA 忻州市所属县
          忻州市城镇固定资产投资2025年1-4月情况 | UNKNOWN_CONTEXT 城镇
          # who made it, and of how many it speaks, says nothing
          忻州市统计局2025年1-4月主要指标     | level actual M ytd 2025-04
          忻州市各县（市、区）2025年1-4月主要指标 | level actual M ytd 2025-04
          忻州市分县2025年1-4月主要指标       | level actual M ytd 2025-04
          山西省各市2025年1-4月主要指标       | level actual M ytd 2025-04
          全市2025年1-4月主要指标             | level actual M ytd 2025-04
          附表1：忻州市2025年1-4月主要指标    | level actual M ytd 2025-04
          表2-1 忻州市2025年1-4月主要指标     | level actual M ytd 2025-04
          # periods
          忻州市二〇二五年一至四月主要指标    | level actual M ytd 2025-04
          忻州市截至2025年4月30日主要指标     | level actual M ytd 2025-04
          忻州市2025年4月30日主要指标         | UNKNOWN_AREA 忻州市2025年4月30日
          忻州市2025年上半年主要指标          | level actual Q ytd 2025-Q2
          忻州市2025年前三季度主要指标        | level actual Q ytd 2025-Q3
          忻州市2025年下半年主要指标          | UNSUPPORTED_PERIOD 2025年下半年
          忻州市2025年2-4月主要指标           | UNSUPPORTED_PERIOD 2025年2-4月
          忻州市2025年第18周主要指标          | UNSUPPORTED_PERIOD 2025年第18周
          忻州市2025年4月上旬主要指标         | UNSUPPORTED_PERIOD 2025年4月上旬
          忻州市2025年1-4月与2024年1-4月主要指标 | AMBIGUOUS_PERIOD 忻州市2025年1-4月与2024年1-4月主要指标
          忻州市2025年1-4月（2024年）主要指标 | AMBIGUOUS_PERIOD 忻州市2025年1-4月(2024年)主要指标
          2025年1-4月                         | level actual M ytd 2025-04
          2025                                | NO_PERIOD
          忻州市                              | NO_PERIOD
          # plans, and how far they got
          忻州市2025年主要指标计划            | level target A period 2025
          忻州市2025年主要指标目标            | level target A period 2025
          忻州市2025年主要指标计划完成情况    | AMBIGUOUS_SCENARIO 忻州市2025年主要指标计划完成情况 (Sheet1!A1)
          忻州市2025年主要指标目标完成情况    | AMBIGUOUS_SCENARIO 忻州市2025年主要指标目标完成情况 (Sheet1!A1)
          忻州市2025年1-4月主要指标完成情况   | level actual M ytd 2025-04
          # indicators and measures of a title are for columns that lack their own
          忻州市2025年1-4月固定资产投资情况   | level actual M ytd 2025-04
          忻州市2025年1-4月固定资产投资与税收收入 | level actual M ytd 2025-04
          忻州市2025年1-4月固定资产投资增速   | NO_UNIT 税收收入
          忻州市2025年1-4月固定资产投资位次   | AMBIGUOUS_MEASURE rank
          忻州市2025年1-4月主要指标同比       | UNKNOWN_CONTEXT 同比
          # fields
          忻州市2025年1-4月工业主要指标       | UNKNOWN_CONTEXT 工业
          忻州市2025年1-4月财政主要指标       | level actual M ytd 2025-04
          忻州市2025年1-4月第一产业主要指标   | UNKNOWN_CONTEXT 第一产业
          忻州市2025年1-4月采矿业主要指标     | UNKNOWN_CONTEXT 采矿业
          忻州市2025年1-4月规模以上工业主要指标 | UNKNOWN_CONTEXT 规模以上工业
          忻州市2025年1-4月限额以上主要指标   | UNKNOWN_CONTEXT 限额以上
          # brackets
          忻州市2025年1-4月主要指标（快报）   | level actual M ytd 2025-04
          忻州市2025年1-4月主要指标（一）     | level actual M ytd 2025-04
          忻州市2025年1-4月主要指标（含代县） | UNKNOWN_CONTEXT 含
          """)
  void aTitleIsUnderstoodAsAWholeOrRefusesItsTable(String title, String expected) {
    TableText table =
        TableText.read(
            """
            %s
            县区 | 税收收入（万元）
            代县 | 7
            """
                .formatted(title));

    assertThat(table.decisions()).hasSize(1);
    if (table.observations().isEmpty()) {
      String refusal = table.decisions().get(0).replaceAll("[\\[\\]]", "").strip();
      assertThat(refusal + ",").startsWith(expected + (expected.contains(" ") ? "," : ""));
    } else {
      List<String> words = List.of(table.observations().get(0).split(" "));
      assertThat(String.join(" ", words.subList(3, 8))).isEqualTo(expected);
      assertThat(words.get(8)).isEqualTo("7");
    }
  }
}
