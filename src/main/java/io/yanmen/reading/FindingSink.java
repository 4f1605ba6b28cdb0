package io.yanmen.reading;

import io.yanmen.model.Observation;
import io.yanmen.model.outcome.Rejection;

/** Takes what an inspection finds: what a load would keep, and what it would refuse. */
public interface FindingSink {
  /** An observation with its final status; each series and period comes once. */
  void observation(Observation observation);

  void rejection(Rejection rejection);
}
