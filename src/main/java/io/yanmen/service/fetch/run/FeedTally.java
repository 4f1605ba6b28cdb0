package io.yanmen.service.fetch.run;

import io.yanmen.model.outcome.LoadCounts;
import java.util.concurrent.atomic.AtomicInteger;

/** What one firing of a feed brought; its run history is told. */
public final class FeedTally {
  /** The property of an exchange that carries it. */
  public static final String PROPERTY = "feedTally";

  private final AtomicInteger files = new AtomicInteger();
  private final AtomicInteger unchanged = new AtomicInteger();
  private LoadCounts figures = LoadCounts.NONE;

  void file() {
    files.incrementAndGet();
  }

  void unchanged() {
    unchanged.incrementAndGet();
  }

  synchronized void loaded(LoadCounts more) {
    figures =
        new LoadCounts(
            figures.cellsRead() + more.cellsRead(),
            figures.observationsNew() + more.observationsNew(),
            figures.observationsChanged() + more.observationsChanged(),
            figures.observationsUnchanged() + more.observationsUnchanged(),
            figures.rejected() + more.rejected());
  }

  /** What came of the files. */
  public synchronized LoadCounts figures() {
    return figures;
  }

  /** Files handed on to be loaded. */
  public int files() {
    return files.get();
  }

  /** Answers that were those of the time before. */
  public int unchangedAnswers() {
    return unchanged.get();
  }
}
