package io.yanmen.console.access;

import io.yanmen.warehouse.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
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
    Sql.run(
        dataSource,
        """
        insert into audit (at, user_name, address, action, status, detail)
        values (?, ?, ?, ?, ?, ?)
        """,
        entry.at(),
        cut(entry.user()),
        cut(entry.address()),
        cut(entry.action()),
        entry.status(),
        cut(entry.detail()));
  }

  /** The newest, the newest first. */
  public List<AuditEntry> recent(int most) throws SQLException {
    return Sql.query(
            dataSource,
            """
            -- By the primary key, backwards.
            select at, user_name, address, action, status, detail
              from audit order by id desc limit ?
            """,
            most)
        .list(
            row ->
                new AuditEntry(
                    row.instant(1),
                    row.text(2),
                    row.text(3),
                    row.text(4),
                    row.integer(5),
                    row.text(6)));
  }

  /** What PostgreSQL can keep of a text from outside. */
  private static String cut(String text) {
    String clean = text.replace('\0', ' ');
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
  }
}
