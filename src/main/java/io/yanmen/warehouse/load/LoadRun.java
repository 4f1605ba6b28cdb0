package io.yanmen.warehouse.load;

import io.yanmen.model.outcome.Acceptance;
import io.yanmen.model.outcome.Conflict;
import io.yanmen.model.outcome.FigureSource;
import io.yanmen.model.outcome.LandedFile;
import io.yanmen.model.outcome.LoadCounts;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.model.outcome.ReadingSummary;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.UnreadableFileException;
import io.yanmen.warehouse.check.CheckOptions;
import io.yanmen.warehouse.check.CheckPrefilter;
import io.yanmen.warehouse.check.CheckRun;
import io.yanmen.warehouse.check.Contradictions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One load in its transaction: read and compare, check, decide, write. */
final class LoadRun {
  private final Connection connection;
  private final LandedFile file;
  private final SourcePolicy policy;
  private final CheckOptions looking;
  private final LoaderCache memory;
  private final LoadRecord book;
  private final PendingLoads queue;
  private final boolean released;

  LoadRun(
      Connection connection,
      LandedFile file,
      SourcePolicy policy,
      CheckOptions looking,
      LoaderCache memory,
      LoadRecord book,
      PendingLoads queue,
      boolean released) {
    this.connection = connection;
    this.file = file;
    this.policy = policy;
    this.looking = looking;
    this.memory = memory;
    this.book = book;
    this.queue = queue;
    this.released = released;
  }

  Outcome load(FigureSource figures) throws SQLException, IOException {
    try {
      return load(figures, false);
    } catch (UncheckedIOException e) {
      // No room for the mirror.
      throw new IOException(e.getMessage(), e);
    }
  }

  private Outcome load(FigureSource figures, boolean patient) throws SQLException, IOException {
    Savepoint before = connection.setSavepoint();
    FigureDiff comparison =
        new FigureDiff(connection, memory, policy, file, book.reserve(), patient);
    try (ObservationBuffer intake = new ObservationBuffer(comparison)) {
      ReadingSummary summary;
      try {
        summary = figures.read(intake);
        intake.finish();
      } catch (IllegalStateException e) {
        intake.rethrowFailure();
        throw e;
      } catch (UnreadableFileException e) {
        intake.rethrowFailure();
        intake.abandon();
        undo(before);
        return rejected(List.of(e.rejection()), 1, new ReadingSummary(0, 0, List.of()));
      }
      if (comparison.changes().decidedEarly() && !intake.statuses().isEmpty()) {
        // A footnote made figures provisional on which it had been decided as final ones.
        intake.abandon();
        undo(before);
        return load(figures, true);
      }
      LoadWriter writing = new LoadWriter(connection, memory.mirror(), comparison, policy, book);
      CheckPrefilter screen = screen(intake, comparison, writing);
      CheckRun checking = check(figures, intake, comparison, writing, screen);
      return verdict(before, intake, checking, writing, summary);
    }
  }

  /** While the warehouse finishes what it has been sent, the screen needs none of it. */
  private CheckPrefilter screen(ObservationBuffer intake, FigureDiff comparison, LoadWriter writing)
      throws SQLException {
    CheckPrefilter screen = new CheckPrefilter(memory.mirror(), memory.terms(), looking.checks());
    if (!looking.isForNothing()) {
      screen.learn(comparison.stored());
    }
    intake.beside(
        () -> {
          comparison.finish();
          writing.prepare(intake.statuses());
          if (!queue.hasMore()) {
            memory.keys().restore();
          }
        },
        () -> {
          if (!looking.isForNothing()) {
            screen.look(looking.screening());
          }
        });
    return screen;
  }

  /** The checks look at what the screen suspects only. */
  private CheckRun check(
      FigureSource figures,
      ObservationBuffer intake,
      FigureDiff comparison,
      LoadWriter writing,
      CheckPrefilter screen)
      throws SQLException, IOException {
    CheckRun checking = new CheckRun(connection, looking.checks());
    if (screen.isClear() && !comparison.hasContradictions()) {
      return checking;
    }
    memory.keys().restore();
    CheckedFigures.fill(connection, memory.mirror(), intake, screen, figures, book.reserve());
    Contradictions.refuse(connection, writing.takingBack(), intake::refuse);
    if (!looking.isForNothing()) {
      writing.analyzeSeries();
      checking.run(
          memory.mirror(),
          intake.all().isPresent() ? intake.indicators() : screen.wholeIndicators(),
          book.reserve(),
          writing.takingBack(),
          intake::refuse);
    }
    return checking;
  }

  private void undo(Savepoint before) throws SQLException {
    connection.rollback(before);
    memory.mirror().rollback();
    memory.keys().lookAgain();
  }

  private Outcome verdict(
      Savepoint before,
      ObservationBuffer intake,
      CheckRun checking,
      LoadWriter writing,
      ReadingSummary summary)
      throws SQLException {
    long refused = intake.rejected();
    Optional<Rejection> objection =
        Acceptance.of(
                summary,
                intake.taken(),
                intake.rejectedWhenRead(),
                refused,
                policy.toleratedShare())
            .objection();
    if (objection.isPresent()) {
      undo(before);
      intake.addFileRejection(objection.get());
      return rejected(intake.rejections(), Math.max(refused, 1), summary);
    }
    if (!checking.holds().isEmpty() && !released) {
      undo(before);
      return held(intake, checking, summary, refused);
    }
    return loaded(intake, checking, writing, summary, refused);
  }

  private Outcome rejected(List<Rejection> rejections, long count, ReadingSummary summary)
      throws SQLException {
    String message =
        rejections.isEmpty() ? "" : rejections.get(rejections.size() - 1).code().name();
    long id = book.enter("rejected", summary.cellsRead(), count, message);
    book.refusals(id, rejections);
    LoadCounts counts = new LoadCounts(summary.cellsRead(), 0, 0, 0, count);
    return new Outcome.Rejected(file, id, counts, rejections, summary.notes());
  }

  private Outcome held(
      ObservationBuffer intake, CheckRun checking, ReadingSummary summary, long refused)
      throws SQLException {
    List<Rejection> reasons = new ArrayList<>(checking.holds());
    reasons.addAll(intake.rejections());
    String message = checking.holds().get(0).code().name();
    long id = book.enter("held", summary.cellsRead(), refused, message);
    book.hold(id);
    book.refusals(id, reasons);
    book.warnings(id, checking.warnings());
    LoadCounts counts = new LoadCounts(summary.cellsRead(), 0, 0, 0, refused);
    return new Outcome.Held(file, id, counts, reasons, checking.warnings());
  }

  private Outcome loaded(
      ObservationBuffer intake,
      CheckRun checking,
      LoadWriter writing,
      ReadingSummary summary,
      long refused)
      throws SQLException {
    String status = refused == 0 ? "loaded" : "partly_loaded";
    long id = book.enter(status, summary.cellsRead(), refused, "");
    List<Rejection> warnings = new ArrayList<>(checking.holds());
    warnings.addAll(checking.warnings());
    book.refusals(id, intake.rejections());
    book.warnings(id, warnings);
    writing.reported(id);
    List<Conflict> conflicts = writing.conflicts();
    LoadCounts counts = writing.counts(summary.cellsRead(), refused);
    book.finish(id, counts, checking.flagged());
    return new Outcome.Loaded(
        file, id, counts, intake.rejections(), warnings, conflicts, summary.notes());
  }
}
