package io.yanmen.load;

import io.yanmen.model.Observation;
import io.yanmen.model.ObservationSink;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Rejection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * Takes what a file says while it is being read. Figures are handed on in portions: the first waits
 * for the end of the file or for the next, and from then on a second thread compares and sends one
 * portion while the reader fills the other, so that neither the reading nor the warehouse stands
 * still.
 */
final class Intake implements ObservationSink, AutoCloseable {
  /** More refusals than this are counted, but neither kept nor reported one by one. */
  private static final int MOST_KEPT = 20_000;

  private static final int PORTION = 8192;

  /** After so many portions it pays to know all series of the warehouse. */
  private static final int MANY = 8;

  private final Comparison comparison;
  private final List<Rejection> rejections = new ArrayList<>();
  private final Map<Integer, ObservationStatus> statuses = new HashMap<>();
  private Observation[] filling = new Observation[PORTION];
  private Observation[] spare = new Observation[0];
  private int filled;
  private int portions;
  private long taken;
  private long rejected;
  private long refusedLater;
  private Optional<ExecutorService> helper = Optional.empty();
  private Optional<Future<?>> comparing = Optional.empty();
  private Optional<SQLException> failure = Optional.empty();

  Intake(Comparison comparison) {
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
    try {
      await();
      if (helper.isEmpty()) {
        helper =
            Optional.of(
                Executors.newSingleThreadExecutor(
                    task -> {
                      Thread thread = new Thread(task, "load");
                      thread.setDaemon(true);
                      return thread;
                    }));
        spare = new Observation[PORTION];
      }
      portions++;
      if (portions == MANY) {
        comparison.expectMany();
      }
    } catch (SQLException e) {
      failure = Optional.of(e);
      throw new IllegalStateException("the warehouse failed while a file was being read", e);
    }
    Observation[] portion = filling;
    int count = filled;
    comparing =
        Optional.of(
            helper
                .get()
                .submit(
                    () -> {
                      comparison.take(portion, count);
                      return count;
                    }));
    filling = spare;
    spare = portion;
    filled = 0;
  }

  /** Waits for the portion that is under way. */
  private void await() throws SQLException {
    if (comparing.isEmpty()) {
      return;
    }
    try {
      comparing.get().get();
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
    } finally {
      comparing = Optional.empty();
    }
  }

  /**
   * A failure of the warehouse is never taken for one of the file, whatever the reader made of it.
   */
  void rethrowFailure() throws SQLException {
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  /** The file has been read. */
  void finish() throws SQLException, IOException {
    try {
      await();
      comparison.take(filling, filled);
      comparison.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
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
    helper.ifPresent(ExecutorService::shutdown);
    try {
      await();
    } finally {
      comparison.stream().close();
    }
  }
}
