package io.yanmen.reading.normalise;

import io.yanmen.evidence.Statement;
import io.yanmen.model.Observation;
import io.yanmen.model.outcome.Rejection;

/** Sees each decision with the evidence that it was made on. */
public interface Witness {
  /** Sees nothing. */
  Witness NONE =
      new Witness() {
        @Override
        public void made(Statement statement, Observation observation, Rules rules) {}

        @Override
        public void refused(Statement statement, Rejection rejection) {}
      };

  void made(Statement statement, Observation observation, Rules rules);

  void refused(Statement statement, Rejection rejection);
}
