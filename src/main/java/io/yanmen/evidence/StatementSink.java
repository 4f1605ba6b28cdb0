package io.yanmen.evidence;

import io.yanmen.model.ObservationStatus;

/** Takes what the tables of a file say. */
public interface StatementSink {
  void statement(Statement statement);

  /** A status that the notes below a table give to all of it. */
  void tableStatus(int tableNo, ObservationStatus status);
}
