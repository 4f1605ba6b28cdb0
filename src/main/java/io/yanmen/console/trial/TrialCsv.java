package io.yanmen.console.trial;

import io.yanmen.catalog.Catalog;
import io.yanmen.model.Observation;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.reading.FindingSink;
import io.yanmen.report.ObservationCsv;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes what a trial finds into a csv, with the mark that makes Excel and WPS read it as UTF-8.
 */
final class TrialCsv implements FindingSink, AutoCloseable {
  private final BufferedWriter out;
  private final ObservationCsv csv;

  TrialCsv(Path file, Catalog catalog) throws IOException {
    this.out = Files.newBufferedWriter(file);
    this.csv = new ObservationCsv(catalog);
    out.write('\uFEFF' + ObservationCsv.HEADER + "\r\n");
  }

  @Override
  public void observation(Observation observation) {
    try {
      out.write(csv.line(observation));
      out.write("\r\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void rejection(Rejection rejection) {}

  @Override
  public void close() throws IOException {
    out.close();
  }
}
