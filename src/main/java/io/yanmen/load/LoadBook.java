package io.yanmen.load;

import io.yanmen.model.LandedFile;
import io.yanmen.model.Language;
import io.yanmen.model.LogKey;
import io.yanmen.model.Rejection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.MDC;

/** Writes what becomes of one file: its load, what was refused, what is doubtful, what waits. */
final class LoadBook {
  private static final int BATCH = 1000;

  private final Connection connection;
  private final RejectionText texts;
  private final LandedFile file;
  private final SourcePolicy policy;
  private final Instant started;
  private final Optional<Release> release;

  LoadBook(
      Connection connection,
      RejectionText texts,
      LandedFile file,
      SourcePolicy policy,
      Optional<Release> release) {
    this.connection = connection;
    this.texts = texts;
    this.file = file;
    this.policy = policy;
    this.release = release;
    this.started = Instant.now();
  }

  Instant started() {
    return started;
  }

  /** Enters a load; one that was held keeps its number. */
  long enter(String status, long cells, long rejected, String message) throws SQLException {
    long load =
        release.isEmpty()
            ? enterNew(status, cells, rejected, message)
            : enterReleased(release.get(), status, cells, rejected, message);
    // From here on each line of the log can say which load it belongs to.
    MDC.put(LogKey.LOAD, Long.toString(load));
    return load;
  }

  private long enterReleased(Release it, String status, long cells, long rejected, String message)
      throws SQLException {
    execute(Stage.DECIDE, "released", plain(it.by()), "", it.load());
    execute(Stage.FORGET_REASONS, it.load());
    execute(Stage.FORGET_DOUBTS, it.load());
    execute(
        Stage.LOAD_AFTER_HOLD,
        status,
        Timestamp.from(started),
        cells,
        rejected,
        ("released by " + plain(it.by()) + " " + message).strip(),
        it.load());
    return it.load();
  }

  private long enterNew(String status, long cells, long rejected, String message)
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

  void hold(long load) throws SQLException {
    execute(Stage.HOLD, load);
  }

  void refusals(long load, List<Rejection> rejections) throws SQLException {
    write(Stage.REJECTION, load, rejections, true);
  }

  void warnings(long load, List<Rejection> warnings) throws SQLException {
    write(Stage.WARNING, load, warnings, false);
  }

  private void write(String sql, long load, List<Rejection> all, boolean withArguments)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int batched = 0;
      for (Rejection r : all) {
        statement.setLong(1, load);
        statement.setInt(2, r.tableNo());
        statement.setString(3, r.isOfFile() ? "" : plain(r.cell().toString()));
        statement.setString(4, r.code().name());
        statement.setString(5, plain(texts.text(Language.ZH, r, file.name())));
        statement.setString(6, plain(texts.text(Language.EN, r, file.name())));
        statement.setString(7, plain(r.raw()));
        if (withArguments) {
          String[] arguments = r.arguments().stream().map(LoadBook::plain).toArray(String[]::new);
          statement.setArray(8, connection.createArrayOf("text", arguments));
        }
        statement.addBatch();
        if (++batched % BATCH == 0) {
          statement.executeBatch();
        }
      }
      statement.executeBatch();
    }
  }

  private void execute(String sql, Object... arguments) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      statement.executeUpdate();
    }
  }

  /** PostgreSQL's text cannot hold the character 0. */
  static String plain(String text) {
    return text.replace('\0', ' ');
  }
}
