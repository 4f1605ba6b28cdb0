package io.yanmen.service.schedule;

import io.yanmen.warehouse.sql.Sql;
import io.yanmen.warehouse.sql.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/** What ran and what came of it, for as long as it is kept. */
public final class RunHistory {
  /**
   * What may go when it is old: firings, commands, backfills, failures and services that are gone,
   * and the reasons of loads that left nothing in the warehouse. Loads stay: figures and revisions
   * name them, and a replay asks for them. Refusals of a load that shows stay with it, since the
   * same bytes sent again are answered with them.
   */
  private static final List<String> OLD =
      List.of(
          "delete from route_run where started_at < ? and outcome <> 'running'",
          "delete from route_command where finished_at < ?",
          "delete from backfill where finished_at < ?",
          "delete from load_failure where finished_at < ?",
          "delete from route where seen_at < ? and not node_alive(node)",
          """
          delete from rejection r using load l
           where l.id = r.load_id and l.status in ('rejected', 'duplicate') and l.finished_at < ?
          """,
          """
          delete from warning w using load l
           where l.id = w.load_id and l.status in ('rejected', 'duplicate') and l.finished_at < ?
          """);

  /** How many firings and loads ended how. */
  public record Count(RunKind kind, String outcome, long number) {}

  /** What the timeline tells of. */
  public enum RunKind {
    FIRING,
    LOAD,
    FAILURE
  }

  private final DataSource dataSource;

  public RunHistory(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Removes what is older, in one transaction.
   *
   * @return rows removed
   */
  public long removeBefore(Instant moment) throws SQLException {
    return Transaction.of(
        dataSource,
        connection -> {
          long removed = 0;
          for (String sql : OLD) {
            removed += Sql.run(connection, sql, moment);
          }
          return removed;
        });
  }

  /** What began since a moment; reads the indexes by time. */
  public List<Count> since(Instant moment) throws SQLException {
    return Sql.query(
            dataSource,
            """
            select kind, outcome, count(*) from run_history where started_at >= ?
             group by kind, outcome order by kind, outcome
            """,
            moment)
        .list(
            row ->
                new Count(
                    RunKind.valueOf(row.text(1).toUpperCase(Locale.ROOT)),
                    row.text(2),
                    row.number(3)));
  }

  /**
   * Notes that a file could not be loaded; the same trouble within an hour counts up, so that a
   * file that waits for days does not fill the table.
   */
  public void failed(String node, String source, String file, String message) throws SQLException {
    String plain = message.replace('\0', ' ');
    Sql.run(
        dataSource,
        """
        with again as (
          update load_failure
             set finished_at = now(), times = times + 1
           where id = (select max(id) from load_failure where node = ? and file_name = ?)
             and message = ? and finished_at > now() - interval '1 hour'
          returning id
        )
        insert into load_failure (node, source, file_name, message)
        select ?, ?, ?, ? where not exists (select 1 from again)
        """,
        node,
        file,
        plain,
        node,
        source,
        file,
        plain);
  }
}
