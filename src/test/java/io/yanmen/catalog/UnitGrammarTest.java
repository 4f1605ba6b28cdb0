package io.yanmen.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitGrammarTest {
  private final UnitGrammar grammar = new UnitGrammar();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          713        | 亿元          | 万元     | 7130000
          1.14       | 亿吨          | 万吨     | 11400
          2          | 万元/辆       | 元/辆    | 20000
          575.18     | MW            | 万千瓦   | 57.518
          14         | GW            | GW       | 14
          610.98     | 吨            | 万吨     | 0.061098
          1          | Mt            | 万吨     | 100
          21.3       | 亿斤          | 万吨     | 106.5
          3          | 公斤          | 吨       | 0.003
          3          | TWh           | 万千瓦时 | 300000
          1.5        | 亿千瓦时      | 万千瓦时 | 15000
          12         | 公顷          | 平方米   | 120000
          30         | 亩            | 公顷     | 2
          5          | ‰             | %        | 0.5
          10         | 千元          | 万元     | 1
          7          | 人民币万元    | 万元     | 7
          7          | 亿元人民币    | 万元     | 70000
          7          | 萬噸          | 万吨     | 7
          3          | CNY 100 million | 万元   | 30000
          8          | 10,000 tons   | 万吨     | 8
          61         | 项            | 个       | 61
          2          | 亿立方米      | 万立方米 | 20000
          9          | 万头          | 头       | 90000
          """)
  void convertsExactly(BigDecimal value, String from, String to, BigDecimal expected) {
    Unit unit = grammar.parse(from).orElseThrow();
    Unit target = grammar.parse(to).orElseThrow();

    assertThat(unit.convert(value, target)).isEqualByComparingTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "万",
        "亿",
        "万%",
        "元元",
        "吨/",
        "kkw",
        "斤两",
        "MT",
        "mt",
        "10,000 MT",
        "人民币",
        "万元/元/人",
        "CNY RMB",
        "cnycny",
        "usd cny usd"
      })
  void knowsNoUnitThatIsNone(String text) {
    assertThat(grammar.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"美元", "千美元", "万美元", "亿美元", "USD million", "港元", "欧元"})
  void tellsForeignMoneyApart(String text) {
    assertThat(grammar.parse(text).orElseThrow().isForeignMoney()).isTrue();
  }

  @Test
  void knowsEveryCanonicalUnitOfTheCatalogue() {
    assertThat(CatalogFiles.load().indicators())
        .allSatisfy(i -> assertThat(grammar.parse(i.unit())).as(i.code()).isPresent());
  }
}
