package io.yanmen.service.ingest;

import io.yanmen.catalog.Catalog;
import io.yanmen.model.Observation;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.outcome.FigureSource;
import io.yanmen.model.outcome.ObservationSink;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.model.table.RowSink;
import io.yanmen.model.table.SheetInfo;
import io.yanmen.model.table.SheetRow;
import io.yanmen.reading.ArrivalDay;
import io.yanmen.reading.DryRun;
import io.yanmen.reading.FileReading;
import io.yanmen.reading.FindingSink;
import io.yanmen.reading.format.TableReader;
import io.yanmen.reading.source.Source;
import io.yanmen.warehouse.LearnedAliases;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/**
 * Tells what a load would make of a file, without loading it: with the names that people have
 * taught, in little memory, within a time limit, and not more than a few at once.
 */
public final class LoadPreview {
  private final Catalog catalog;
  private final TableReader tables;
  private final LearnedAliases aliases;
  private final Duration patience;
  private final Semaphore places;

  /** A file took longer than the limit allows. */
  public static final class TooSlowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooSlowException() {
      super("the time for a trial is over", null, false, false);
    }
  }

  /**
   * @param patience how long one may take
   * @param atOnce how many may run at a time
   */
  public LoadPreview(
      Catalog catalog, TableReader tables, DataSource warehouse, Duration patience, int atOnce) {
    this.catalog = catalog;
    this.tables = tables;
    this.aliases = new LearnedAliases(warehouse);
    this.patience = patience;
    this.places = new Semaphore(atOnce);
  }

  /**
   * @return empty if too many are under way; nothing was read then
   * @throws TooSlowException if the limit was passed
   */
  public Optional<DryRun.DryRunResult> run(
      Path content, String fileName, Source source, FindingSink findings)
      throws UnreadableFileException, IOException, SQLException {
    if (!places.tryAcquire()) {
      return Optional.empty();
    }
    try {
      Deadline deadline = new Deadline(System.nanoTime() + patience.toNanos());
      TableReader timed =
          (file, name, sink) -> tables.read(file, name, new TimedRows(sink, deadline));
      FileReading reading =
          new FileReading(catalog, timed)
              .knowing(aliases.names())
              .arrivedOn(ArrivalDay.of(Instant.now()));
      FigureSource figures = reading.of(content, fileName, source);
      return Optional.of(
          new DryRun(sink -> figures.read(new TimedFigures(sink, deadline))).run(findings));
    } finally {
      places.release();
    }
  }

  /** A time that passes. */
  private record Deadline(long endNanos) {
    void look() {
      if (System.nanoTime() - endNanos > 0) {
        throw new TooSlowException();
      }
    }
  }

  /** Looks at the clock with each row, since rows without figures take their time too. */
  private record TimedRows(RowSink next, Deadline deadline) implements RowSink {
    @Override
    public void sheet(SheetInfo sheet) {
      next.sheet(sheet);
    }

    @Override
    public void row(SheetRow row) {
      deadline.look();
      next.row(row);
    }

    @Override
    public void endSheet() {
      next.endSheet();
    }
  }

  /** Looks at the clock with each figure. */
  private record TimedFigures(ObservationSink next, Deadline deadline) implements ObservationSink {
    @Override
    public void observation(Observation observation) {
      deadline.look();
      next.observation(observation);
    }

    @Override
    public void rejection(Rejection rejection) {
      deadline.look();
      next.rejection(rejection);
    }

    @Override
    public void tableStatus(int tableNo, ObservationStatus status) {
      next.tableStatus(tableNo, status);
    }
  }
}
