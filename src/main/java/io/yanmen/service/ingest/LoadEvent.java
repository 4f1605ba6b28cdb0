package io.yanmen.service.ingest;

import io.yanmen.model.outcome.LoadCounts;

/**
 * Something that happened to a file on its way into the warehouse.
 *
 * @param place the folder below the inbox that it came in and its name: {@code coal/2025-04.xlsx}
 * @param figures seen so far, refused ones among them
 * @param load number of the load; 0 before it has one
 * @param status of the load as the warehouse keeps it, such as {@code partly_loaded}; empty before
 *     it has one
 */
public record LoadEvent(
    State state,
    String place,
    String file,
    String source,
    long figures,
    long load,
    String status,
    LoadCounts counts) {
  /** How far it is. */
  public enum State {
    /** Its turn has come. */
    STARTED,
    /** More of its figures were read. */
    PROGRESS,
    /** It has its outcome and was put away. */
    FINISHED,
    /** The warehouse or a disk is out of reach; it is tried again by itself. */
    TROUBLED;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
