package io.yanmen.report;

import io.yanmen.model.outcome.Conflict;
import io.yanmen.model.outcome.LandedFile;
import io.yanmen.model.outcome.LoadCounts;
import io.yanmen.model.outcome.Note;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What all reports on a file tell, whichever its outcome.
 *
 * @param warnings figures in doubt
 * @param duplicate the load that had the same bytes before
 */
record FileReport(
    Verdict verdict,
    LandedFile file,
    long loadId,
    LoadCounts counts,
    List<Rejection> rejections,
    List<Rejection> warnings,
    List<Conflict> conflicts,
    List<Note> notes,
    Optional<Outcome.Duplicate> duplicate) {

  static FileReport of(Outcome outcome) {
    Verdict verdict = Verdict.of(outcome);
    LandedFile file = outcome.file();
    long load = outcome.loadId();
    if (outcome instanceof Outcome.Loaded o) {
      return new FileReport(
          verdict,
          file,
          load,
          o.counts(),
          o.rejections(),
          o.warnings(),
          o.conflicts(),
          o.notes(),
          Optional.empty());
    }
    if (outcome instanceof Outcome.Rejected o) {
      return new FileReport(
          verdict,
          file,
          load,
          o.counts(),
          o.rejections(),
          List.of(),
          List.of(),
          o.notes(),
          Optional.empty());
    }
    if (outcome instanceof Outcome.Held o) {
      return new FileReport(
          verdict,
          file,
          load,
          o.counts(),
          o.reasons(),
          o.warnings(),
          List.of(),
          List.of(),
          Optional.empty());
    }
    Outcome.Duplicate duplicate = (Outcome.Duplicate) outcome;
    return new FileReport(
        verdict,
        file,
        load,
        LoadCounts.NONE,
        duplicate.rejections(),
        List.of(),
        List.of(),
        List.of(),
        Optional.of(duplicate));
  }

  /** Cells refused. */
  long refused() {
    long listed = rejections.stream().filter(r -> !r.isOfFile()).count();
    return Math.max(listed, counts.rejected());
  }

  List<Rejection> ofFile() {
    return rejections.stream().filter(Rejection::isOfFile).toList();
  }

  List<Rejection> ofCells() {
    return rejections.stream().filter(r -> !r.isOfFile()).toList();
  }
}
