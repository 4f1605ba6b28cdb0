package io.yanmen.service.schedule;

import io.yanmen.model.outcome.LoadCounts;
import io.yanmen.warehouse.sql.Row;
import io.yanmen.warehouse.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

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
    List<String> names = column(routes, ListedRoute::route);
    Sql.run(
        dataSource,
        PUT,
        node,
        names,
        node,
        names,
        column(routes, ListedRoute::description),
        column(routes, ListedRoute::schedule),
        column(routes, ListedRoute::state),
        column(routes, ListedRoute::nextRun));
  }

  private static <T> List<T> column(List<ListedRoute> routes, Function<ListedRoute, T> of) {
    return routes.stream().map(of).toList();
  }

  /** Notes that a firing begins; gives its number. */
  public long begin(String node, String route, Optional<Instant> scheduledAt, Instant startedAt)
      throws SQLException {
    return Sql.query(
            dataSource,
            """
            insert into route_run (node, route_id, scheduled_at, started_at, outcome)
            values (?, ?, ?, ?, 'running') returning id
            """,
            node,
            route,
            scheduledAt,
            startedAt)
        .number();
  }

  /** Notes how a firing ended; one found on the primary key. */
  public void finish(long id, Run run) throws SQLException {
    Sql.run(
        dataSource,
        """
        update route_run
           set finished_at = ?, outcome = ?, message = ?, files = ?, unchanged = ?,
               observations_new = ?, observations_changed = ?, observations_unchanged = ?,
               rejected = ?
         where id = ?
        """,
        run.finishedAt(),
        run.state().word(),
        run.message().replace('\0', ' '),
        run.files(),
        run.unchanged(),
        run.figures().observationsNew(),
        run.figures().observationsChanged(),
        run.figures().observationsUnchanged(),
        run.figures().rejected(),
        id);
  }

  /**
   * All routes of all nodes, each with its last firing; by node and name. Those of a service that
   * is not there any more are stopped, whatever it last told.
   */
  public List<ListedRoute> all() throws SQLException {
    return Sql.query(
            dataSource,
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
            """)
        .list(
            row ->
                new ListedRoute(
                    row.text(1),
                    row.text(2),
                    row.text(3),
                    row.text(4),
                    row.text(5),
                    row.instantIfAny(6),
                    lastRun(row)));
  }

  private static Optional<Run> lastRun(Row row) throws SQLException {
    Optional<Instant> started = row.instantIfAny(7);
    return started.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Run(
                row.instantIfAny(11),
                started.get(),
                row.instantIfAny(8),
                RunState.valueOf(row.text(9).toUpperCase(Locale.ROOT)),
                row.text(10),
                row.integer(12),
                row.integer(13),
                new LoadCounts(0, row.number(14), row.number(15), row.number(16), row.number(17))));
  }
}
