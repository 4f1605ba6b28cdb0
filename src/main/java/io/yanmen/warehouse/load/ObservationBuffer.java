package io.yanmen.warehouse.load;

import io.yanmen.model.Observation;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.outcome.ObservationSink;
import io.yanmen.model.outcome.Rejection;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what a file says while it is being read. Figures are handed on in portions: the first waits
 * for the end of the file or for the next, and from then on a second thread compares and sends
 * portions while the reader fills others, a few ahead, so that neither the reading nor the
 * warehouse stands still.
 */
final class ObservationBuffer implements ObservationSink, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ObservationBuffer.class);

  /** More refusals than this are counted, but neither kept nor reported one by one. */
  private static final int MOST_KEPT = 20_000;

  private static final int PORTION = 2048;

  /**
   * So many portions may wait: what waits is what each collection of garbage has to copy, and a
   * running COPY needs no more.
   */
  private static final int AHEAD = 6;

  /** So many while the warehouse is busy with changes, of which it does thousands at a time. */
  private static final int AHEAD_OF_CHANGES = 24;

  /** After so many portions it pays to fill empty tables without their keys. */
  private static final int MANY = 8;

  /** After so many portions it pays to know all series of the warehouse. */
  private static final int VERY_MANY = 32;

  private final FigureDiff comparison;
  private final List<Rejection> rejections = new ArrayList<>();
  private final Map<Integer, ObservationStatus> statuses = new HashMap<>();
  private Observation[] filling = new Observation[PORTION];
  private int filled;
  private int portions;
  private long taken;
  private long rejected;
  private long refusedLater;
  private Optional<ExecutorService> helper = Optional.empty();
  private final Deque<Future<Observation[]>> comparing = new ArrayDeque<>();
  private Optional<SQLException> failure = Optional.empty();
  private Optional<UncheckedIOException> noRoom = Optional.empty();

  ObservationBuffer(FigureDiff comparison) {
    this.comparison = comparison;
  }

  @Override
  public void observation(Observation observation) {
    if (filled == PORTION) {
      handOn();
    }
    filling[filled++] = observation;
    taken++;
  }

  @Override
  public void rejection(Rejection rejection) {
    rejected++;
    if (rejections.size() < MOST_KEPT) {
      rejections.add(rejection);
    }
  }

  @Override
  public void tableStatus(int tableNo, ObservationStatus status) {
    statuses.put(tableNo, status);
  }

  private void handOn() {
    portions++;
    Observation[] portion = filling;
    filled = 0;
    try {
      filling = comparing.size() < ahead() ? new Observation[PORTION] : await();
    } catch (SQLException e) {
      failure = Optional.of(e);
      throw new IllegalStateException("the warehouse failed while a file was being read", e);
    } catch (UncheckedIOException e) {
      noRoom = Optional.of(e);
      throw new IllegalStateException("no room for the figures of the file", e);
    }
    boolean many = portions == MANY;
    boolean veryMany = portions == VERY_MANY;
    comparing.add(
        helper()
            .submit(
                () -> {
                  if (many) {
                    comparison.expectMany();
                  }
                  if (veryMany) {
                    comparison.expectVeryMany();
                  }
                  comparison.take(portion, PORTION);
                  return portion;
                }));
  }

  private int ahead() {
    return comparison.changes().decidedEarly() ? AHEAD_OF_CHANGES : AHEAD;
  }

  private ExecutorService helper() {
    if (helper.isEmpty()) {
      helper =
          Optional.of(
              Executors.newSingleThreadExecutor(
                  task -> {
                    Thread thread = new Thread(task, "load");
                    thread.setDaemon(true);
                    return thread;
                  }));
    }
    return helper.get();
  }

  /** Waits for the portion that has been under way longest; its place can be filled anew. */
  private Observation[] await() throws SQLException {
    return result(comparing.remove());
  }

  private static <T> T result(Future<T> future) throws SQLException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a file was being loaded", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SQLException sql) {
        throw sql;
      }
      if (e.getCause() instanceof RuntimeException runtime) {
        throw runtime;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Does some work of the warehouse, for a large file beside some work that needs none of it. */
  void beside(WarehouseWork work, Runnable own) throws SQLException {
    if (helper.isEmpty()) {
      work.run();
      own.run();
      return;
    }
    Future<Boolean> done =
        helper()
            .submit(
                () -> {
                  work.run();
                  return true;
                });
    try {
      own.run();
    } finally {
      result(done);
    }
  }

  /** Something that only the warehouse is needed for. */
  @FunctionalInterface
  interface WarehouseWork {
    void run() throws SQLException;
  }

  /**
   * A failure of the warehouse is never taken for one of the file, whatever the reader made of it.
   */
  void rethrowFailure() throws SQLException {
    if (failure.isPresent()) {
      throw failure.get();
    }
    if (noRoom.isPresent()) {
      throw noRoom.get();
    }
  }

  /** The file has been read. */
  void finish() throws SQLException {
    while (!comparing.isEmpty()) {
      await();
    }
    comparison.take(filling, filled);
  }

  /** Refuses a figure that was taken before. */
  void refuse(Rejection rejection) {
    refusedLater++;
    rejection(rejection);
  }

  void addFileRejection(Rejection rejection) {
    rejections.add(rejection);
  }

  long taken() {
    return taken;
  }

  /** All figures of the file, if they are so few that they are still here. */
  Optional<List<Observation>> all() {
    return helper.isEmpty()
        ? Optional.of(Arrays.asList(filling).subList(0, filled))
        : Optional.empty();
  }

  long rejected() {
    return rejected;
  }

  /** Cells that were refused before they were a figure. */
  long rejectedWhenRead() {
    return rejected - refusedLater;
  }

  /** Indicators of the figures that are still here. */
  Set<String> indicators() {
    return all().stream()
        .flatMap(List::stream)
        .map(figure -> figure.series().indicatorCode())
        .collect(Collectors.toSet());
  }

  List<Rejection> rejections() {
    return rejections;
  }

  Map<Integer, ObservationStatus> statuses() {
    return statuses;
  }

  /** Waits until nobody uses the connection any more, however the reading ended. */
  @Override
  public void close() throws SQLException {
    abandon();
  }

  /** Gives up what has not been compared; the transaction may have failed then. */
  void abandon() throws SQLException {
    if (helper.isPresent()) {
      helper.get().shutdownNow();
      comparing.forEach(future -> future.cancel(false));
      awaitEnd(helper.get());
    }
    comparison.stream().close();
  }

  private static void awaitEnd(ExecutorService helper) {
    try {
      // What runs is one portion at most, unless the warehouse hangs.
      while (!helper.awaitTermination(1, TimeUnit.MINUTES)) {
        LOG.warn("the warehouse is still busy with a load that has ended");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
