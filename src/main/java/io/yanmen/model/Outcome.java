package io.yanmen.model;

import java.util.List;

/** What became of a landed file. */
public sealed interface Outcome {
  /** The file, and the load that this outcome tells of. */
  LandedFile file();

  /** Number of the load in the warehouse. */
  long loadId();

  /** The figures are in the warehouse; single cells may have been refused. */
  record Loaded(
      LandedFile file,
      long loadId,
      LoadCounts counts,
      List<Rejection> rejections,
      List<Conflict> conflicts,
      List<Note> notes)
      implements Outcome {
    public Loaded {
      rejections = List.copyOf(rejections);
      conflicts = List.copyOf(conflicts);
      notes = List.copyOf(notes);
    }
  }

  /** Nothing of the file is in the warehouse. */
  record Rejected(
      LandedFile file, long loadId, LoadCounts counts, List<Rejection> rejections, List<Note> notes)
      implements Outcome {
    public Rejected {
      rejections = List.copyOf(rejections);
      notes = List.copyOf(notes);
    }
  }

  /** The same bytes were loaded before; nothing changed. */
  record Duplicate(
      LandedFile file, long loadId, String firstFileName, java.time.Instant firstLoadedAt)
      implements Outcome {}

  /** Parked until a person decides. */
  record Held(LandedFile file, long loadId, LoadCounts counts, List<Rejection> reasons)
      implements Outcome {
    public Held {
      reasons = List.copyOf(reasons);
    }
  }
}
