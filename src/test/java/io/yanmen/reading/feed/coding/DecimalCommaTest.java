package io.yanmen.reading.feed.coding;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.model.table.Cell;
import io.yanmen.reading.feed.FormatByCode;
import io.yanmen.reading.feed.message.FeedFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalCommaTest {
  @ParameterizedTest(name = "{0} in {1}, commas decimal {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12,4      | SDMX_CSV | false | 12.4
          -3,25     | SDMX_CSV | false | -3.25
          0,125     | SDMX_CSV | false | 0.125
          1,250     | SDMX_CSV | false | AMBIGUOUS_VALUE [1,250, 1250, 1.250, thousands_or_decimals]
          1,250,000 | SDMX_CSV | false | 1,250,000
          1,250     | CSV      | false | 1,250
          1,250     | CSV      | true  | 1.250
          12        | CSV      | true  | 12
          1.250     | CSV      | true  | AMBIGUOUS_VALUE [1.250, 1250, 1.250, thousands_or_decimals]
          1.250,5   | CSV      | true  | AMBIGUOUS_VALUE [1.250,5, 1250.5, 1.2505, thousands_or_decimals]
          8%        | CSV      | true  | 8%
          """)
  void commaHasOneReadingOrNone(
      String text,
      @ConvertWith(FormatByCode.class) FeedFormat format,
      boolean declared,
      String expected) {
    DecimalComma.Read read = DecimalComma.read(Cell.text(text), format, declared);
    assertThat(
            read.refusal().map(it -> it.code() + " " + it.arguments()).orElse(read.cell().text()))
        .isEqualTo(expected);
  }
}
