package io.yanmen.model;

/** Status of an observation; the letters are those of SDMX CL_OBS_STATUS. */
public enum ObservationStatus {
  /** Normal. */
  A,
  /** Provisional (初步、快报). */
  P,
  /** Estimated. */
  E,
  /** Missing. */
  M,
  /** Suppressed. */
  Q
}
