package io.yanmen.console.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Who did what to the service, kept for good. */
public final class AuditTrail {
  private static final int LONGEST = 500;

  /**
   * One action.
   *
   * @param address where the request came from
   * @param action what was done, such as {@code POST /routes/inbox/pause}
   * @param status of the answer (HTTP): below 400 it was done
   */
  public record AuditEntry(
      Instant at, String user, String address, String action, int status, String detail) {}

  private final DataSource dataSource;

  public AuditTrail(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  public void add(AuditEntry entry) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into audit (at, user_name, address, action, status, detail)
                values (?, ?, ?, ?, ?, ?)
                """)) {
      insert.setObject(1, entry.at().atOffset(java.time.ZoneOffset.UTC));
      insert.setString(2, cut(entry.user()));
      insert.setString(3, cut(entry.address()));
      insert.setString(4, cut(entry.action()));
      insert.setInt(5, entry.status());
      insert.setString(6, cut(entry.detail()));
      insert.executeUpdate();
    }
  }

  /** The newest, the newest first. */
  public List<AuditEntry> recent(int most) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                -- By the primary key, backwards.
                select at, user_name, address, action, status, detail
                  from audit order by id desc limit ?
                """)) {
      select.setInt(1, most);
      List<AuditEntry> entries = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          entries.add(
              new AuditEntry(
                  row.getTimestamp(1).toInstant(),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getInt(5),
                  row.getString(6)));
        }
      }
      return entries;
    }
  }

  /** What PostgreSQL can keep of a text from outside. */
  private static String cut(String text) {
    String clean = text.replace('\0', ' ');
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
  }
}
