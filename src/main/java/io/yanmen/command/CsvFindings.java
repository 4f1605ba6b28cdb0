package io.yanmen.command;

import io.yanmen.catalog.Catalog;
import io.yanmen.model.Indicator;
import io.yanmen.model.Observation;
import io.yanmen.model.Rejection;
import io.yanmen.model.SeriesKey;
import java.util.Map;
import java.util.stream.Collectors;

/** RFC 4180, one observation a line; rejections are not part of it. */
final class CsvFindings implements FindingWriter {
  static final String HEADER =
      "area_code,indicator_code,measure,scenario,frequency,accumulation,period_start,value,unit,"
          + "qualifier,status,table,cell";

  private final Appendable out;
  private final Map<String, String> units;

  CsvFindings(Appendable out, Catalog catalog) {
    this.out = out;
    this.units = unitsOf(catalog);
  }

  /** Canonical unit of each indicator. */
  static Map<String, String> unitsOf(Catalog catalog) {
    return catalog.indicators().stream()
        .collect(Collectors.toMap(Indicator::code, Indicator::unit));
  }

  @Override
  public void begin(String fileName) {
    FindingWriter.append(out, HEADER + "\n");
  }

  @Override
  public void observation(Observation it) {
    SeriesKey series = it.series();
    String unit = series.measure().unit(units.getOrDefault(series.indicatorCode(), ""));
    FindingWriter.append(
        out,
        String.join(
                ",",
                series.areaCode(),
                series.indicatorCode(),
                series.measure().code(),
                series.scenario().code(),
                series.frequency().name(),
                series.accumulation().code(),
                it.period().start().toString(),
                plain(it),
                quoted(unit),
                it.qualifier().code(),
                it.status().name(),
                Integer.toString(it.tableNo()),
                quoted(it.cell().toString()))
            + "\n");
  }

  @Override
  public void rejection(Rejection rejection) {}

  @Override
  public void end() {}

  /** Without exponent and trailing zeros. */
  static String plain(Observation it) {
    return it.value().signum() == 0 ? "0" : it.value().stripTrailingZeros().toPlainString();
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
