package io.yanmen.console.sdmx;

import io.yanmen.model.SeriesKey;
import io.yanmen.warehouse.query.FigureQuery;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/** Writes data in one form, as they are read. */
interface DataAnswer extends FigureQuery.Sink {
  /** Writes what stands behind the data. */
  void finish() throws IOException;

  /** The codes of a series in the order of the dimensions. */
  static List<String> codes(SeriesKey key) {
    return List.of(
        key.frequency().name(),
        key.areaCode(),
        key.indicatorCode(),
        Flow.breakdown(key.breakdown()),
        key.measure().code(),
        Flow.rankIn(key.rankIn()),
        key.scenario().code(),
        key.accumulation().code());
  }

  /** The values of the attributes of an observation, in their order. */
  static List<String> attributes(FigureQuery.Figure figure) {
    return List.of(
        figure.status(),
        figure.qualifier(),
        figure.source(),
        figure.sourceFile(),
        figure.loadedAt().toString());
  }

  /** All digits, no exponent, no zeros at the end. */
  static String plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
  }
}
