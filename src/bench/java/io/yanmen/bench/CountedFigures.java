package io.yanmen.bench;

import io.yanmen.model.Observation;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.outcome.ObservationSink;
import io.yanmen.model.outcome.Rejection;

/** Counts figures and throws them away. */
final class CountedFigures implements ObservationSink {
  private long observations;

  /**
   * How many there were.
   *
   * @throws IllegalStateException if they are fewer than nine in ten of those that were made: what
   *     is measured would not be what it seems
   */
  long of(int made) {
    if (observations < made * 9L / 10) {
      throw new IllegalStateException("only " + observations + " figures were read");
    }
    return observations;
  }

  @Override
  public void observation(Observation observation) {
    observations++;
  }

  @Override
  public void rejection(Rejection rejection) {}

  @Override
  public void tableStatus(int tableNo, ObservationStatus status) {}
}
