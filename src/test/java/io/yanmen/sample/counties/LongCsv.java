package io.yanmen.sample.counties;

import io.yanmen.model.Area;
import java.io.IOException;
import java.nio.file.Path;

/** One figure a line, by area, indicator and month, as statistics systems export it; UTF-8. */
public record LongCsv(CountyFigures figures, LineEnd lineEnd) {
  private static final String HEAD = "行政区划代码,地区,指标,时间,数值,单位";

  public void write(Path file) throws IOException {
    try (TextLines text = new TextLines(file, lineEnd)) {
      text.add(TextLines.bytes(HEAD)).end();
      for (Area area : figures.areas()) {
        byte[] place = TextLines.bytes(area.code() + "," + area.nameZh() + ",");
        for (Column column : figures.columns()) {
          series(text, place, area, column);
        }
      }
    }
  }

  private void series(TextLines text, byte[] place, Area area, Column column) throws IOException {
    byte[] name = TextLines.bytes(column.indicator().nameZh() + ",");
    byte[] unit = TextLines.bytes("," + column.unit());
    for (int month = 0; month < figures.months(); month++) {
      text.add(place)
          .add(name)
          .add(TextLines.bytes(CountyFigures.period(column, figures.month(month)) + ","))
          .number(figures.figure(area, column, month), column.decimals())
          .add(unit)
          .end();
    }
  }
}
