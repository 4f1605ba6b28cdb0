package io.yanmen.report;

import io.yanmen.catalog.Catalog;
import io.yanmen.model.Indicator;
import io.yanmen.model.Observation;
import io.yanmen.model.SeriesKey;
import io.yanmen.model.text.SheetText;
import io.yanmen.model.text.ShownText;
import java.util.Map;
import java.util.stream.Collectors;

/** Observations of a file as lines of RFC 4180: values and units canonical, numbers plain. */
public final class ObservationCsv {
  public static final String HEADER =
      "area_code,indicator_code,breakdown,measure,rank_in,scenario,frequency,accumulation,"
          + "period_start,value,unit,qualifier,status,table,cell";

  private final Map<String, String> units;

  public ObservationCsv(Catalog catalog) {
    this.units = unitsOf(catalog);
  }

  /** Canonical unit of each indicator. */
  public static Map<String, String> unitsOf(Catalog catalog) {
    return catalog.indicators().stream()
        .collect(Collectors.toMap(Indicator::code, Indicator::unit));
  }

  /** One line without its end. */
  public String line(Observation it) {
    SeriesKey series = it.series();
    return String.join(
        ",",
        series.areaCode(),
        series.indicatorCode(),
        series.breakdown(),
        series.measure().code(),
        series.rankIn(),
        series.scenario().code(),
        series.frequency().name(),
        series.accumulation().code(),
        it.period().start().toString(),
        plain(it),
        quoted(series.measure().unit(units.getOrDefault(series.indicatorCode(), ""))),
        it.qualifier().code(),
        it.status().name(),
        Integer.toString(it.tableNo()),
        quoted(SheetText.inert(ShownText.escaped(it.cell().toString()))));
  }

  /** Without exponent and trailing zeros. */
  public static String plain(Observation it) {
    return it.value().signum() == 0 ? "0" : it.value().stripTrailingZeros().toPlainString();
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
