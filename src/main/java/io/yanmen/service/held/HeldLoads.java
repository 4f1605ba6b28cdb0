package io.yanmen.service.held;

import io.yanmen.warehouse.load.LoadRecord;
import io.yanmen.warehouse.load.LoadRecordSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The files that wait for a person's decision. */
public final class HeldLoads {
  /**
   * A file that waits.
   *
   * @param reasons why, in both languages
   */
  public record HeldLoad(
      long load,
      String source,
      String fileName,
      String sha256,
      Instant receivedAt,
      Instant heldAt,
      List<Reason> reasons) {
    public HeldLoad {
      reasons = List.copyOf(reasons);
    }
  }

  /** Why a file waits. */
  public record Reason(String code, String zh, String en) {}

  private final DataSource dataSource;

  public HeldLoads(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** All that wait, the longest first. */
  public List<HeldLoad> all() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                select l.id, l.source, l.file_name, l.sha256, l.received_at, h.held_at
                  from hold h join load l on l.id = h.load_id
                 where h.decision is null order by h.held_at, l.id
                """);
        ResultSet row = statement.executeQuery()) {
      List<HeldLoad> entries = new ArrayList<>();
      while (row.next()) {
        entries.add(
            new HeldLoad(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getTimestamp(5).toInstant(),
                row.getTimestamp(6).toInstant(),
                reasons(connection, row.getLong(1))));
      }
      return entries;
    }
  }

  /** How many wait. */
  public long waiting() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("select count(*) from hold where decision is null");
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  public Optional<HeldLoad> find(long load) throws SQLException {
    return all().stream().filter(it -> it.load() == load).findFirst();
  }

  private static List<Reason> reasons(Connection connection, long load) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select code, message_zh, message_en from rejection
             where load_id = ? and table_no = 0 order by id
            """)) {
      statement.setLong(1, load);
      try (ResultSet row = statement.executeQuery()) {
        List<Reason> reasons = new ArrayList<>();
        while (row.next()) {
          reasons.add(new Reason(row.getString(1), row.getString(2), row.getString(3)));
        }
        return reasons;
      }
    }
  }

  /**
   * Refuses a file for good; the same bytes may come again and are then held again.
   *
   * @return false if no such load waits (any more); nothing is changed then
   */
  public boolean reject(long load, String by, String reason) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement decide = connection.prepareStatement(LoadRecordSql.DECIDE);
          PreparedStatement refuse = connection.prepareStatement(LoadRecordSql.REJECT_HELD)) {
        decide.setString(1, "rejected");
        decide.setString(2, LoadRecord.plain(by));
        decide.setString(3, LoadRecord.plain(reason));
        decide.setLong(4, load);
        boolean decided = decide.executeUpdate() == 1;
        if (decided) {
          refuse.setString(1, LoadRecord.plain("rejected by " + by + ": " + reason));
          refuse.setLong(2, load);
          refuse.executeUpdate();
        }
        connection.commit();
        return decided;
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      }
    }
  }
}
