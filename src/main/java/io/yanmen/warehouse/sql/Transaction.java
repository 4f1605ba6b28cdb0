package io.yanmen.warehouse.sql;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Several statements that count together or not at all. The pool gives its connections back to
 * their usual mode.
 */
public final class Transaction {
  /** What is done within one. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** What is done within one, for its effect alone. */
  @FunctionalInterface
  public interface Steps {
    void on(Connection connection) throws SQLException;
  }

  private Transaction() {}

  /** Commits at the end of the work; takes all of it back if it fails. */
  public static <T> T of(DataSource database, Work<T> work) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.on(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        rollback(connection, e);
        throw e;
      }
    }
  }

  /** Commits at the end of the steps; takes all of them back if one fails. */
  public static void run(DataSource database, Steps steps) throws SQLException {
    Transaction.<Boolean>of(
        database,
        connection -> {
          steps.on(connection);
          return true;
        });
  }

  private static void rollback(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }
}
