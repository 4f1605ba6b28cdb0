package io.yanmen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which area a row of a table means by 全省, 全市 or 合计, or by a name that several bear: told by the
 * title, and by the other rows.
 */
class TotalsAndNamesakesTest {
  private static final String COUNTIES = "忻府区 定襄县 五台县 代县 繁峙县 宁武县 静乐县 神池县 五寨县 岢岚县 河曲县 保德县 偏关县";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the area of the title, if it is of that kind
          山西省 | 全省 太原市        | 140000 140100
          山西省 | 全国 太原市        | 100000 140100
          山西省 | 全市 太原市        | AMBIGUOUS_AREA 140100
          忻州市 | 全市 代县          | 140900 140923
          忻州市 | 全县 代县          | AMBIGUOUS_AREA 140923
          忻州市 | 全省 代县          | AMBIGUOUS_AREA 140923
          代县   | 全市 全县          | AMBIGUOUS_AREA 140923
          # or that around all rows
          ''     | 全省 太原市 大同市 | 140000 140100 140200
          ''     | 全市 代县 繁峙县   | 140900 140923 140924
          ''     | 全市 代县 太谷区   | AMBIGUOUS_AREA 140923 140703
          ''     | 全县 代县          | AMBIGUOUS_AREA 140923
          ''     | 全国 北京市        | 100000 110000
          ''     | 山西省 全省 太原市 | 140000 AMBIGUOUS_AREA 140100
          # a sum is that of an area whose parts are all there, zones not needed
          ''     | 合计 $ 原平市      | 140900 $ 140981
          ''     | 合计 $             | AMBIGUOUS_AREA $
          ''     | 合计 忻府区 定襄县 | AMBIGUOUS_AREA 140902 140921
          忻州市 | 合计 忻府区        | AMBIGUOUS_AREA 140902
          # a name that several bear is the one among the others
          ''     | 鼓楼区 玄武区 秦淮区 | 320106 320102 320104
          ''     | 鼓楼区             | AMBIGUOUS_AREA
          江苏省 | 南京市 鼓楼区 徐州市 | 320100 AMBIGUOUS_AREA 320300
          ''     | 朝阳 丰台 海淀     | 110105 110106 110108
          ''     | 朝阳 沈阳 大连 鞍山 抚顺 | 211300 210100 210200 210300 210400
          ''     | 吉林 辽宁 黑龙江   | 220000 210000 230000
          ''     | 吉林 长春 四平 通化 | 220200 220100 220300 220500
          ''     | 吉林               | AMBIGUOUS_AREA
          """)
  void aRowMeansTheAreaThatTheTableIsAbout(String title, String rows, String expected) {
    TableText table =
        TableText.read(
            "%s2024年主要指标\n县区 | 税收收入（万元）\n".formatted(title)
                + Stream.of(rows.replace("$", COUNTIES).split(" "))
                    .map(it -> it + " | 9")
                    .collect(Collectors.joining("\n")));

    assertThat(table.observations().size() + table.rejections().size())
        .isEqualTo(rows.replace("$", COUNTIES).split(" ").length);
    String[] each = expected.split(" ");
    Stream<String> areas =
        Stream.concat(table.observations().stream(), table.rejections().stream())
            .map(it -> it.split(" ")[1]);
    assertThat(areas)
        .contains(Stream.of(each).filter(it -> !it.equals("$")).toArray(String[]::new));
    long refused = Stream.of(each).filter(it -> it.matches("[A-Z_]+")).count();
    assertThat(table.rejections()).hasSize((int) refused);
  }
}
