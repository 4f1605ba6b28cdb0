package io.yanmen.command;

import io.yanmen.catalog.Catalog;
import io.yanmen.model.Language;
import io.yanmen.report.ReportOptions;
import io.yanmen.report.ReportWriter;
import io.yanmen.report.SeriesNames;
import io.yanmen.route.Reporting;

/** The reports as this installation writes them. */
final class ReportOutput {
  private ReportOutput() {}

  static Reporting in(Language language, Catalog catalog) {
    ReportWriter writer =
        new ReportWriter(ReportOptions.in(language).withNames(SeriesNames.of(catalog)));
    return writer::write;
  }
}
