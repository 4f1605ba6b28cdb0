package io.yanmen.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The first large load into an empty warehouse does without the keys of the tables while it fills
 * them, and makes them at its end, by sorting: that is faster than to keep indexes in order row by
 * row, and there is nothing yet that a row could be a second time. Readers of the empty tables wait
 * meanwhile. Where a table is in use, or is not ours to change, its keys stay.
 */
final class KeysOfEmptyTables {
  private final Connection connection;
  private final List<String> dropped = new ArrayList<>();

  KeysOfEmptyTables(Connection connection) {
    this.connection = connection;
  }

  /**
   * Before many figures come; there may be some of this load already.
   *
   * @param series whether there are no series but those that this load has begun
   */
  void letGo(long load, boolean series) throws SQLException {
    if (hasOtherFigures(load)) {
      return;
    }
    letGo("observation");
    if (series) {
      letGo("series");
    }
  }

  private void letGo(String table) throws SQLException {
    Savepoint before = connection.setSavepoint();
    List<String> restoring = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local lock_timeout = '200ms'");
      for (Key key : keys(table)) {
        statement.execute(key.drop());
        restoring.add(key.restore());
      }
      statement.execute("set local lock_timeout to default");
      connection.releaseSavepoint(before);
      dropped.addAll(restoring);
    } catch (SQLException inUseOrNotOurs) {
      connection.rollback(before);
    }
  }

  /** A constraint or an index, by the statements that drop it and make it again. */
  private record Key(String drop, String restore) {}

  private List<Key> keys(String table) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FigureSql.KEYS_OF_TABLE)) {
      statement.setString(1, table);
      statement.setString(2, table);
      try (ResultSet row = statement.executeQuery()) {
        List<Key> keys = new ArrayList<>();
        while (row.next()) {
          keys.add(new Key(row.getString(1), row.getString(2)));
        }
        return keys;
      }
    }
  }

  private boolean hasOtherFigures(long load) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FigureSql.HAS_OTHER_FIGURES)) {
      statement.setLong(1, load);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /** All figures are there. */
  void restore() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String key : dropped) {
        statement.execute(key);
      }
    }
    dropped.clear();
  }
}
