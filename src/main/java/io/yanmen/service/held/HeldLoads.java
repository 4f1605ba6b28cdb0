package io.yanmen.service.held;

import io.yanmen.warehouse.load.LoadRecord;
import io.yanmen.warehouse.load.LoadRecordSql;
import io.yanmen.warehouse.sql.Sql;
import io.yanmen.warehouse.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
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
    try (Connection connection = dataSource.getConnection()) {
      return Sql.query(
              connection,
              """
              select l.id, l.source, l.file_name, l.sha256, l.received_at, h.held_at
                from hold h join load l on l.id = h.load_id
               where h.decision is null order by h.held_at, l.id
              """)
          .list(
              row ->
                  new HeldLoad(
                      row.number(1),
                      row.text(2),
                      row.text(3),
                      row.text(4),
                      row.instant(5),
                      row.instant(6),
                      reasons(connection, row.number(1))));
    }
  }

  /** How many wait. */
  public long waiting() throws SQLException {
    return Sql.query(dataSource, "select count(*) from hold where decision is null").number();
  }

  public Optional<HeldLoad> find(long load) throws SQLException {
    return all().stream().filter(it -> it.load() == load).findFirst();
  }

  private static List<Reason> reasons(Connection connection, long load) throws SQLException {
    return Sql.query(
            connection,
            """
            select code, message_zh, message_en from rejection
             where load_id = ? and table_no = 0 order by id
            """,
            load)
        .list(row -> new Reason(row.text(1), row.text(2), row.text(3)));
  }

  /**
   * Refuses a file for good; the same bytes may come again and are then held again.
   *
   * @return false if no such load waits (any more); nothing is changed then
   */
  public boolean reject(long load, String by, String reason) throws SQLException {
    return Transaction.of(
        dataSource,
        connection -> {
          boolean decided =
              Sql.run(
                      connection,
                      LoadRecordSql.DECIDE,
                      "rejected",
                      LoadRecord.plain(by),
                      LoadRecord.plain(reason),
                      load)
                  == 1;
          if (decided) {
            Sql.run(
                connection,
                LoadRecordSql.REJECT_HELD,
                LoadRecord.plain("rejected by " + by + ": " + reason),
                load);
          }
          return decided;
        });
  }
}
