package io.yanmen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A source's hints fix or add any piece of evidence. */
class HintsTest {
  private static TableText read(String hints, String sheet, String drawing) {
    return TableText.read(drawing, "t.xlsx", sheet, Hints.of(hints), true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          area: 代县            | 指标,2024年               | 工业投资（亿元）,5 | B2 140923 industrial_investment level actual A period 2024 50000 exact
          indicator: 工业投资   | 县区,2024年（亿元）        | 代县,5            | B2 140923 industrial_investment level actual A period 2024 50000 exact
          unit: 亿元            | 县区,2024年工业投资        | 代县,5            | B2 140923 industrial_investment level actual A period 2024 50000 exact
          period: 2024          | 县区,工业投资（亿元）      | 代县,5            | B2 140923 industrial_investment level actual A period 2024 50000 exact
          measure: yoy          | 县区,2024年工业投资（%）   | 代县,5            | B2 140923 industrial_investment yoy actual A period 2024 5 exact
          scenario: target      | 县区,2024年工业投资（亿元） | 代县,5           | B2 140923 industrial_investment level target A period 2024 50000 exact
          accumulation: ytd     | 县区,2025年4月工业投资（亿元） | 代县,5        | B2 140923 industrial_investment level actual M ytd 2025-04 50000 exact
          accumulation: period  | 县区,2025年4月工业投资（亿元） | 代县,5        | B2 140923 industrial_investment level actual M period 2025-04 50000 exact
          """)
  void hintAddsWhatTheTableLeavesOpen(String hint, String head, String row, String observation) {
    String drawing = (head + "\n" + row).replace(",", " | ");

    assertThat(read(hint, "Sheet1", drawing).observations()).containsExactly(observation);
  }

  @Test
  void withoutTheHintOnAccumulationTheMonthOfATitleIsRefused() {
    String table =
        """
        忻州市2025年4月主要指标
        县区 | 工业投资（亿元）
        代县 | 5
        """;

    assertThat(read("{}", "Sheet1", table).rejections())
        .containsExactly("B3 AMBIGUOUS_ACCUMULATION");
    assertThat(read("accumulation: ytd", "Sheet1", table).observations())
        .containsExactly("B3 140923 industrial_investment level actual M ytd 2025-04 50000 exact");
  }

  @Test
  void hintThatSpansCannotHaveIsRefusedAndNotForced() {
    String table =
        """
        县区 | 2025年1-4月工业投资（亿元）
        代县 | 5
        """;

    assertThat(read("accumulation: period", "Sheet1", table).rejections())
        .containsExactly("B2 AMBIGUOUS_ACCUMULATION");
  }

  @Test
  void headerRowsAreTheHeadWhateverStandsInThem() {
    String table =
        """
        2024年主要指标
        2023 | 2023 | 2023
        县区 | 工业投资（亿元） | 2022
        代县 | 5 | 7
        定襄县 | 6 | 8
        """;

    TableText read = read("{header-rows: 3, ignore-columns: ['2022']}", "Sheet1", table);

    assertThat(read.observations())
        .containsExactly(
            "B4 140923 industrial_investment level actual A period 2024 50000 exact",
            "B5 140921 industrial_investment level actual A period 2024 60000 exact");
    assertThat(read.rejections()).isEmpty();
  }

  @Test
  void tablesBelowTheOneWithHeaderRowsAreStillFound() {
    String table =
        """
        2024年主要指标
        县区 | 工业投资（亿元）
        代县 | 5
        注：以上为快报数。

        2023年主要指标
        县区 | 工业投资（亿元）
        代县 | 4
        """;

    assertThat(read("header-rows: 2", "Sheet1", table).observations())
        .containsExactly(
            "B3 140923 industrial_investment level actual A period 2024 50000 exact",
            "B8 140923 industrial_investment level actual A period 2023 40000 exact");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sheets: [汇总]                       | 汇总 | 1
          sheets: [汇总]                       | 底稿 | 0
          sheets: [汇总]                       | ''   | 1
          skip-sheets: [底稿]                  | 底稿 | 0
          skip-sheets: [底稿]                  | 汇总 | 1
          {sheets: [汇总], skip-sheets: [汇总]} | 汇总 | 0
          """)
  void onlyTheSheetsThatAreMeantAreRead(String hints, String sheet, int observations) {
    String table =
        """
        县区 | 2024年工业投资（亿元）
        代县 | 5
        """;

    assertThat(read(hints, sheet, table).observations()).hasSize(observations);
  }
}
