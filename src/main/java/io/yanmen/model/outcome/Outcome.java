package io.yanmen.model.outcome;

import java.util.List;

/** What became of a landed file. */
public sealed interface Outcome {
  /** The file, and the load that this outcome tells of. */
  LandedFile file();

  /** Number of the load in the warehouse. */
  long loadId();

  /** What the load did; nothing for a file that was known. */
  LoadCounts counts();

  /**
   * The figures are in the warehouse; single cells may have been refused.
   *
   * @param warnings figures that are in the warehouse although a check has doubts
   */
  record Loaded(
      LandedFile file,
      long loadId,
      LoadCounts counts,
      List<Rejection> rejections,
      List<Rejection> warnings,
      List<Conflict> conflicts,
      List<Note> notes)
      implements Outcome {
    /** Without doubts. */
    public Loaded(
        LandedFile file,
        long loadId,
        LoadCounts counts,
        List<Rejection> rejections,
        List<Conflict> conflicts,
        List<Note> notes) {
      this(file, loadId, counts, rejections, List.of(), conflicts, notes);
    }

    public Loaded {
      rejections = List.copyOf(rejections);
      warnings = List.copyOf(warnings);
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

  /**
   * The same bytes were loaded before; nothing changed.
   *
   * @param rejections what was refused of them then, which is still to be corrected
   */
  record Duplicate(
      LandedFile file,
      long loadId,
      String firstFileName,
      java.time.Instant firstLoadedAt,
      List<Rejection> rejections)
      implements Outcome {
    public Duplicate {
      rejections = List.copyOf(rejections);
    }

    @Override
    public LoadCounts counts() {
      return LoadCounts.NONE;
    }
  }

  /**
   * Parked until a person decides.
   *
   * @param reasons why, and the cells refused
   * @param warnings the figures in doubt
   */
  record Held(
      LandedFile file,
      long loadId,
      LoadCounts counts,
      List<Rejection> reasons,
      List<Rejection> warnings)
      implements Outcome {
    public Held {
      reasons = List.copyOf(reasons);
      warnings = List.copyOf(warnings);
    }
  }
}
