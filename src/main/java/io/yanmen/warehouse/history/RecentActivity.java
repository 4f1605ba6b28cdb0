package io.yanmen.warehouse.history;

import io.yanmen.warehouse.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** What happened since a moment: the files that came and the firings of scheduled routes. */
public final class RecentActivity {
  /** The loads of one outcome. */
  public record Count(
      String status, long loads, long observationsNew, long observationsChanged, long rejected) {}

  /**
   * One firing of a route.
   *
   * @param finishedAt empty while it runs
   * @param outcome completed, failed, or what else became of it
   */
  public record Firing(
      String node,
      String route,
      Instant startedAt,
      Optional<Instant> finishedAt,
      String outcome,
      String message,
      int files) {}

  private final DataSource dataSource;

  public RecentActivity(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  public List<Count> loads(Instant since) throws SQLException {
    return Sql.query(
            dataSource,
            """
            -- By the index load_by_time.
            select status, count(*), sum(observations_new), sum(observations_changed),
                   sum(rejected)
              from load where started_at >= ? group by status order by status
            """,
            since)
        .list(
            row ->
                new Count(row.text(1), row.number(2), row.number(3), row.number(4), row.number(5)));
  }

  /**
   * Firings, the newest first.
   *
   * @param route empty for all routes
   */
  public List<Firing> firings(Optional<String> route, Instant since, int most) throws SQLException {
    // All routes: by route_run_by_time; one: by route_run_by_route.
    Sql query =
        route.isPresent()
            ? Sql.query(
                dataSource,
                """
                select node, route_id, started_at, finished_at, outcome, message, files
                  from route_run where started_at >= ? and route_id = ?
                 order by started_at desc limit ?
                """,
                since,
                route,
                most)
            : Sql.query(
                dataSource,
                """
                select node, route_id, started_at, finished_at, outcome, message, files
                  from route_run where started_at >= ? order by started_at desc limit ?
                """,
                since,
                most);
    return query.list(
        row ->
            new Firing(
                row.text(1),
                row.text(2),
                row.instant(3),
                row.instantIfAny(4),
                row.text(5),
                row.text(6),
                row.integer(7)));
  }
}
