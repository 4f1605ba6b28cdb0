package io.yanmen.reading;

import io.yanmen.evidence.Statement;
import io.yanmen.model.Observation;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.reading.check.FigureChecks;
import io.yanmen.reading.normalise.DecisionListener;
import io.yanmen.reading.normalise.Decisions;
import java.util.Optional;

/** Tells of a figure that was understood, but cannot be, as of one refused. */
record CheckedDecisions(FigureChecks checks, DecisionListener next) implements DecisionListener {
  @Override
  public void made(Statement statement, Observation observation, Decisions rules) {
    if (next == NONE) {
      return;
    }
    Optional<Rejection> objection = checks.objection(observation);
    if (objection.isPresent()) {
      next.refused(statement, objection.get());
    } else {
      next.made(statement, observation, rules);
    }
  }

  @Override
  public void refused(Statement statement, Rejection rejection) {
    next.refused(statement, rejection);
  }
}
