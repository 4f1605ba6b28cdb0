package io.yanmen.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameNormalFormTest {
  @ParameterizedTest
  @CsvSource({
    "定襄县\u200E, 定襄县",
    "\u202A代县\u202C, 代县",
    "\u2067代县\u2069\u061C, 代县",
    "代县₁, 代县",
    "二氧化硫SO₂排放量, 二氧化硫SO2排放量",
    "耕地面积（平方米²）, 耕地面积(平方米2)"
  })
  void marksThatNobodySeesOrReadsAreNoPartOfAName(String written, String name) {
    assertThat(NameNormalForm.of(written)).isEqualTo(name);
  }
}
