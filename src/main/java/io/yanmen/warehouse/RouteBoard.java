package io.yanmen.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** What services run and what their clocks made them do, kept for whoever asks. */
public final class RouteBoard {
  /**
   * A route as its service last told of it.
   *
   * @param schedule Quartz cron expression; empty for a route without a clock
   * @param state Camel's word: Started, Suspended, Stopped
   */
  public record Entry(
      String node,
      String route,
      String description,
      String schedule,
      String state,
      Optional<Instant> nextRun,
      Optional<Run> lastRun) {}

  /**
   * One firing of a scheduled route.
   *
   * @param scheduledAt when its clock meant it to run; empty for a run by hand
   * @param message empty if it completed
   * @param files files that a feed brought
   * @param unchanged requests whose answer was that of the time before
   */
  public record Run(
      Optional<Instant> scheduledAt,
      Instant startedAt,
      Instant finishedAt,
      boolean completed,
      String message,
      int files,
      int unchanged) {}

  private final DataSource dataSource;

  public RouteBoard(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Replaces what is known of a node's routes. */
  public void put(String node, List<Entry> routes) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement forget =
              connection.prepareStatement("delete from route where node = ?");
          PreparedStatement insert =
              connection.prepareStatement(
                  """
                  insert into route (node, route_id, description, schedule, state, next_run_at)
                  values (?, ?, ?, ?, ?, ?)
                  """)) {
        forget.setString(1, node);
        forget.executeUpdate();
        for (Entry route : routes) {
          insert.setString(1, node);
          insert.setString(2, route.route());
          insert.setString(3, route.description());
          insert.setString(4, route.schedule());
          insert.setString(5, route.state());
          insert.setTimestamp(6, route.nextRun().map(Timestamp::from).orElse(null));
          insert.addBatch();
        }
        insert.executeBatch();
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  /** Keeps one firing. */
  public void add(String node, String route, Run run) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into route_run (node, route_id, started_at, finished_at, outcome, message,
                                       scheduled_at, files, unchanged)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
      insert.setString(1, node);
      insert.setString(2, route);
      insert.setTimestamp(3, Timestamp.from(run.startedAt()));
      insert.setTimestamp(4, Timestamp.from(run.finishedAt()));
      insert.setString(5, run.completed() ? "completed" : "failed");
      insert.setString(6, run.message());
      insert.setTimestamp(7, run.scheduledAt().map(Timestamp::from).orElse(null));
      insert.setInt(8, run.files());
      insert.setInt(9, run.unchanged());
      insert.executeUpdate();
    }
  }

  /** All routes of all nodes, each with its last firing; by node and name. */
  public List<Entry> all() throws SQLException {
    List<Entry> entries = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                select r.node, r.route_id, r.description, r.schedule,
                       case when p.route_id is null then r.state else 'Suspended' end,
                       case when p.route_id is null then r.next_run_at end,
                       last.started_at, last.finished_at, last.outcome, last.message,
                       last.scheduled_at, last.files, last.unchanged
                  from route r
                  left join route_pause p on p.route_id = r.route_id
                  left join lateral (
                    select * from route_run n where n.route_id = r.route_id
                     order by n.started_at desc limit 1) last on true
                 order by r.node, r.route_id
                """);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        entries.add(
            new Entry(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Optional.ofNullable(row.getTimestamp(6)).map(Timestamp::toInstant),
                lastRun(row)));
      }
    }
    return entries;
  }

  private static Optional<Run> lastRun(ResultSet row) throws SQLException {
    Timestamp started = row.getTimestamp(7);
    return started == null
        ? Optional.empty()
        : Optional.of(
            new Run(
                Optional.ofNullable(row.getTimestamp(11)).map(Timestamp::toInstant),
                started.toInstant(),
                row.getTimestamp(8).toInstant(),
                "completed".equals(row.getString(9)),
                row.getString(10),
                row.getInt(12),
                row.getInt(13)));
  }
}
