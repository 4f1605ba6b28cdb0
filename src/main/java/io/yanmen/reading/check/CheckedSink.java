package io.yanmen.reading.check;

import io.yanmen.model.Observation;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.outcome.ObservationSink;
import io.yanmen.model.outcome.Rejection;
import java.util.Optional;

/** Refuses figures that cannot be before they go any further. */
record CheckedSink(FigureChecks checks, ObservationSink next) implements ObservationSink {
  @Override
  public void observation(Observation observation) {
    Optional<Rejection> objection = checks.objection(observation);
    if (objection.isPresent()) {
      next.rejection(objection.get());
    } else {
      next.observation(observation);
    }
  }

  @Override
  public void rejection(Rejection rejection) {
    next.rejection(rejection);
  }

  @Override
  public void tableStatus(int tableNo, ObservationStatus status) {
    next.tableStatus(tableNo, status);
  }
}
