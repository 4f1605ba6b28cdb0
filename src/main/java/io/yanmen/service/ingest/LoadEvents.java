package io.yanmen.service.ingest;

import io.yanmen.model.Observation;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.outcome.FigureSource;
import io.yanmen.model.outcome.LandedFile;
import io.yanmen.model.outcome.LoadCounts;
import io.yanmen.model.outcome.ObservationSink;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.Verdict;
import io.yanmen.reading.source.Source;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Tells whoever listens how the files of this service fare, while they do. Nothing is kept: the
 * warehouse has the outcomes.
 */
public final class LoadEvents implements WarehouseLoadStep.LoadWatcher {
  private static final long PAUSE_NANOS = Duration.ofMillis(400).toNanos();

  /** A figure is a matter of microseconds, a look at the clock too. */
  private static final int FIGURES_PER_LOOK = 256;

  private final List<Consumer<LoadEvent>> listeners = new CopyOnWriteArrayList<>();

  /** A subscription; closing it ends it. */
  @FunctionalInterface
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * @param listener is called by the thread that loads, so it must be quick and never fail
   */
  public Subscription subscribe(Consumer<LoadEvent> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** The same loading, its troubles told. */
  public LoadStep told(LoadStep loading) {
    return new Told(loading);
  }

  private final class Told implements LoadStep {
    private final LoadStep loading;

    Told(LoadStep loading) {
      this.loading = loading;
    }

    @Override
    public Outcome load(LandedFile file, Source source) throws SQLException, IOException {
      return prepare(file, source).load();
    }

    @Override
    public PreparedLoad prepare(LandedFile file, Source source) throws SQLException, IOException {
      try {
        PreparedLoad prepared = loading.prepare(file, source);
        return () -> load(prepared, file);
      } catch (SQLException | IOException | RuntimeException e) {
        tell(LoadEvent.State.TROUBLED, file, 0);
        throw e;
      }
    }

    private Outcome load(PreparedLoad prepared, LandedFile file) throws SQLException, IOException {
      try {
        return prepared.load();
      } catch (SQLException | IOException | RuntimeException e) {
        tell(LoadEvent.State.TROUBLED, file, 0);
        throw e;
      }
    }
  }

  @Override
  public FigureSource of(FigureSource figures, LandedFile file) {
    tell(LoadEvent.State.STARTED, file, 0);
    return sink -> figures.read(new Counting(file, sink));
  }

  /** A file has its outcome and lies where it belongs. */
  public void finished(FiledFile filed) {
    Outcome outcome = filed.outcome();
    LandedFile file = outcome.file();
    send(
        new LoadEvent(
            LoadEvent.State.FINISHED,
            placeOf(file),
            file.name(),
            file.source(),
            0,
            outcome.loadId(),
            Verdict.of(outcome).code(),
            countsOf(outcome)));
  }

  private static LoadCounts countsOf(Outcome outcome) {
    if (outcome instanceof Outcome.Loaded it) {
      return it.counts();
    }
    if (outcome instanceof Outcome.Rejected it) {
      return it.counts();
    }
    return outcome instanceof Outcome.Held it ? it.counts() : LoadCounts.NONE;
  }

  private void tell(LoadEvent.State state, LandedFile file, long figures) {
    send(
        new LoadEvent(
            state, placeOf(file), file.name(), file.source(), figures, 0, "", LoadCounts.NONE));
  }

  private static String placeOf(LandedFile file) {
    return file.folder().isEmpty() ? file.name() : file.folder() + "/" + file.name();
  }

  private void send(LoadEvent event) {
    listeners.forEach(it -> it.accept(event));
  }

  /** Hands figures on and tells now and then how many there were. */
  private final class Counting implements ObservationSink {
    private final LandedFile file;
    private final ObservationSink next;
    private long figures;
    private long toldAt = System.nanoTime();

    Counting(LandedFile file, ObservationSink next) {
      this.file = file;
      this.next = next;
    }

    @Override
    public void observation(Observation observation) {
      next.observation(observation);
      count();
    }

    @Override
    public void rejection(Rejection rejection) {
      next.rejection(rejection);
      count();
    }

    @Override
    public void tableStatus(int tableNo, ObservationStatus status) {
      next.tableStatus(tableNo, status);
    }

    private void count() {
      if (++figures % FIGURES_PER_LOOK == 0 && System.nanoTime() - toldAt >= PAUSE_NANOS) {
        toldAt = System.nanoTime();
        tell(LoadEvent.State.PROGRESS, file, figures);
      }
    }
  }
}
