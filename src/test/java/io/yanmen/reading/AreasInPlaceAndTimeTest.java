package io.yanmen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.reading.interpret.SourceHints;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A name of an area is looked for where and when the table speaks. */
class AreasInPlaceAndTimeTest {
  @ParameterizedTest
  @CsvSource({
    "大同市, 2016, 矿区, 140203",
    "大同市, 2016, 城区, 140202",
    "阳泉市, 2024, 矿区, 140303",
    "广州市, 2003, 东山区, 440102",
    "广州市, 2005, 东山区, 440102",
    "成都市, 1989, 东城区, 510102",
    "杭州市, 2022, 钱塘区, 330114",
    "新疆维吾尔自治区, 2024, 巴州, 652800",
    "巴中市, 2024, 巴州, 511902",
    "廊坊市, 2024, 大厂县, 131028",
    "忻州地区, 1995, 代县, 142225",
    "山西省, 2024, 代县, 140923",
    "忻州市, 2024, 山西省, 140000",
    "南昌市, 2024, 新建, 360112"
  })
  void aNameIsOfTheAreaThatBoreItThereThen(String city, int year, String name, String code) {
    TableText table = table(city, year, name);
    assertThat(table.rejections()).isEmpty();
    assertThat(table.observations().get(0)).startsWith("B3 " + code + " ");
  }

  /** A table of several years may look back on it; one that ends before it began may not. */
  @ParameterizedTest
  @CsvSource({"杭州市, 2018, 钱塘区", "苏州市, 2010, 姑苏区", "苏州市, 2011, 吴江区", "淮南市, 2014, 寿县"})
  void anAreaThatHadNotBegunIsRefused(String city, int year, String name) {
    TableText table = table(city, year, name);
    assertThat(table.observations()).isEmpty();
    assertThat(table.rejections()).containsExactly("B3 UNKNOWN_AREA");
  }

  @ParameterizedTest
  @CsvSource({
    "广州市, 2010, 东山区",
    "揭阳市, 2015, 东山区",
    "大同市, 2020, 矿区",
    "忻州市, 2024, 矿区",
    "忻州市, 2024, 榆次区",
    "代县, 2024, 繁峙县",
    "中山市, 2024, 东区",
    "忻州市, 2024, 公安"
  })
  void aNameThatNobodyBearsThereThenIsRefusedHoweverUniqueElsewhere(
      String city, int year, String name) {
    TableText table = table(city, year, name);
    assertThat(table.observations()).isEmpty();
    assertThat(table.rejections()).containsExactly("B3 UNKNOWN_AREA");
  }

  private static TableText table(String city, int year, String name) {
    return TableText.read(
        """
        %s%d年地区生产总值
        地区 | 地区生产总值（亿元）
        %s | 5
        """
            .formatted(city, year, name));
  }

  @Test
  void aFigureIsOfTheUnitOfItsOwnYear() {
    TableText table =
        TableText.read(
            """
            地区生产总值（亿元）
            地区 | 1998年 | 1999年 | 2000年 | 2001年
            代县 | 1 | 2 | 3 | 4
            """);
    assertThat(table.observations())
        .extracting(it -> it.split(" ")[1])
        .containsExactly("142225", "142225", "140923", "140923");
  }

  @Test
  void neighboursTellWhereTheTableIs() {
    TableText table =
        TableText.read(
            """
            2024年主要指标
            地区 | 地区生产总值（亿元）
            代县 | 1
            繁峙县 | 2
            定襄县 | 3
            静乐县 | 4
            榆次区 | 5
            """);
    assertThat(table.observations()).hasSize(4);
    assertThat(table.rejections()).containsExactly("B7 UNKNOWN_AREA");
  }

