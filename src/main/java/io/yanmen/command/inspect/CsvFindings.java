package io.yanmen.command.inspect;

import io.yanmen.catalog.Catalog;
import io.yanmen.model.Observation;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.report.ObservationCsv;
import java.util.Map;

/** RFC 4180, one observation a line; rejections are not part of it. */
final class CsvFindings implements FindingWriter {
  private final Appendable out;
  private final ObservationCsv csv;

  CsvFindings(Appendable out, Catalog catalog) {
    this.out = out;
    this.csv = new ObservationCsv(catalog);
  }

  /** Canonical unit of each indicator. */
  static Map<String, String> unitsOf(Catalog catalog) {
    return ObservationCsv.unitsOf(catalog);
  }

  @Override
  public void begin(String fileName) {
    FindingWriter.append(out, ObservationCsv.HEADER + "\n");
  }

  @Override
  public void observation(Observation it) {
    FindingWriter.append(out, csv.line(it) + "\n");
  }

  @Override
  public void rejection(Rejection rejection) {}

  @Override
  public void end() {}

  /** Without exponent and trailing zeros. */
  static String plain(Observation it) {
    return ObservationCsv.plain(it);
  }
}
