package io.yanmen.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The figures that differ from what is stored, until the rules between sources have decided on
 * them. In a large file that happens in portions while it is still being read, since the warehouse
 * would else stand still meanwhile.
 */
final class Changes {
  private static final int PORTION = 4_000;

  private final Connection connection;
  private final CopyStream stream;
  private final CopyStream.Target candidates;
  private final SourcePolicy policy;
  private long waiting;
  private long all;
  private long changed;
  private long lost;
  private boolean open;
  private boolean early;

  Changes(Connection connection, CopyStream stream, SourcePolicy policy) {
    this.connection = connection;
    this.stream = stream;
    this.candidates = stream.target(FigureSql.COPY_CANDIDATES);
    this.policy = policy;
  }

  /** Where the next candidate is put; {@link #added} must follow. */
  TupleBuffer buffer() throws SQLException {
    if (!open) {
      stream.end();
      execute(FigureSql.CREATE_CANDIDATES);
      execute(FigureSql.CREATE_CONFLICTS);
      open = true;
    }
    return candidates.buffer();
  }

  void added() throws SQLException {
    all++;
    waiting++;
    candidates.added();
  }

  /** Decides on those that wait, if they are many. */
  void decideEarly() throws SQLException {
    if (waiting >= PORTION) {
      early = true;
      flush();
      decide();
      execute(FigureSql.EMPTY_CANDIDATES);
    }
  }

  /** Decides on those that still wait. */
  void decideAll() throws SQLException {
    if (waiting > 0) {
      decide();
    }
  }

  /** Sends what has not been sent. */
  void flush() throws SQLException {
    candidates.flush();
    stream.end();
  }

  private void decide() throws SQLException {
    boolean few = waiting <= 2 * PORTION;
    execute(few ? FigureSql.ONE_BY_ONE : "analyze candidate");
    replace();
    if (few) {
      execute(FigureSql.AS_USUAL);
    }
    waiting = 0;
  }

  private void replace() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FigureSql.REPLACE)) {
      statement.setString(1, policy.source());
      statement.setInt(2, policy.priority());
      statement.setString(3, policy.source());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        changed += row.getLong(1);
        lost += row.getLong(2);
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  boolean any() {
    return all > 0;
  }

  /** Whether some were decided on before the file was read to its end. */
  boolean decidedEarly() {
    return early;
  }

  /** Figures that replaced another. */
  long changed() {
    return changed;
  }

  /** Figures that do not show, since the stored ones count more. */
  long lost() {
    return lost;
  }

  /** Figures that were the same after all. */
  long same() {
    return all - changed - lost;
  }
}
