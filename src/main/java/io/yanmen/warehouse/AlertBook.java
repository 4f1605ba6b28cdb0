package io.yanmen.warehouse;

import io.yanmen.model.Alert;
import io.yanmen.model.AlertKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The alerts that wait for their message, and the troubles that were told of and are not over. All
 * services of a warehouse share them.
 */
public final class AlertBook {
  /** A state that was told of. */
  public record Trouble(AlertKind kind, String subject) {}

  private final DataSource dataSource;

  public AlertBook(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Adds what has no end. */
  public void add(Alert alert) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      insert(connection, alert);
    }
  }

  /** Adds a state that begins, unless it has been told of and is not over. */
  public void begin(Alert alert) throws SQLException {
    inTransaction(
        connection -> {
          if (note(connection, new Trouble(alert.kind(), alert.subject()))) {
            insert(connection, alert);
          }
        });
  }

  /**
   * Adds the end of a state, if that was told of.
   *
   * @param recovery named by the subject of the trouble
   */
  public void end(AlertKind trouble, Alert recovery) throws SQLException {
    inTransaction(
        connection -> {
          if (forget(connection, new Trouble(trouble, recovery.subject()))) {
            insert(connection, recovery);
          }
        });
  }

  /** Keeps in mind a state that was told of otherwise. */
  public void note(Trouble trouble) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      note(connection, trouble);
    }
  }

  /** Forgets a state whose end was told of otherwise. */
  public void forget(Trouble trouble) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      forget(connection, trouble);
    }
  }

  /** The states that were told of and are not over. */
  public Set<Trouble> open() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select kind, subject from alert_state");
        ResultSet row = select.executeQuery()) {
      Set<Trouble> open = new HashSet<>();
      while (row.next()) {
        open.add(new Trouble(AlertKind.valueOf(row.getString(1)), row.getString(2)));
      }
      return open;
    }
  }

  private static boolean note(Connection connection, Trouble trouble) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into alert_state (kind, subject) values (?, ?) on conflict do nothing")) {
      insert.setString(1, trouble.kind().name());
      insert.setString(2, trouble.subject());
      return insert.executeUpdate() == 1;
    }
  }

  private static boolean forget(Connection connection, Trouble trouble) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from alert_state where kind = ? and subject = ?")) {
      delete.setString(1, trouble.kind().name());
      delete.setString(2, trouble.subject());
      return delete.executeUpdate() == 1;
    }
  }

  private static void insert(Connection connection, Alert alert) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into alert (kind, subject, name, source, place, reason_zh, reason_en, node,
                               happened_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      insert.setString(1, alert.kind().name());
      insert.setString(2, alert.subject());
      insert.setString(3, alert.name());
      insert.setString(4, alert.source());
      insert.setString(5, alert.place());
      insert.setString(6, alert.reasonZh());
      insert.setString(7, alert.reasonEn());
      insert.setString(8, alert.node());
      insert.setTimestamp(9, Timestamp.from(alert.at()));
      insert.executeUpdate();
    }
  }

  @FunctionalInterface
  private interface Work {
    void on(Connection connection) throws SQLException;
  }

  private void inTransaction(Work work) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        work.on(connection);
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }
}
