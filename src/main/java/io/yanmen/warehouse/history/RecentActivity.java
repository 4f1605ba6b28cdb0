package io.yanmen.warehouse.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                -- By the index load_by_time.
                select status, count(*), sum(observations_new), sum(observations_changed),
                       sum(rejected)
                  from load where started_at >= ? group by status order by status
                """)) {
      select.setObject(1, since.atOffset(ZoneOffset.UTC));
      List<Count> counts = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          counts.add(
              new Count(
                  row.getString(1),
                  row.getLong(2),
                  row.getLong(3),
                  row.getLong(4),
                  row.getLong(5)));
        }
      }
      return counts;
    }
  }

  /**
   * Firings, the newest first.
   *
   * @param route empty for all routes
   */
  public List<Firing> firings(Optional<String> route, Instant since, int most) throws SQLException {
    // All routes: by route_run_by_time; one: by route_run_by_route.
    String sql =
        route.isPresent()
            ? """
            select node, route_id, started_at, finished_at, outcome, message, files
              from route_run where started_at >= ? and route_id = ?
             order by started_at desc limit ?
            """
            : """
            select node, route_id, started_at, finished_at, outcome, message, files
              from route_run where started_at >= ? order by started_at desc limit ?
            """;
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, since.atOffset(ZoneOffset.UTC));
      if (route.isPresent()) {
        select.setString(2, route.get());
      }
      select.setInt(route.isPresent() ? 3 : 2, most);
      List<Firing> firings = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          firings.add(
              new Firing(
                  row.getString(1),
                  row.getString(2),
                  row.getTimestamp(3).toInstant(),
                  Optional.ofNullable(row.getTimestamp(4)).map(Timestamp::toInstant),
                  row.getString(5),
                  row.getString(6),
                  row.getInt(7)));
        }
      }
      return firings;
    }
  }
}
