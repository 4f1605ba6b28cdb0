package io.yanmen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How the words of one head are taken apart: brackets, segments, numbering, units, and areas and
 * parts before a name; all of it is understood, or nothing is read.
 */
class WordsOfHeadsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # remarks in brackets, also in brackets of their own
          税收收入（当月）（万元）             | tax_revenue level period 7
          税收收入（（当月））（万元）         | tax_revenue level period 7
          税收收入（（（当月）））（万元）     | tax_revenue level period 7
          税收收入（（（（当月））））（万元） | tax_revenue level period 7
          税收收入（（（（（当月）））））（万元） | UNKNOWN_INDICATOR
          税收收入（万元）（累计）             | tax_revenue level ytd 7
          （税收收入当月）（万元）             | UNKNOWN_INDICATOR
          （当月）税收收入（万元）             | UNKNOWN_INDICATOR
          # brackets that do not close, or do not open
          税收收入当月（万元                   | UNKNOWN_INDICATOR
          税收收入当月万元）                   | UNKNOWN_INDICATOR
          税收收入）当月（万元）               | UNKNOWN_INDICATOR
          （（税收收入当月（万元）             | UNKNOWN_INDICATOR
          # several remarks in one bracket: all of them are understood, or the bracket is not
          税收收入（当月、万元）               | tax_revenue level period 7
          税收收入（万元，当月）               | tax_revenue level period 7
          税收收入（当月、采煤队）（万元）     | UNKNOWN_INDICATOR
          税收收入（采煤队、当月）（万元）     | UNKNOWN_INDICATOR
          税收收入（当月、）（万元）           | UNKNOWN_INDICATOR
          税收收入（单位：万元）当月           | tax_revenue level period 7
          # a bracket that names something is no remark
          税收收入（固定资产投资）当月（万元） | UNKNOWN_INDICATOR
          税收收入（代县）当月（万元）         | UNKNOWN_INDICATOR
          # segments, of which each is read for itself
          税收收入:当月（万元）                | tax_revenue level period 7
          税收收入_累计（万元）                | tax_revenue level ytd 7
          税收收入:当月:同比增长（%）          | tax_revenue yoy period 7
          累计:税收收入（万元）                | tax_revenue level ytd 7
          :税收收入当月（万元）                | tax_revenue level period 7
          税收收入累计_:（万元）               | tax_revenue level ytd 7
          税收收入:当月:采煤（万元）           | UNKNOWN_INDICATOR
          税收收入_a_累计（万元）              | UNKNOWN_INDICATOR
          税收收入_当月_累计（万元）           | CONFLICTING_EVIDENCE
          # numbering and marks of notes
          1.税收收入当月（万元）               | tax_revenue level period 7
          （1）税收收入当月（万元）            | tax_revenue level period 7
          一、税收收入当月（万元）             | tax_revenue level period 7
          税收收入*当月（万元）                | tax_revenue level period 7
          税收收入当月*（万元）                | tax_revenue level period 7
          税收收入当月①（万元）               | tax_revenue level period 7
          税收收入1）当月（万元）              | UNKNOWN_INDICATOR
          其中：税收收入当月（万元）           | tax_revenue level period 7
          # a unit after the name, with a comma or without
          当月税收收入，万元                   | tax_revenue level period 7
          当月税收收入万元                     | tax_revenue level period 7
          当月税收收入/万元                    | tax_revenue level period 7
          当月税收收入：亿元                   | tax_revenue level period 70000
          当月税收收入万元累计                 | CONFLICTING_EVIDENCE
          当月税收收入、亿元、                 | UNKNOWN_INDICATOR
          当月税收收入亿千瓦时                 | UNFIT_UNIT
          当月税收收入同比±%                   | tax_revenue yoy period 7
          """)
  void aHeadIsUnderstoodAsAWholeOrNotAtAll(String head, String expected) {
    assertThat(
            read(
                """
                忻州市2025年4月主要指标
                县区 | %s
                代县 | 7
                """
                    .formatted(head)))
        .isEqualTo(expected.contains(" ") ? "140923 " + expected : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          当月         | tax_revenue level period 7
          （当月）     | tax_revenue level period 7
          （（当月））   | tax_revenue level period 7
          累计（万元） | tax_revenue level ytd 7
          _累计        | tax_revenue level ytd 7
          当月：       | tax_revenue level period 7
          （采煤队）   | UNKNOWN_INDICATOR
          当月采煤队   | UNKNOWN_INDICATOR
          """)
  void aHeadBelowANameOnlyNarrowsIt(String head, String expected) {
    assertThat(
            read(
                """
                忻州市2025年4月主要指标
                县区 | 税收收入（万元） | <
                ^ | %s | 同比增长（%%）
                代县 | 7 |
                """
                    .formatted(head)))
        .isEqualTo(expected.contains(" ") ? "140923 " + expected : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # an area before the name of an indicator, short or long
          代县税收收入                           | 140923 tax_revenue level ytd 7
          代县GDP                                | 140923 gdp level ytd 7
          忻州市税收收入                         | 140900 tax_revenue level ytd 7
          忻州市代县税收收入                     | 140923 tax_revenue level ytd 7
          新疆维吾尔自治区税收收入               | 650000 tax_revenue level ytd 7
          积石山保安族东乡族撒拉族自治县税收收入 | 622927 tax_revenue level ytd 7
          双江拉祜族佤族布朗族傣族自治县税收收入 | 530925 tax_revenue level ytd 7
          代县其中税收收入                       | 140923 tax_revenue level ytd 7
          代县繁峙县税收收入                     | CONFLICTING_EVIDENCE
          代县的税收收入                         | UNKNOWN_INDICATOR
          代县采煤队税收收入                     | UNKNOWN_INDICATOR
          县税收收入                             | UNKNOWN_INDICATOR
          代县投资                               | UNKNOWN_INDICATOR
          # a part before the name of an indicator that has such a part
          代县固定资产投资                       | 140923 fixed_asset_investment level ytd 7
          代县采矿业固定资产投资                 | UNKNOWN_INDICATOR
          """)
  void anAreaBeforeANameIsThatOfTheFigure(String name, String expected) {
    assertThat(
            read(
                """
                2025年1-4月主要指标
                指标 | 单位 | 累计
                %s | 万元 | 7
                """
                    .formatted(name)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          采矿业固定资产投资       | fixed_asset_investment×activity:B level ytd 7
          房地产业固定资产投资     | fixed_asset_investment×activity:K level ytd 7
          第二产业固定资产投资     | fixed_asset_investment×sector:2 level ytd 7
          其中：采矿业固定资产投资 | fixed_asset_investment×activity:B level ytd 7
          电力、热力、燃气及水生产和供应业固定资产投资 | fixed_asset_investment×activity:D level ytd 7
          采矿业的固定资产投资     | UNKNOWN_INDICATOR
          采矿固定资产投资         | UNKNOWN_INDICATOR
          采矿业采矿业固定资产投资 | UNKNOWN_INDICATOR
          第二产业旅游收入         | UNKNOWN_INDICATOR
          """)
  void aPartBeforeANameIsOneThatTheIndicatorHas(String name, String expected) {
    assertThat(
            read(
                """
                代县2025年1-4月主要指标
                指标 | 单位 | 累计
                %s | 万元 | 7
                """
                    .formatted(name)))
        .isEqualTo(expected.contains(" ") ? "140923 " + expected : expected);
  }

  private static String read(String drawing) {
    TableText table = TableText.read(drawing);
    assertThat(table.observations().size() + table.rejections().size()).isOne();
    if (table.observations().isEmpty()) {
      return table.rejections().get(0).split(" ")[1];
    }
    List<String> words = List.of(table.observations().get(0).split(" "));
    return String.join(" ", words.get(1), words.get(2), words.get(3), words.get(6), words.get(8));
  }
}
