package io.yanmen.warehouse.load;

import io.yanmen.model.Language;
import io.yanmen.model.outcome.LandedFile;
import io.yanmen.model.outcome.LoadCounts;
import io.yanmen.model.outcome.LogKey;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.warehouse.stored.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.MDC;

/** Writes what becomes of one file: its load, what was refused, what is doubtful, what waits. */
public final class LoadRecord {
  private static final int BATCH = 1000;

  private final Connection connection;
  private final RejectionText texts;
  private final LandedFile file;
  private final SourcePolicy policy;
  private final Instant started;
  private final Optional<HoldRelease> release;
  private OptionalLong reserved = OptionalLong.empty();

  LoadRecord(
      Connection connection,
      RejectionText texts,
      LandedFile file,
      SourcePolicy policy,
      Optional<HoldRelease> release) {
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

  /** The number that the load will have; one that was held keeps its own. */
  long reserve() throws SQLException {
    if (reserved.isEmpty()) {
      reserved =
          OptionalLong.of(
              release.isPresent() ? release.get().load() : next(LoadRecordSql.RESERVE_LOAD));
    }
    return reserved.getAsLong();
  }

  private long next(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Enters a load; one that was held keeps its number. */
  long enter(String status, long cells, long rejected, String message) throws SQLException {
    long load = reserve();
    if (release.isEmpty()) {
      enterNew(load, status, cells, rejected, message);
    } else {
      enterReleased(release.get(), status, cells, rejected, message);
    }
    // From here on each line of the log can say which load it belongs to.
    MDC.put(LogKey.LOAD, Long.toString(load));
    return load;
  }

  private void enterReleased(
      HoldRelease it, String status, long cells, long rejected, String message)
      throws SQLException {
    Sql.run(connection, LoadRecordSql.DECIDE, "released", plain(it.by()), "", it.load());
    Sql.run(connection, LoadRecordSql.FORGET_REASONS, it.load());
    Sql.run(connection, LoadRecordSql.FORGET_DOUBTS, it.load());
    Sql.run(
        connection,
        LoadRecordSql.LOAD_AFTER_HOLD,
        status,
        Timestamp.from(started),
        cells,
        rejected,
        ("released by " + plain(it.by()) + " " + message).strip(),
        it.load());
  }

  private void enterNew(long load, String status, long cells, long rejected, String message)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LoadRecordSql.NEW_LOAD)) {
      statement.setLong(1, load);
      statement.setString(2, policy.source());
      statement.setString(3, plain(file.name()));
      statement.setString(4, file.sha256());
      statement.setString(5, status);
      statement.setInt(6, policy.priority());
      statement.setTimestamp(7, Timestamp.from(file.receivedAt()));
      statement.setTimestamp(8, Timestamp.from(started));
      statement.setLong(9, cells);
      statement.setLong(10, rejected);
      statement.setString(11, message);
      statement.executeUpdate();
    }
  }

  void finish(long load, LoadCounts counts, long flagged) throws SQLException {
    Sql.run(
        connection,
        LoadRecordSql.FINISH,
        counts.observationsNew(),
        counts.observationsChanged(),
        counts.observationsUnchanged(),
        flagged,
        load);
  }

  void hold(long load) throws SQLException {
    Sql.run(connection, LoadRecordSql.HOLD, load);
  }

  void refusals(long load, List<Rejection> rejections) throws SQLException {
    write(LoadRecordSql.REJECTION, load, rejections, true);
  }

  void warnings(long load, List<Rejection> warnings) throws SQLException {
    write(LoadRecordSql.WARNING, load, warnings, false);
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
          String[] arguments = r.arguments().stream().map(LoadRecord::plain).toArray(String[]::new);
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

  /** PostgreSQL's text cannot hold the character 0. */
  public static String plain(String text) {
    return text.replace('\0', ' ');
  }
}
