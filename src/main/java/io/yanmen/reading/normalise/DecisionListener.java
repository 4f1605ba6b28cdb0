package io.yanmen.reading.normalise;

import io.yanmen.evidence.Statement;
import io.yanmen.model.Observation;
import io.yanmen.model.outcome.Rejection;

/** Sees each decision with the evidence that it was made on. */
public interface DecisionListener {
  /** Sees nothing. */
  DecisionListener NONE =
      new DecisionListener() {
        @Override
        public void made(Statement statement, Observation observation, Decisions rules) {}

        @Override
        public void refused(Statement statement, Rejection rejection) {}
      };

  void made(Statement statement, Observation observation, Decisions rules);

  void refused(Statement statement, Rejection rejection);
}
