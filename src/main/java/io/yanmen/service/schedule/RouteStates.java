package io.yanmen.service.schedule;

import io.yanmen.model.outcome.LoadCounts;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What services run and what their clocks made them do, kept for whoever asks. */
public final class RouteStates {
  /**
   * A route as its service last told of it.
   *
   * @param schedule Quartz cron expression; empty for a route without a clock
   * @param state Camel's word: Started, Suspended, Stopped
   */
  public record ListedRoute(
      String node,
      String route,
      String description,
      String schedule,
      String state,
      Optional<Instant> nextRun,
      Optional<Run> lastRun) {}

  /** How a firing stands. */
  public enum RunState {
    RUNNING,
    COMPLETED,
    FAILED,
    /** Its service was killed. */
    INTERRUPTED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One firing of a scheduled route.
   *
   * @param scheduledAt when its clock meant it to run; empty for a run by hand
   * @param finishedAt empty while it runs, and of a killed service until another notices
   * @param message empty unless it failed
   * @param files files that a feed brought
   * @param unchanged requests whose answer was that of the time before
   * @param figures what came of the files
   */
  public record Run(
      Optional<Instant> scheduledAt,
      Instant startedAt,
      Optional<Instant> finishedAt,
      RunState state,
      String message,
      int files,
      int unchanged,
      LoadCounts figures) {
    public boolean completed() {
      return state == RunState.COMPLETED;
    }

    /** Whether it ended otherwise than it should. */
    public boolean troubled() {
      return state == RunState.FAILED || state == RunState.INTERRUPTED;
    }
  }

  /**
   * Several may do so at once: rows are written in one order, and those that somebody else is
   * writing are not waited for to be forgotten, so that nobody waits in a circle.
   */
  private static final String PUT =
      """
      with forgotten as (
        delete from route r using (
          select node, route_id from route
           where node = ? and route_id <> all (?::text[]) for update skip locked) gone
         where r.node = gone.node and r.route_id = gone.route_id)
      insert into route (node, route_id, description, schedule, state, next_run_at)
      select ?, told.*
        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
          as told (route_id, description, schedule, state, next_run_at)
       order by told.route_id
          on conflict (node, route_id) do update
         set description = excluded.description, schedule = excluded.schedule,
             state = excluded.state, next_run_at = excluded.next_run_at, seen_at = now()
      """;

  private final DataSource dataSource;

  public RouteStates(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Replaces what is known of a node's routes, also while others do so. */
  public void put(String node, List<ListedRoute> routes) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement upsert = connection.prepareStatement(PUT)) {
      Array names = texts(connection, routes, ListedRoute::route);
      upsert.setString(1, node);
      upsert.setArray(2, names);
      upsert.setString(3, node);
      upsert.setArray(4, names);
      upsert.setArray(5, texts(connection, routes, ListedRoute::description));
      upsert.setArray(6, texts(connection, routes, ListedRoute::schedule));
      upsert.setArray(7, texts(connection, routes, ListedRoute::state));
      upsert.setArray(
          8, texts(connection, routes, it -> it.nextRun().map(Instant::toString).orElse(null)));
      upsert.executeUpdate();
    }
  }

  private static Array texts(
      Connection connection,
      List<ListedRoute> routes,
      Function<ListedRoute, @Nullable String> column)
      throws SQLException {
    return connection.createArrayOf("text", routes.stream().map(column).toArray());
  }

  /** Notes that a firing begins; gives its number. */
  public long begin(String node, String route, Optional<Instant> scheduledAt, Instant startedAt)
      throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into route_run (node, route_id, scheduled_at, started_at, outcome)
                values (?, ?, ?, ?, 'running') returning id
                """)) {
      insert.setString(1, node);
      insert.setString(2, route);
      insert.setTimestamp(3, scheduledAt.map(Timestamp::from).orElse(null));
      insert.setTimestamp(4, Timestamp.from(startedAt));
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Notes how a firing ended; one found on the primary key. */
  public void finish(long id, Run run) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                """
                update route_run
                   set finished_at = ?, outcome = ?, message = ?, files = ?, unchanged = ?,
                       observations_new = ?, observations_changed = ?, observations_unchanged = ?,
                       rejected = ?
                 where id = ?
                """)) {
      update.setTimestamp(1, run.finishedAt().map(Timestamp::from).orElse(null));
      update.setString(2, run.state().word());
      update.setString(3, run.message().replace('\0', ' '));
      update.setInt(4, run.files());
      update.setInt(5, run.unchanged());
      update.setLong(6, run.figures().observationsNew());
      update.setLong(7, run.figures().observationsChanged());
      update.setLong(8, run.figures().observationsUnchanged());
      update.setLong(9, run.figures().rejected());
      update.setLong(10, id);
      update.executeUpdate();
    }
  }

  /**
   * All routes of all nodes, each with its last firing; by node and name. Those of a service that
   * is not there any more are stopped, whatever it last told.
   */
  public List<ListedRoute> all() throws SQLException {
    List<ListedRoute> entries = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                with alive as materialized (
                  select n.node, node_alive(n.node) as alive from (select distinct node from route) n
                )
                select r.node, r.route_id, r.description, r.schedule,
                       case when not a.alive then 'Stopped'
                            when p.route_id is null then r.state else 'Suspended' end,
                       case when a.alive and p.route_id is null then r.next_run_at end,
                       last.started_at, last.finished_at,
                       case when last.outcome = 'running' and not node_alive(last.node)
                            then 'interrupted' else last.outcome end,
                       last.message,
                       last.scheduled_at, last.files, last.unchanged, last.observations_new,
                       last.observations_changed, last.observations_unchanged, last.rejected
                  from route r
                  join alive a on a.node = r.node
                  left join route_pause p on p.route_id = r.route_id
                  -- The newest by route_run_by_route alone, then by the primary key.
                  left join route_run last on last.id = (
                    select n.id from route_run n where n.route_id = r.route_id
                     order by n.started_at desc limit 1)
                 order by r.node, r.route_id
                """);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        entries.add(
            new ListedRoute(
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
                Optional.ofNullable(row.getTimestamp(8)).map(Timestamp::toInstant),
                RunState.valueOf(row.getString(9).toUpperCase(Locale.ROOT)),
                row.getString(10),
                row.getInt(12),
                row.getInt(13),
                new LoadCounts(
                    0, row.getLong(14), row.getLong(15), row.getLong(16), row.getLong(17))));
  }
}
