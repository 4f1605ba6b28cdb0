package io.yanmen.command.option;

import io.yanmen.catalog.Catalog;
import io.yanmen.model.Language;
import io.yanmen.report.ReportOptions;
import io.yanmen.report.ReportWriter;
import io.yanmen.report.SeriesNames;
import io.yanmen.service.home.TemporaryFolder;
import io.yanmen.service.ingest.Reporting;

/** The reports as this installation writes them. */
public final class ReportOutput {
  private ReportOutput() {}

  public static Reporting in(Language language, Catalog catalog, TemporaryFolder temporary) {
    ReportWriter writer =
        new ReportWriter(
            ReportOptions.in(language).withNames(SeriesNames.of(catalog)), temporary.path());
    return writer::write;
  }
}
