package io.yanmen.load;

import io.yanmen.model.Checks;
import io.yanmen.model.Conflict;
import io.yanmen.model.FigureSource;
import io.yanmen.model.LandedFile;
import io.yanmen.model.LoadCounts;
import io.yanmen.model.Outcome;
import io.yanmen.model.ReadingSummary;
import io.yanmen.model.Rejection;
import io.yanmen.model.RejectionCode;
import io.yanmen.model.UnreadableFileException;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One load in its transaction: stage, check, decide, write. */
final class LoadRun {
  private final Connection connection;
  private final LandedFile file;
  private final SourcePolicy policy;
  private final Checks checks;
  private final LoadBook book;
  private final boolean released;

  LoadRun(
      Connection connection,
      LandedFile file,
      SourcePolicy policy,
      Checks checks,
      LoadBook book,
      boolean released) {
    this.connection = connection;
    this.file = file;
    this.policy = policy;
    this.checks = checks;
    this.book = book;
    this.released = released;
  }

  Outcome load(FigureSource figures) throws SQLException, IOException {
    try (Staging staging = Staging.open(connection)) {
      ReadingSummary summary;
      try {
        summary = figures.read(staging);
        staging.finish();
      } catch (IllegalStateException e) {
        staging.rethrowFailure();
        throw e;
      } catch (UnreadableFileException e) {
        staging.rethrowFailure();
        staging.abandon();
        return rejected(List.of(e.rejection()), 1, new ReadingSummary(0, 0, List.of()));
      }
      staging.resolve();
      staging.refuseContradictions();
      Checking checking = new Checking(connection, checks);
      checking.run(staging);
      return verdict(staging, checking, summary);
    }
  }

  private Outcome verdict(Staging staging, Checking checking, ReadingSummary summary)
      throws SQLException {
    long refused = staging.rejected();
    long cells = Math.max(summary.valueCells(), staging.staged() + refused);
    if (staging.staged() == 0 && refused == 0) {
      return rejected(List.of(Rejection.ofFile(RejectionCode.NO_TABLE)), 1, summary);
    }
    if (refused > policy.toleratedShare() * cells) {
      staging.addFileRejection(
          Rejection.ofFile(
              RejectionCode.TOO_MANY_REJECTIONS,
              String.valueOf(refused),
              String.valueOf(cells),
              percent(policy.toleratedShare())));
      return rejected(staging.rejections(), refused, summary);
    }
    if (!checking.holds().isEmpty() && !released) {
      return held(staging, checking, summary, refused);
    }
    return loaded(staging, checking, summary, refused);
  }

  private static String percent(double share) {
    return new BigDecimal(String.valueOf(share))
        .movePointRight(2)
        .stripTrailingZeros()
        .toPlainString();
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

  private Outcome held(Staging staging, Checking checking, ReadingSummary summary, long refused)
      throws SQLException {
    List<Rejection> reasons = new ArrayList<>(checking.holds());
    reasons.addAll(staging.rejections());
    String message = checking.holds().get(0).code().name();
    long id = book.enter("held", summary.cellsRead(), refused, message);
    book.hold(id);
    book.refusals(id, reasons);
    book.warnings(id, checking.warnings());
    LoadCounts counts = new LoadCounts(summary.cellsRead(), 0, 0, 0, refused);
    return new Outcome.Held(file, id, counts, reasons, checking.warnings());
  }

  private Outcome loaded(Staging staging, Checking checking, ReadingSummary summary, long refused)
      throws SQLException {
    String status = refused == 0 ? "loaded" : "partly_loaded";
    long id = book.enter(status, summary.cellsRead(), refused, "");
    List<Rejection> warnings = new ArrayList<>(checking.holds());
    warnings.addAll(checking.warnings());
    book.refusals(id, staging.rejections());
    book.warnings(id, warnings);
    execute(Stage.DIFFERENT, policy.source(), policy.priority(), policy.source());
    long unchanged = count(Stage.COUNT_UNCHANGED);
    List<Conflict> conflicts = Conflicts.read(connection, policy.source());
    execute(Stage.KEEP_OLD, id);
    execute(Stage.KEEP_UNSHOWN, id);
    long changed = execute(Stage.REPLACE, id);
    long fresh = execute(Stage.INSERT_NEW, id);
    execute(Stage.REPORTED, policy.source(), id);
    execute(Stage.FINISH, fresh, changed, unchanged, checking.flagged(), id);
    LoadCounts counts = new LoadCounts(summary.cellsRead(), fresh, changed, unchanged, refused);
    return new Outcome.Loaded(
        file, id, counts, staging.rejections(), warnings, conflicts, summary.notes());
  }

  private long execute(String sql, Object... arguments) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      return statement.executeLargeUpdate();
    }
  }

  private long count(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
