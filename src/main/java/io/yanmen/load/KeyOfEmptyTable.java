package io.yanmen.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;

/**
 * The first large load into an empty warehouse does without the key of the table while it fills it,
 * and makes the key at its end, by sorting: that is faster than to keep an index in order row by
 * row, and there is nothing yet that a row could be a second time. Readers of the empty table wait
 * meanwhile. Where the table is in use, or is not ours to change, the key stays.
 */
final class KeyOfEmptyTable {
  private final Connection connection;
  private String dropped = "";

  KeyOfEmptyTable(Connection connection) {
    this.connection = connection;
  }

  /** Before many figures come; there may be some of this load already. */
  void letGo(long load) throws SQLException {
    if (hasOtherFigures(load)) {
      return;
    }
    Savepoint before = connection.setSavepoint();
    try (Statement statement = connection.createStatement()) {
      String key = key(statement);
      statement.execute("set local lock_timeout = '200ms'");
      statement.execute("alter table observation drop constraint " + key);
      statement.execute("set local lock_timeout to default");
      connection.releaseSavepoint(before);
      dropped = key;
    } catch (SQLException inUseOrNotOurs) {
      connection.rollback(before);
    }
  }

  private boolean hasOtherFigures(long load) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(Stage.HAS_OTHER_FIGURES)) {
      statement.setLong(1, load);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  private String key(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(Stage.KEY_OF_OBSERVATIONS)) {
      if (!row.next()) {
        throw new SQLException("the table observation has no primary key");
      }
      return statement.enquoteIdentifier(row.getString(1), true);
    }
  }

  /** All figures are there. */
  void restore() throws SQLException {
    if (dropped.isEmpty()) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "alter table observation add constraint "
              + dropped
              + " primary key (series_id, period_start)");
      dropped = "";
    }
  }
}
