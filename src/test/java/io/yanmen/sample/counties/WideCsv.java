package io.yanmen.sample.counties;

import io.yanmen.model.Area;
import java.io.IOException;
import java.nio.file.Path;

/** One month of all areas: areas down, indicators with their units across, the period above. */
public record WideCsv(CountyFigures figures, int month, LineEnd lineEnd) {
  public void write(Path file) throws IOException {
    try (TextLines text = new TextLines(file, lineEnd)) {
      text.add(TextLines.bytes(title(figures, month))).end();
      text.add(TextLines.bytes("行政区划代码,地区"));
      for (Column column : figures.columns()) {
        text.comma().add(TextLines.bytes(column.head()));
      }
      text.end();
      for (Area area : figures.areas()) {
        text.add(TextLines.bytes(area.code() + "," + area.nameZh()));
        for (Column column : figures.columns()) {
          text.comma().number(figures.figure(area, column, month), column.decimals());
        }
        text.end();
      }
    }
  }

  static String title(CountyFigures figures, int month) {
    return figures.month(month).getYear()
        + "年1-"
        + figures.month(month).getMonthValue()
        + "月各县（市、区）主要指标";
  }

  /** The name of the file of a month. */
  public static String name(CountyFigures figures, int month) {
    return "各县主要指标-" + figures.month(month);
  }
}
