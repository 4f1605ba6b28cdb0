package io.yanmen.reading.format.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.model.table.Cell;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFormatTest {
  /** 45777.35416666667 is 30 April 2025, 8:30. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          General               | NUMBER 45777.3541666667
          G/通用格式              | NUMBER 45777.3541666667
          0.00                  | NUMBER 45777.3541666667
          0.00_ ;[Red]-0.00     | NUMBER 45777.3541666667
          0.00E+00              | NUMBER 45777.3541666667
          0!.0,"万"             | NUMBER 45777.3541666667
          #,##0"月d日"          | NUMBER 45777.3541666667
          [$￥-804]#,##0.00      | NUMBER 45777.3541666667
          @                     | NUMBER 45777.3541666667
          0.0%                  | PERCENT 45777.3541666667
          0.0"%"                | NUMBER 45777.3541666667
          0\\%                  | NUMBER 45777.3541666667
          yyyy                  | DATE 2025
          yyyy"年"              | DATE 2025
          yy-m                  | DATE 2025-04
          yyyy"年"m"月"         | DATE 2025-04
          yyyy/mm               | DATE 2025-04
          mmm-yy                | DATE 2025-04
          [$-804]yyyy"年"m"月"  | DATE 2025-04
          [DBNum1]yyyy"年"m"月" | DATE 2025-04
          e"年"m"月"            | DATE 2025-04
          yyyy-mm-dd            | DATE 2025-04-30
          yyyy/m/d;@            | DATE 2025-04-30
          m/d/yyyy              | DATE 2025-04-30
          yyyy-mm-dd hh:mm      | DATE 2025-04-30T08:30
          m"月"d"日"            | DATE --04-30
          m"月"                 | DATE --04
          d                     | DATE ---30
          aaaa                  | DATE 2025-04-30
          dddd                  | DATE 2025-04-30
          h:mm                  | TEXT 08:30
          h:mm:ss               | TEXT 08:30:00
          上午/下午h"时"mm"分"   | TEXT 08:30
          h:mm AM/PM            | TEXT 08:30
          [h]:mm                | TEXT 1098656:30
          mm:ss.0               | TEXT 08:30:00
          """)
  void formatDecidesWhatANumberIs(String code, String expected) {
    Cell cell = number("45777.354166666667", NumberFormat.parse(code));
    assertThat(cell.kind() + " " + cell.text()).isEqualTo(expected);
    assertThat(cell.format()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "0, NUMBER", "9, PERCENT", "10, PERCENT", "14, DATE", "17, DATE", "20, TIME", "27, DATE",
    "28, DATE", "31, DATE", "32, TIME", "36, DATE", "37, NUMBER", "46, TIME", "49, NUMBER",
    "50, DATE", "55, TIME", "57, DATE", "58, DATE", "163, NUMBER"
  })
  void builtInFormatsOfChineseEditionsAreKnown(int id, NumberFormat.Shows shows) {
    assertThat(BuiltInFormats.of(id).shows()).isEqualTo(shows);
  }

  @ParameterizedTest
  @CsvSource({
    "0, false, TEXT 1900-01-00",
    "1, false, DATE 1900-01-01",
    "59, false, DATE 1900-02-28",
    "60, false, TEXT 1900-02-29",
    "61, false, DATE 1900-03-01",
    "45777, false, DATE 2025-04-30",
    "45777.9999999, false, DATE 2025-05-01",
    "2958465, false, DATE 9999-12-31",
    "2958466, false, ERROR #####",
    "-1, false, ERROR #####",
    "0, true, DATE 1904-01-01",
    "44315, true, DATE 2025-04-30",
    "2957004, true, ERROR #####"
  })
  void serialsCountFromTheWorkbooksFirstDay(String serial, boolean from1904, String expected) {
    char[] text = serial.toCharArray();
    Cell cell =
        new ContentCells(from1904).number(text, 0, text.length, NumberFormat.parse("yyyy-mm-dd"));
    assertThat(cell.kind() + " " + cell.text()).isEqualTo(expected);
  }

  private static Cell number(String text, NumberFormat format) {
    return new ContentCells(false).number(text.toCharArray(), 0, text.length(), format);
  }
}