  @Test
  void areasOfManyProvincesHaveNoPlaceInCommon() {
    TableText table =
        TableText.read(
            """
            2024年主要指标
            地区 | 地区生产总值（亿元）
            太原市 | 1
            大同市 | 2
            西安市 | 3
            成都市 | 4
            """);
    assertThat(table.observations()).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({"新建", "公安", "合作", "和平", "港口"})
  void aNounAmongIndicatorsIsNoCounty(String noun) {
    TableText table =
        TableText.read(
            """
            忻州市2024年固定资产投资情况
            指标 | 单位 | 2024年
            固定资产投资 | 万元 | 9
            %s | 万元 | 5
            """
                .formatted(noun));
    assertThat(table.observations()).hasSize(1).allMatch(it -> it.startsWith("C3 140900 "));
    assertThat(table.rejections()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"全市, 忻州市", "全国, 忻州市", "忻州市, 忻州市"})
  void aColumnOfTheWholeAmongTheCountiesOwnBelongsToNeither(String whole, String city) {
    TableText table =
        TableText.read(
            """
            %s2025年1-4月固定资产投资
            县区 | 固定资产投资（亿元） | %s固定资产投资增速（%%）
            代县 | 5 | 8.1
            繁峙县 | 6 | 8.1
            """
                .formatted(city, whole));
    assertThat(table.observations()).hasSize(2).allMatch(it -> it.startsWith("B"));
    assertThat(table.rejections())
        .isEqualTo(List.of("C3 CONFLICTING_EVIDENCE", "C4 CONFLICTING_EVIDENCE"));
  }

  @ParameterizedTest
  @CsvSource({
    "代县2025年1-4月主要指标, 2025年1-5月, 表.xlsx",
    "代县2025年1-4月主要指标, Sheet1, 代县2025年1-3月.xlsx",
    "代县2025年1-4月主要指标, Sheet1, 代县2024年1-4月.xlsx",
    "代县2025年上半年主要指标, 2024年, 表.xlsx",
    "代县2025年1-4月主要指标, 繁峙县, 表.xlsx",
    "代县2025年1-4月主要指标, Sheet1, 繁峙县.xlsx",
    "代县2025年1-4月主要指标, Sheet1, 朔州市2025年1-4月.xlsx",
    "主要指标, 代县2025年1-4月, 繁峙县2025年1-4月.xlsx"
  })
  void whatCannotBothBeTrueIsRefused(String title, String sheet, String file) {
    TableText table = around(title, sheet, file, "2025年1-4月", SourceHints.NONE);
    assertThat(table.observations()).isEmpty();
    assertThat(table.rejections()).containsExactly("C3 CONFLICTING_EVIDENCE");
  }

  @ParameterizedTest
  @CsvSource({
    "代县2025年1-4月主要指标, 2025年1-4月, 忻州市2025年4月.xlsx",
    "代县2025年1-4月主要指标, 代县, 代县2025年.xlsx",
    "代县2025年1-4月主要指标, 1-4月, 山西省.xlsx",
    "代县2025年1-4月主要指标, Sheet1, 忻州市（2008-2025）.xlsx"
  })
  void whatMayBothBeTrueIsNoContradiction(String title, String sheet, String file) {
    TableText table = around(title, sheet, file, "2025年1-4月", SourceHints.NONE);
    assertThat(table.rejections()).isEmpty();
    assertThat(table.observations()).hasSize(1);
  }

  @Test
  void monthsOfTheHeadsAreHeldAgainstTheFileName() {
    TableText table = around("主要指标", "Sheet1", "代县2025年1-5月.xlsx", "2025年1-4月", SourceHints.NONE);
    assertThat(table.observations()).isEmpty();
    assertThat(table.rejections()).containsExactly("C3 CONFLICTING_EVIDENCE");
  }

  private static TableText around(
      String title, String sheet, String file, String head, SourceHints hints) {
    return TableText.read(
        """
        %s
        指标 | 单位 | %s
        固定资产投资 | 万元 | 5
        """
            .formatted(title, head),
        file,
        sheet,
        hints,
        true);
  }

  /** 代县 bears a sheet's name: rows of its neighbours are not what the sheet is about. */
  @Test
  void theInnermostAreaAroundATableHoldsItsRows() {
    String table = "忻州市2025年1-4月主要指标\n县区 | 固定资产投资（万元）\n五台县 | 5\n定襄县 | 6";
    assertThat(TableText.read(table, "a.xlsx", "代县", SourceHints.NONE, true).observations())
        .isEmpty();
    assertThat(TableText.read(table, "代县.xlsx", "Sheet1", SourceHints.NONE, true).observations())
        .isEmpty();
    assertThat(TableText.read(table, "忻州市.xlsx", "山西", SourceHints.NONE, true).observations())
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024", "202503", "2025-3", "1-5", "2025q2", "q2"})
  void periodsThatNameASheetOrFileMustAgree(String name) {
    String table = "忻州市2025年1-4月主要指标\n县区 | 固定资产投资（万元）\n五台县 | 5";
    assertThat(TableText.read(table, "a.xlsx", name, SourceHints.NONE, true).observations())
        .isEmpty();
    assertThat(
            TableText.read(table, name + ".xlsx", "Sheet1", SourceHints.NONE, true).observations())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025", "202504", "2025-4", "1-4"})
  void periodsThatNameASheetOrFileMayRepeatTheTitle(String name) {
    String table = "忻州市2025年1-4月主要指标\n县区 | 固定资产投资（万元）\n五台县 | 5";
    assertThat(TableText.read(table, name + ".xlsx", name, SourceHints.NONE, true).observations())
        .hasSize(1);
  }

  /** 增长 beside the heads of two counties is the one's before it, where each has one. */
  @Test
  void headsWithoutAnAreaAreAboutTheOneBeforeThem() {
    assertThat(
            TableText.read(
                    "忻州市2025年1-4月主要指标\n指标 | 单位 | 五台县 | 增长% | 代县 | 增长%\n"
                        + "固定资产投资 | 万元 | 5 | 1 | 6 | 2")
                .observations())
        .hasSize(4)
        .noneMatch(it -> it.contains(" 140900 "));
    assertThat(
            TableText.read(
                    "忻州市2025年1-4月主要指标\n指标 | 单位 | 五台县 | 代县 | 增长%\n" + "固定资产投资 | 万元 | 5 | 6 | 2")
                .observations())
        .hasSize(2)
        .noneMatch(it -> it.startsWith("E3"));
  }

  /**
   * 新建 beside 扩建 is a kind of investment, and 公安 of expenditure, wherever counties are called so.
   */
  @ParameterizedTest
  @ValueSource(strings = {"新建", "合作", "固定资产投资:合作:累计值", "一般公共预算支出:公安:累计值"})
  void aWordInAHeadIsNoCountyByItself(String head) {
    TableText table =
        TableText.read("2024年固定资产投资（亿元）\n年份 | %s | 扩建\n2023年 | 6 | 2\n".formatted(head));
    assertThat(table.observations()).isEmpty();
    assertThat(table.rejections()).contains("B3 UNKNOWN_AREA");
  }

  @Test
  void aNameAmongHeadsOfAreasIsAnAreaThatIsNotKnown() {
    TableText table =
        TableText.read("2022年主要指标\n指标 | 单位 | 惠州市 | 惠城区 | 大亚湾区\n常住人口 | 万人 | 605 | 156 | 44\n");
    assertThat(table.observations()).hasSize(2);
    assertThat(table.rejections()).containsExactly("E3 UNKNOWN_AREA");
  }

  @Test
  void shortNamesOfHeadsBesideOthersOfTheirPlaceAreCounties() {
    assertThat(TableText.read("2024年地区生产总值（亿元）\n年份 | 原平 | 五台\n2023年 | 6 | 2\n").observations())
        .extracting(it -> it.split(" ")[1])
        .containsExactly("140981", "140922");
    assertThat(TableText.read("南昌市地区生产总值（亿元）\n年份 | 新建\n2023年 | 6\n").observations())
        .extracting(it -> it.split(" ")[1])
        .containsExactly("360112");
  }

  @Test
  void theWholeCityIsThatOfMostColumnsWhereNothingElseNamesIt() {
    TableText table =
        TableText.read(
            """
            指标 | 单位 | 全市 | 榕城区 | 揭西县 | 惠来县 | 东山区
            2012年揭阳市年末常住人口 | 万人 | 595 | 43 | 83 | 90 | 19
            """);
    assertThat(table.observations())
        .extracting(it -> it.split(" ")[1])
        .containsExactly("445200", "445202", "445222", "445224");
    assertThat(table.rejections()).containsExactly("G2 UNKNOWN_AREA");
  }
}
