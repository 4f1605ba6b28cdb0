package io.yanmen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is not understood, or understood in two ways, is refused with its code; the rest is read.
 */
class RefusalsTest {
  private static final String BULLETIN =
      """
      忻州市2025年1-4月主要指标
      单位：%s
      县区 | %s
      %s | %s
      定襄县 | 1
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          万元   | 固定资产投资累计              | 代峙县 | 5        | UNKNOWN_AREA
          万元   | 固定资产投资累计              | 代县   | abc      | NOT_A_NUMBER
          万元   | 固定资产投资累计              | 代县   | 5%       | PERCENT_IN_LEVEL
          万元   | 固定资产投资累计              | 代县   | 0.05%%   | PERCENT_IN_LEVEL
          万元   | 固定资产投资累计              | 代县   | =SUM(A1) | FORMULA_WITHOUT_VALUE
          万元   | 固定资产投资累计              | 代县   | (5)      | AMBIGUOUS_VALUE
          """)
  void refusesOneCellAndReadsTheOthers(
      String unit, String head, String area, String value, String code) {
    TableText table = TableText.read(BULLETIN.formatted(unit, head, area, value));

    assertThat(table.rejections()).containsExactly("B4 " + code);
    assertThat(table.observations()).singleElement().asString().startsWith("B5 140921");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          万元      | 固定资产投资实际到位资金累计 | UNKNOWN_INDICATOR
          万元      | 工业增加值累计               | UNKNOWN_INDICATOR
          万元、亿元 | 固定资产投资累计            | AMBIGUOUS_UNIT
          万吨      | 固定资产投资累计             | UNFIT_UNIT
          万美元    | 固定资产投资累计             | FOREIGN_CURRENCY
          万元      | 固定资产投资同比增长         | NO_UNIT
          万元      | 固定资产投资（%）            | UNFIT_UNIT
          """)
  void refusesAColumnThatIsNotClear(String unit, String head, String code) {
    TableText table = TableText.read(BULLETIN.formatted(unit, head, "代县", "5"));

    assertThat(table.rejections()).containsExactly("B4 " + code, "B5 " + code);
    assertThat(table.observations()).isEmpty();
  }

  @Test
  void whatShouldHaveHeldAFigureCountsLikeWhatDoes() {
    TableText table =
        TableText.read(
            """
            忻州市2024年主要指标
            县区 | 固定资产投资（亿元） | 采煤量
            代县 | 5 | 6
            繁峙县 | abc | 7
            五台县 | … | 8
            """);

    assertThat(table.observations()).hasSize(1);
    assertThat(table.rejections()).hasSize(4);
    assertThat(table.valueCells()).isEqualTo(5);
  }

  @Test
  void noUnitAnywhereIsRefused() {
    TableText table =
        TableText.read(
            """
            忻州市2025年1-4月
            县区 | 固定资产投资累计
            代县 | 5
            """);

    assertThat(table.rejections()).containsExactly("B3 NO_UNIT");
  }

  @Test
  void noPeriodAnywhereIsRefused() {
    TableText table =
        TableText.read(
            """
            县区 | 固定资产投资（亿元）
            代县 | 5
            """);

    assertThat(table.rejections()).containsExactly("B2 NO_PERIOD");
  }

  @Test
  void noAreaAnywhereIsRefused() {
    TableText table =
        TableText.read(
            """
            指标 | 2024年
            固定资产投资（亿元） | 5
            """);

    assertThat(table.rejections()).containsExactly("B2 NO_AREA");
  }

  @Test
  void aMonthInTheTitleAloneMayMeanTheYearSoFar() {
    TableText table =
        TableText.read(
            """
            忻州市2025年4月主要指标
            县区 | 固定资产投资（亿元）
            代县 | 5
            """);

    assertThat(table.rejections()).containsExactly("B3 AMBIGUOUS_ACCUMULATION");
  }

  @Test
  void theSameNameInTwoProvincesIsRefused() {
    TableText table =
        TableText.read(
            """
            2024年主要指标
            县区 | 地区生产总值（亿元）
            鼓楼区 | 5
            """);

    assertThat(table.rejections()).containsExactly("B3 AMBIGUOUS_AREA");
  }

  @Test
  void theSameNameIsToldApartByTheTitle() {
    TableText table =
        TableText.read(
            """
            南京市2024年主要指标
            县区 | 地区生产总值（亿元）
            鼓楼区 | 5
            """);

    assertThat(table.observations()).singleElement().asString().contains("320106");
  }

  @Test
  void aDecimalMonthAloneIsAmbiguous() {
    TableText table =
        TableText.read(
            """
            忻州市风电装机容量（万千瓦）
            时间 | 代县
            2016.1 | 12
            """);

    assertThat(table.observations()).isEmpty();
    assertThat(table.rejections()).isNotEmpty();
  }

  @Test
  void aColumnOfWordsThatIsNotUnderstoodRefusesItsRows() {
    TableText table =
        TableText.read(
            """
            2024年
            县区 | 行业 | 工业投资（亿元）
            代县 | 采煤一队 | 5
            """);

    assertThat(table.rejections()).containsExactly("C3 UNKNOWN_CONTEXT");
  }

  @Test
  void aYearAboveMonthsOfTheTitleIsAmbiguous() {
    TableText table =
        TableText.read(
            """
            2025年1-4月各县固定资产投资（亿元）
            县区 | 2024年 | 2025年
            代县 | 5 | 6
            """);

    assertThat(table.observations()).isEmpty();
    assertThat(table.rejections()).containsExactly("B3 AMBIGUOUS_PERIOD", "C3 AMBIGUOUS_PERIOD");
  }

  @Test
  void quarterlyFiguresInMonthsThatEndNoQuarterRefuseTheColumn() {
    TableText table =
        TableText.read(
            """
            指标 | 第二产业增加值_累计 | 规模以上工业企业利润总额_累计
            地区 | 全国 | 全国
            频度 | 季 | 月
            单位 | 亿元 | 亿元
            2010-06 | 86786.5 | 1
            2010-07 | | 2
            2011-04 | 47194 | 3
            """);

    assertThat(table.observations()).hasSize(3);
    assertThat(table.rejections()).hasSize(2);
  }
}
