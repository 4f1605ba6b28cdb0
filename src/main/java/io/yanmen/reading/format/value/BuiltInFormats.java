package io.yanmen.reading.format.value;

import java.util.HashMap;
import java.util.Map;

/**
 * Number formats that a workbook uses by number without writing them down (ECMA-376 part 1, 18.8.30
 * with the codes of Chinese editions).
 */
public final class BuiltInFormats {
  private static final Map<Integer, NumberFormat> FORMATS = formats();

  private BuiltInFormats() {}

  /** The format of a number; the general format where there is none. */
  public static NumberFormat of(int id) {
    return FORMATS.getOrDefault(id, NumberFormat.GENERAL);
  }

  private static Map<Integer, NumberFormat> formats() {
    Map<Integer, NumberFormat> formats = new HashMap<>();
    String[] first = {
      "General",
      "0",
      "0.00",
      "#,##0",
      "#,##0.00",
      "¥#,##0;¥-#,##0",
      "¥#,##0;[Red]¥-#,##0",
      "¥#,##0.00;¥-#,##0.00",
      "¥#,##0.00;[Red]¥-#,##0.00",
      "0%",
      "0.00%",
      "0.00E+00",
      "# ?/?",
      "# ??/??",
      "m/d/yyyy",
      "d-mmm-yy",
      "d-mmm",
      "mmm-yy",
      "h:mm AM/PM",
      "h:mm:ss AM/PM",
      "h:mm",
      "h:mm:ss",
      "m/d/yyyy h:mm"
    };
    put(formats, 0, first);
    String yearMonth = "yyyy\"年\"m\"月\"";
    String monthDay = "m\"月\"d\"日\"";
    String half = "上午/下午h\"时\"mm\"分\"";
    String halfSeconds = "上午/下午h\"时\"mm\"分\"ss\"秒\"";
    put(
        formats,
        27,
        yearMonth,
        monthDay,
        monthDay,
        "m-d-yy",
        "yyyy\"年\"m\"月\"d\"日\"",
        "h\"时\"mm\"分\"",
        "h\"时\"mm\"分\"ss\"秒\"",
        half,
        halfSeconds,
        yearMonth,
        "#,##0;(#,##0)",
        "#,##0;[Red](#,##0)",
        "#,##0.00;(#,##0.00)",
        "#,##0.00;[Red](#,##0.00)");
    put(formats, 45, "mm:ss", "[h]:mm:ss", "mm:ss.0", "##0.0E+0", "@");
    put(
        formats,
        50,
        yearMonth,
        monthDay,
        yearMonth,
        monthDay,
        monthDay,
        half,
        halfSeconds,
        yearMonth,
        monthDay);
    return Map.copyOf(formats);
  }

  private static void put(Map<Integer, NumberFormat> formats, int from, String... codes) {
    for (int i = 0; i < codes.length; i++) {
      formats.put(from + i, NumberFormat.parse(codes[i]));
    }
  }
}
