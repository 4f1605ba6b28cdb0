package io.yanmen.reading.interpret.word;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.catalog.AreaNames;
import io.yanmen.catalog.Catalog;
import io.yanmen.catalog.CatalogFiles;
import io.yanmen.catalog.IndicatorNames;
import io.yanmen.catalog.UnitGrammar;
import io.yanmen.evidence.Evidence;
import io.yanmen.model.Area;
import io.yanmen.model.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitleReaderTest {
  private static final Catalog CATALOG = CatalogFiles.load();
  private static final TitleReader TITLES =
      TableLanguage.of(new AreaNames(CATALOG), new IndicatorNames(CATALOG), new UnitGrammar())
          .titles();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          代县上馆镇2025年1-4月主要经济指标       | UNKNOWN_AREA 代县上馆镇
          代县经济技术开发区2025年1-4月主要指标   | UNKNOWN_AREA 代县经济技术开发区
          代县晋能煤业有限公司2025年1-4月主要指标 | UNKNOWN_AREA 代县晋能煤业有限公司
          忻州市市本级2025年1-4月财政收支         | UNKNOWN_AREA 忻州市市本级
          忻州市2025年1-4月城镇固定资产投资情况   | UNKNOWN_CONTEXT 城镇
          忻州市2025年1-4月交通固定资产投资情况   | UNKNOWN_CONTEXT 交通
          忻州市2025年1-4月重点固定资产投资情况   | UNKNOWN_CONTEXT 重点
          忻州市2025年1-4月主要工业产品销售量     | UNKNOWN_CONTEXT 销售量
          忻州市2025年1-4月能源消费情况           | UNKNOWN_CONTEXT 能源消费
          忻州市2025年1-4月主要指标预计表         | UNKNOWN_CONTEXT 预计
          忻州市2025年1-4月主要指标环比增速       | UNSUPPORTED_MEASURE 环比增速
          忻州市2025年1-4月主要指标（仅含规上企业） | UNKNOWN_CONTEXT 仅含规上企业
          2025年下半年忻州市固定资产投资完成情况  | UNSUPPORTED_PERIOD 2025年下半年
          2025年4月上旬忻州市主要指标             | UNSUPPORTED_PERIOD 2025年4月上旬
          2025年第18周忻州市主要指标              | UNSUPPORTED_PERIOD 2025年第18周
          2021-2025年忻州市主要指标               | UNSUPPORTED_PERIOD 2021-2025年
          截至2025年4月20日忻州市主要指标         | UNSUPPORTED_PERIOD 截至2025年4月20日
          2025年4-6月忻州市主要指标               | UNSUPPORTED_PERIOD 2025年4-6月
          忻州市“十五五”规划主要指标              | UNSUPPORTED_PERIOD “十五五”
          """)
  void saysWhichWordsItDoesNotUnderstand(String title, String expected) {
    Evidence said = TITLES.line(title, "A1");
    assertThat(said.unknown())
        .singleElement()
        .satisfies(
            u -> {
              assertThat(u.value().code() + " " + u.value().words()).isEqualTo(expected);
              assertThat(u.where()).isEqualTo("A1");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "忻州市2025年1-4月主要经济指标完成情况表",
        "忻州市2025年1-4月主要经济指标汇总表（一）",
        "附件3：忻州市2025年1-4月主要经济指标",
        "忻州市2025年1-4月主要经济指标（续表）",
        "忻州市2025年1-4月各县（市、区）主要经济指标",
        "忻州市2025年1-4月主要经济指标 内部资料 注意保存",
        "第4期 忻州市2025年1-4月主要经济指标",
        "忻州市2025年1-4月主要经济指标（忻州市统计局 编）",
        "忻州市2025年1-4月主要经济指标及增速",
        "忻州市2025年1-4月财政金融情况",
        "忻州市２０２５年1—4月国民經濟主要指標（萬元）",
        "忻 州 市 2025 年 1-4 月 主 要 指 标"
      })
  void wordsThatChangeNothingAreAccountedFor(String title) {
    Evidence said = TITLES.line(title, "A1");
    assertThat(said.unknown()).isEmpty();
    assertThat(said.period()).isPresent();
    assertThat(said.area().orElseThrow().value().candidates())
        .first()
        .satisfies(a -> assertThat(a.code()).isEqualTo("140900"));
  }

  @Test
  void lastDayOfAMonthIsTheMonthUpToItsEnd() {
    Evidence said = TITLES.line("截至2025年4月30日忻州市主要指标", "A1");
    assertThat(said.unknown()).isEmpty();
    assertThat(said.period().orElseThrow().value().index()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "忻州市2025年主要预期目标分解表, TARGET",
    "忻州市2025年一般公共预算收入年初预算, TARGET",
    "忻州市2025年一般公共预算收入预算执行情况, ACTUAL"
  })
  void plansAndWhatBecameOfThemAreScenarios(String title, Scenario scenario) {
    Evidence said = TITLES.line(title, "A1");
    assertThat(said.unknown()).isEmpty();
    assertThat(said.scenario().orElseThrow().value()).isEqualTo(scenario);
    assertThat(said.scenario().orElseThrow().rival()).isEmpty();
  }

  @Test
  void twoAreasOfWhichNoneLiesInTheOtherContradict() {
    assertThat(TITLES.line("宜昌市和唐山市主要指标", "A1").area().orElseThrow().rival()).isPresent();
    assertThat(TITLES.line("忻州市代县主要指标", "A1").area().orElseThrow().rival()).isEmpty();
  }

  @Test
  void oneIndicatorOfATitleCountsWithItsMeasure() {
    Evidence said = TITLES.line("2025年1-4月忻州市固定资产投资增速情况", "A1");
    assertThat(said.indicator().orElseThrow().value().get(0).code())
        .isEqualTo("fixed_asset_investment");
    assertThat(said.measure()).isPresent();
    assertThat(TITLES.line("忻州市固定资产投资和税收收入情况", "A1").indicator()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sheet1",
        "附表1",
        "export_2025-04-30 (2).csv",
        "忻州市2025年1-4月主要指标_20250612.xlsx",
        "新建 Microsoft Excel 工作表.xlsx",
        "c1-monthly.xlsx"
      })
  void namesThatProgramsGiveAreAccountedFor(String name) {
    assertThat(TITLES.fileName(name).unknown()).isEmpty();
  }

  @Test
  void yearBehindLatinLettersIsAYear() {
    Evidence said = TITLES.fileName("report-2024年1-4月忻州市主要指标.csv");
    assertThat(said.unknown()).isEmpty();
    assertThat(said.period().orElseThrow().value().year()).isEqualTo(2024);
  }

  @Test
  void namesOfFilesAndSheetsAreTakenApartToo() {
    assertThat(TITLES.fileName("忻州市2025年1-4月农村主要指标.xlsx").unknown())
        .singleElement()
        .satisfies(u -> assertThat(u.value().words()).isEqualTo("农村"));
    assertThat(TITLES.sheetName("城镇").unknown())
        .singleElement()
        .satisfies(u -> assertThat(u.value().words()).isEqualTo("城镇"));
  }

  /**
   * What body of a place reports changes nothing; that it is another place than the table's may.
   */
  @Test
  void whoReportsIsOfAPlace() {
    Evidence said = TITLES.line("填报单位：太原市财政局", "A1");

    assertThat(said.unknown()).isEmpty();
    assertThat(said.area().orElseThrow().value().candidates())
        .extracting(Area::code)
        .contains("140100");
    assertThat(TITLES.line("填报单位：综合科", "A1").saysNothing()).isTrue();
  }

  @Test
  void lineWithAKnownKeyIsNoTitle() {
    assertThat(TITLES.isMetadata("填报单位：代县枣林镇人民政府")).isTrue();
    assertThat(TITLES.line("资料来源：代县枣林镇人民政府", "A1")).isEqualTo(Evidence.NONE);
    assertThat(TITLES.line("地区：代县枣林镇", "A1").unknown()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.csv",
        "12.xls",
        "0000-140923-2024-01.xlsx",
        "0712_140923.csv",
        "140923.xls",
        "代县-00417.csv",
        "20250612.csv",
        "1748839201553.xlsx"
      })
  void numbersOfFilesChangeNothing(String name) {
    assertThat(TITLES.fileName(name).unknown()).isEmpty();
  }

  @Test
  void codeInTheNameOfAFileIsItsArea() {
    Evidence said = TITLES.fileName("0000-140923-2024-01.xlsx");

    assertThat(said.area().orElseThrow().value().candidates())
        .extracting(Area::code)
        .containsExactly("140923");
    assertThat(said.period().orElseThrow().value().year()).isEqualTo(2024);
  }

  /** 1-4 may be months, 20% a share, and 30强 thirty of something. */
  @ParameterizedTest
  @ValueSource(strings = {"代县(1-4).csv", "代县_30强.csv", "代县120%.csv", "代县2025-13.csv"})
  void numbersThatMaySpeakOfFiguresAreNotUnderstood(String name) {
    assertThat(TITLES.fileName(name).unknown()).isNotEmpty();
  }
}
