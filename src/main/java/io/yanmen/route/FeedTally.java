package io.yanmen.route;

import java.util.concurrent.atomic.AtomicInteger;

/** What one firing of a feed brought; its run history is told. */
public final class FeedTally {
  /** The property of an exchange that carries it. */
  static final String PROPERTY = "feedTally";

  private final AtomicInteger files = new AtomicInteger();
  private final AtomicInteger unchanged = new AtomicInteger();

  void file() {
    files.incrementAndGet();
  }

  void unchanged() {
    unchanged.incrementAndGet();
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
