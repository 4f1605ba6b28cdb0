package io.yanmen.service.schedule;

import io.yanmen.warehouse.sql.Sql;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/** Which periods of a backfill are done, so that one that was broken off goes on where it was. */
public final class BackfillProgress {
  private final DataSource dataSource;

  public BackfillProgress(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Begins a backfill, or finds the same one that is unfinished; gives its number. */
  public long open(String route, String first, String last) throws SQLException {
    return Sql.query(
            dataSource,
            """
            insert into backfill (route_id, first, last) values (?, ?, ?)
            on conflict (route_id, first, last) where finished_at is null
            do update set route_id = excluded.route_id
            returning id
            """,
            route,
            first,
            last)
        .number();
  }

  /** The periods that are done. */
  public Set<String> done(long backfill) throws SQLException {
    return Sql.query(
            dataSource, "select period from backfill_period where backfill_id = ?", backfill)
        .into(new HashSet<>(), row -> row.text(1));
  }

  public void done(long backfill, String period) throws SQLException {
    Sql.run(
        dataSource,
        """
        insert into backfill_period (backfill_id, period) values (?, ?)
        on conflict do nothing
        """,
        backfill,
        period);
  }

  public void finish(long backfill) throws SQLException {
    Sql.run(dataSource, "update backfill set finished_at = now() where id = ?", backfill);
  }
}
