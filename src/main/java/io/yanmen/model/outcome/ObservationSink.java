package io.yanmen.model.outcome;

import io.yanmen.model.Observation;
import io.yanmen.model.ObservationStatus;

/** Takes what a file says, in the order of reading. */
public interface ObservationSink {
  void observation(Observation observation);

  void rejection(Rejection rejection);

  /**
   * A status that a table's notes give to all its observations (本表为快报数), known only when the table
   * has been read to its end.
   */
  void tableStatus(int tableNo, ObservationStatus status);
}
