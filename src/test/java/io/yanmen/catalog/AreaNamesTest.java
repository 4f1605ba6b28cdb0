package io.yanmen.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.model.Area;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AreaNamesTest {
  private static final AreaNames NAMES = new AreaNames(CatalogFiles.load());

  @ParameterizedTest
  @CsvSource({
    "繁峙县, 140924",
    "繁峙, 140924",
    "140924, 140924",
    "140924000000, 140924",
    "代县, 140923",
    "忻州市忻府区, 140902",
    "忻府, 140902",
    "山西省忻州市代县, 140923",
    "山西忻州, 140900",
    "內蒙古自治區, 150000",
    "内蒙古, 150000",
    "广西, 450000",
    "全国, 100000",
    "北京, 110000",
    "五台山风景名胜区, 140971",
    "忻州经济开发区, 140900-Z01",
    "襄樊市, 420600",
    "临平区, 330113",
    "钱塘区, 330114",
    "大厂县, 131028",
    "前郭县, 220721",
    "延边州, 222400",
    "宣武区, 110104",
    "Xinzhou, 140900"
  })
  void findsAnAreaByAnyUsualName(String name, String code) {
    assertThat(NAMES.today(NameNormalForm.of(name))).extracting(Area::code).containsExactly(code);
  }

  @Test
  void aNameOfSeveralAreasGivesThemAll() {
    assertThat(NAMES.lookup("鼓楼区")).hasSizeGreaterThan(2);
    assertThat(NAMES.lookup("吉林"))
        .extracting(Area::code)
        .containsExactlyInAnyOrder("220000", "220200");
  }

  @ParameterizedTest
  @CsvSource({
    "东山区, 2003, 440102 230406 650108",
    "东山区, 2010, 230406",
    "代县, 1995, 142225",
    "代县, 2000, 140923",
    "代县, 0, 140923",
    "忻州市, 1990, 142201",
    "忻州市, 2024, 140900",
    "钱塘区, 2015, 330114",
    "宣武区, 2009, 110104"
  })
  void aNameMeansTheAreasThatBoreItInTheYear(String name, int year, String codes) {
    assertThat(NAMES.asOf(NAMES.lookup(name), year))
        .extracting(Area::code)
        .containsExactlyInAnyOrder(codes.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "140923, 142225, true",
    "110102, 110104, true",
    "110102, 110103, false",
    "350111, 350103, false"
  })
  void anAreaSucceedsWhateverItTookThePlaceOfAsAWhole(String code, String before, boolean does) {
    assertThat(NAMES.succeeds(NAMES.byCode(code).orElseThrow(), NAMES.byCode(before).orElseThrow()))
        .isEqualTo(does);
  }

  @ParameterizedTest
  @CsvSource({"代", "第一小学", "代县统计局", "忻州市的县"})
  void aTextThatOnlyContainsANameIsNoArea(String text) {
    assertThat(NAMES.lookup(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"忻州市", "代县", "壮族自治县", "萬", "xinzhou", "140924"})
  @Timeout(5)
  void aNameAgainAndAgainIsNone(String name) {
    for (int times : new int[] {20, 50, 10_000}) {
      String text = name.repeat(times);
      assertThat(NAMES.lookup(text)).isEmpty();
      assertThat(NAMES.nearest(text, 3)).isEmpty();
    }
  }

  @Test
  void offersTheNearestNames() {
    assertThat(NAMES.nearest("繁寺县", 3)).anyMatch(name -> name.startsWith("繁峙县"));
  }

  @Test
  void everyAreaHasAParentThatIsAnArea() {
    assertThat(CatalogFiles.load().areas())
        .allSatisfy(
            area ->
                area.parentCode()
                    .ifPresent(p -> assertThat(NAMES.byCode(p)).as(area.code()).isPresent()));
  }
}
