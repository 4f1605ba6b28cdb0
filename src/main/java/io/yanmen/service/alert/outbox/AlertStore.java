package io.yanmen.service.alert.outbox;

import io.yanmen.service.alert.Alert;
import io.yanmen.service.alert.AlertKind;
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
public final class AlertStore {
  /** A state that was told of. */
  public record Trouble(AlertKind kind, String subject) {}

  private final DataSource dataSource;

  public AlertStore(DataSource dataSource) {
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
    try (Connection connection = dataSource.getConnection();
        PreparedStatement move =
            connection.prepareStatement(
                // One round trip for each file that is loaded; by the primary key, mostly for
                // nothing.
                """
                with ended as (delete from alert_state where kind = ? and subject = ? returning 1)
                insert into alert (kind, subject, name, source, place, reason_zh, reason_en, node,
                                   happened_at)
                select ?, ?, ?, ?, ?, ?, ?, ?, cast(? as timestamptz) from ended
                """)) {
      move.setString(1, trouble.name());
      move.setString(2, recovery.subject());
      fill(move, 3, recovery);
      move.executeUpdate();
    }
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
      fill(insert, 1, alert);
      insert.executeUpdate();
    }
  }

  private static void fill(PreparedStatement insert, int from, Alert alert) throws SQLException {
    insert.setString(from, alert.kind().name());
    insert.setString(from + 1, alert.subject());
    insert.setString(from + 2, alert.name());
    insert.setString(from + 3, alert.source());
    insert.setString(from + 4, alert.place());
    insert.setString(from + 5, alert.reasonZh());
    insert.setString(from + 6, alert.reasonEn());
    insert.setString(from + 7, alert.node());
    insert.setTimestamp(from + 8, Timestamp.from(alert.at()));
  }

  @FunctionalInterface
  private interface StoreTransaction {
    void on(Connection connection) throws SQLException;
  }

  private void inTransaction(StoreTransaction work) throws SQLException {
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
