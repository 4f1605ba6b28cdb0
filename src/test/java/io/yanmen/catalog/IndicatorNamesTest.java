package io.yanmen.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.model.Indicator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndicatorNamesTest {
  private static final Catalog CATALOG = CatalogFiles.load();
  private static final IndicatorNames NAMES = new IndicatorNames(CATALOG);

  @ParameterizedTest
  @CsvSource({
    "固定资产投资, fixed_asset_investment",
    "固定资产投资（不含农户）, fixed_asset_investment",
    "国内生产总值, gdp",
    "GDP, gdp",
    "fixed-asset investment, fixed_asset_investment",
    "居民消费价格指数(上年同月=100), consumer_price_index",
    "煤炭产量, raw_coal_output"
  })
  void findsAnIndicatorByNameAndAlias(String name, String code) {
    assertThat(NAMES.lookup(NameNormalForm.of(name)))
        .extracting(Indicator::code)
        .containsExactly(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"固定资产投资实际到位资金", "人口数(人口抽样调查)", "汽车制造业增加值", "工业增加值", "食品居民消费价格指数"})
  void aNameThatOnlyContainsAKnownNameIsNotThatIndicator(String name) {
    assertThat(NAMES.lookup(NameNormalForm.of(name))).isEmpty();
  }

  @Test
  void theCatalogueHasItsHundredAndNineIndicators() {
    assertThat(CATALOG.indicators()).hasSize(109);
  }

  @Test
  void offersTheNearestNames() {
    assertThat(NAMES.nearest("工业增加值", 3)).contains("规模以上工业增加值");
  }
}
