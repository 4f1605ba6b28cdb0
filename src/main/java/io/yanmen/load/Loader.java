package io.yanmen.load;

import io.yanmen.model.CellAddress;
import io.yanmen.model.Conflict;
import io.yanmen.model.FigureSource;
import io.yanmen.model.LandedFile;
import io.yanmen.model.Language;
import io.yanmen.model.LoadCounts;
import io.yanmen.model.Outcome;
import io.yanmen.model.ReadingSummary;
import io.yanmen.model.Rejection;
import io.yanmen.model.RejectionCode;
import io.yanmen.model.UnreadableFileException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Loads one landed file in one transaction: what is new is inserted, what differs replaces the old
 * value, which is kept as a revision, and what is unchanged is not written.
 */
public final class Loader {
  private static final List<Rejection> NONE = List.of();

  private final DataSource dataSource;
  private final RejectionText texts;

  public Loader(DataSource dataSource, RejectionText texts) {
    this.dataSource = dataSource;
    this.texts = texts;
  }

  /**
   * @throws SQLException if the warehouse fails; nothing is recorded then, and the file can be
   *     loaded again
   * @throws IOException if the file cannot be read for reasons that are not its own
   */
  public Outcome load(LandedFile file, SourcePolicy policy, FigureSource figures)
      throws SQLException, IOException {
    Instant started = Instant.now();
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Optional<Outcome> duplicate = duplicate(connection, file, policy, started);
        Outcome outcome =
            duplicate.isPresent()
                ? duplicate.get()
                : new Run(connection, file, policy, started).load(figures);
        connection.commit();
        return outcome;
      } catch (SQLException | IOException | RuntimeException e) {
        rollback(connection, e);
        throw e;
      }
    }
  }

  private static void rollback(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private Optional<Outcome> duplicate(
      Connection connection, LandedFile file, SourcePolicy policy, Instant started)
      throws SQLException {
    lock(connection);
    try (PreparedStatement statement = connection.prepareStatement(Stage.SAME_BYTES)) {
      statement.setString(1, file.sha256());
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        String firstName = row.getString(2);
        Timestamp firstTime = row.getTimestamp(3);
        long id =
            newLoad(connection, file, policy, "duplicate", started, 0, 0, "load " + row.getLong(1));
        Instant first = firstTime == null ? started : firstTime.toInstant();
        return Optional.of(new Outcome.Duplicate(file, id, firstName, first));
      }
    }
  }

  /**
   * One writer at a time: loads of two nodes wait for each other and then see each other's values.
   */
  private static void lock(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select pg_advisory_xact_lock(hashtext('yanmen.observation'))")) {
      statement.execute();
    }
  }

  private static long newLoad(
      Connection connection,
      LandedFile file,
      SourcePolicy policy,
      String status,
      Instant started,
      long cells,
      long rejected,
      String message)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(Stage.NEW_LOAD)) {
      statement.setString(1, policy.source());
      statement.setString(2, plain(file.name()));
      statement.setString(3, file.sha256());
      statement.setString(4, status);
      statement.setInt(5, policy.priority());
      statement.setTimestamp(6, Timestamp.from(file.receivedAt()));
      statement.setTimestamp(7, Timestamp.from(started));
      statement.setLong(8, cells);
      statement.setLong(9, rejected);
      statement.setString(10, message);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static String plain(String text) {
    return text.replace('\0', ' ');
  }

  /** One load in its transaction. */
  private final class Run {
    private final Connection connection;
    private final LandedFile file;
    private final SourcePolicy policy;
    private final Instant started;

    Run(Connection connection, LandedFile file, SourcePolicy policy, Instant started) {
      this.connection = connection;
      this.file = file;
      this.policy = policy;
      this.started = started;
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
        return verdict(staging, summary);
      }
    }

    private Outcome verdict(Staging staging, ReadingSummary summary) throws SQLException {
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
      return loaded(staging, summary, refused);
    }

    private String percent(double share) {
      return new java.math.BigDecimal(String.valueOf(share))
          .movePointRight(2)
          .stripTrailingZeros()
          .toPlainString();
    }

    private Outcome rejected(List<Rejection> rejections, long count, ReadingSummary summary)
        throws SQLException {
      String message =
          rejections.isEmpty() ? "" : rejections.get(rejections.size() - 1).code().name();
      long id =
          newLoad(
              connection, file, policy, "rejected", started, summary.cellsRead(), count, message);
      record(id, rejections);
      LoadCounts counts = new LoadCounts(summary.cellsRead(), 0, 0, 0, count);
      return new Outcome.Rejected(file, id, counts, rejections, summary.notes());
    }

    private Outcome loaded(Staging staging, ReadingSummary summary, long refused)
        throws SQLException {
      String status = refused == 0 ? "loaded" : "partly_loaded";
      long id =
          newLoad(connection, file, policy, status, started, summary.cellsRead(), refused, "");
      record(id, staging.rejections());
      execute(Stage.DIFFERENT, policy.source(), policy.priority(), policy.source());
      long unchanged = count(Stage.COUNT_UNCHANGED);
      List<Conflict> conflicts = Conflicts.read(connection, policy.source());
      execute(Stage.KEEP_OLD, id);
      execute(Stage.KEEP_UNSHOWN, id);
      long changed = execute(Stage.REPLACE, id);
      long fresh = execute(Stage.INSERT_NEW, id);
      execute(Stage.FINISH, fresh, changed, unchanged, id);
      LoadCounts counts = new LoadCounts(summary.cellsRead(), fresh, changed, unchanged, refused);
      return new Outcome.Loaded(file, id, counts, staging.rejections(), conflicts, summary.notes());
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

    private void record(long load, List<Rejection> rejections) throws SQLException {
      try (PreparedStatement statement = connection.prepareStatement(Stage.REJECTION)) {
        int batched = 0;
        for (Rejection r : rejections.isEmpty() ? NONE : rejections) {
          statement.setLong(1, load);
          statement.setInt(2, r.tableNo());
          statement.setString(3, r.isOfFile() ? "" : plain(r.cell().toString()));
          statement.setString(4, r.code().name());
          statement.setString(5, plain(texts.text(Language.ZH, r, file.name())));
          statement.setString(6, plain(texts.text(Language.EN, r, file.name())));
          statement.setString(7, plain(r.raw()));
          statement.addBatch();
          if (++batched % 1000 == 0) {
            statement.executeBatch();
          }
        }
        statement.executeBatch();
      }
    }
  }

  /** A cell address from its text, as the stage keeps it. */
  static CellAddress address(String text) {
    int sheetEnd = text.lastIndexOf('!');
    String sheet = sheetEnd < 0 ? "" : text.substring(0, sheetEnd);
    String cell = text.substring(sheetEnd + 1);
    int letters = 0;
    int column = 0;
    while (letters < cell.length() && Character.isLetter(cell.charAt(letters))) {
      column = column * 26 + (cell.charAt(letters) - 'A' + 1);
      letters++;
    }
    return new CellAddress(sheet, Integer.parseInt(cell.substring(letters)) - 1, column - 1);
  }
}
