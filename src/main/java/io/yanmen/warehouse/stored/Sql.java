package io.yanmen.warehouse.stored;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Runs what gives no rows. */
public final class Sql {
  private Sql() {}

  /** Gives how many rows were changed. */
  public static long run(Connection connection, String sql, Object... arguments)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      statement.execute();
      return Math.max(0, statement.getLargeUpdateCount());
    }
  }
}
