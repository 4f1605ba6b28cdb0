package io.yanmen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Long tables in which a column says one thing, in codes or in words: each code, and no other. */
class CodedColumnsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # in our own codes
          tax_revenue | 140923 | 2025-04 | level | actual   | ytd    | A | M | 万元 | level actual M ytd 2025-04
          tax_revenue | 140923 | 2025-04 | level | forecast | period | P | M | 万元 | level forecast M period 2025-04
          tax_revenue | 140923 | 2025-04 | yoy   | actual   | ytd    | E | M | %    | yoy actual M ytd 2025-04
          tax_revenue | 140923 | 2025    | level | target   | period | A | A | 万元 | level target A period 2025
          tax_revenue | 140923 | 2025-06 | level | actual   | ytd    | a | quarterly | 万元 | level actual Q ytd 2025-Q2
          tax_revenue | 140923 | 2025-12 | level | actual   | period | e | annual    | 万元 | level actual A period 2025
          tax_revenue | 140923 | 2025-04 | level | actual   | ytd    | A | monthly   | 万元 | level actual M ytd 2025-04
          # in words
          税收收入    | 代县   | 2025年4月 | 增长 | 预计   | 累计   | A | 月 | %    | yoy forecast M ytd 2025-04
          税收收入    | 代县   | 2025年6月 | level | actual | 当季  | A | 季度 | 万元 | level actual Q period 2025-Q2
          # each column has words of its own
          某某        | 140923 | 2025-04 | level | actual   | ytd    | A | M | 万元 | UNKNOWN_INDICATOR
          tax_revenue | 149999 | 2025-04 | level | actual   | ytd    | A | M | 万元 | UNKNOWN_AREA
          tax_revenue | 某某   | 2025-04 | level | actual   | ytd    | A | M | 万元 | UNKNOWN_AREA
          tax_revenue | 140923 | 某某    | level | actual   | ytd    | A | M | 万元 | UNKNOWN_PERIOD
          tax_revenue | 140923 | 2025-04 | 某某  | actual   | ytd    | A | M | 万元 | UNKNOWN_CONTEXT
          tax_revenue | 140923 | 2025-04 | level | 某某     | ytd    | A | M | 万元 | UNKNOWN_CONTEXT
          tax_revenue | 140923 | 2025-04 | level | actual   | 某某   | A | M | 万元 | UNKNOWN_CONTEXT
          tax_revenue | 140923 | 2025-04 | level | actual   | ytd    | X | M | 万元 | UNKNOWN_CONTEXT
          tax_revenue | 140923 | 2025-04 | level | actual   | ytd    | 初步数 | M | 万元 | UNKNOWN_CONTEXT
          tax_revenue | 140923 | 2025-04 | level | actual   | ytd    | A | 周 | 万元 | UNKNOWN_CONTEXT
          tax_revenue | 140923 | 2025-04 | level | actual   | ytd    | A | M | 某某 | UNKNOWN_UNIT
          """)
  void eachCodeOfARowIsKnownOrTheRowIsRefused(
      String indicator,
      String area,
      String period,
      String measure,
      String scenario,
      String accumulation,
      String status,
      String frequency,
      String unit,
      String expected) {
    String row =
        String.join(
            " | ",
            List.of(
                indicator, area, period, measure, scenario, accumulation, status, frequency, unit));
    TableText table =
        TableText.read(
            """
            indicator | area | period | measure | scenario | accumulation | status | frequency | unit | value
            %s | 7
            gdp | 140900 | 2024 | level | actual | period | A | A | 亿元 | 5
            """
                .formatted(row));
    Stream<String> found =
        Stream.concat(
            table.observations().stream().map(it -> it.replace("J2 140923 tax_revenue ", "")),
            table.rejections().stream().map(it -> it.replace("J2 ", "")));

    assertThat(found)
        .containsExactlyInAnyOrder(
            expected.contains(" ") ? expected + " 7 exact" : expected,
            "J3 140900 gdp level actual A period 2024 50000 exact");
  }
}
