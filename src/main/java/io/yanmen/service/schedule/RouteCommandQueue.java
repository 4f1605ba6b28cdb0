package io.yanmen.service.schedule;

import io.yanmen.warehouse.connection.AdvisoryLock;
import io.yanmen.warehouse.sql.Sql;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** What people ask of the services of a warehouse, kept there for them. */
public final class RouteCommandQueue {
  /** Shared by every service while it runs, and held alone by whoever needs that none does. */
  public static final String SERVICE_LOCK = "yanmen.service";

  /** Shared by whatever loads, and held alone by a replay. */
  public static final String WRITER_LOCK = "yanmen.writer";

  /**
   * Held by the service that does a run: when it can be had the run is over, or its service dead.
   */
  public static String runLock(long command) {
    return "yanmen.command." + command;
  }

  /**
   * A run that somebody asked for.
   *
   * @param first first period of a backfill; empty for an ordinary run
   * @param last last period of a backfill; empty for an ordinary run
   */
  public record Command(long id, String route, String first, String last) {}

  /**
   * How far a run has come.
   *
   * @param node the service that does it; empty while none has taken it
   * @param total periods that it has to do
   * @param done periods done, those that failed among them
   * @param message why it failed; empty if it did not
   */
  public record Progress(
      String node, boolean finished, int total, int done, int failed, String message) {}

  private final DataSource dataSource;

  public RouteCommandQueue(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Whether any service of this warehouse runs, on whichever machine. */
  public boolean isServed() throws SQLException {
    return isHeld(SERVICE_LOCK);
  }

  /** Whether a service is at work on a run. */
  public boolean isWorkedOn(long command) throws SQLException {
    return isHeld(runLock(command));
  }

  private boolean isHeld(String lock) throws SQLException {
    Optional<AdvisoryLock> alone = AdvisoryLock.exclusiveNow(dataSource, lock);
    alone.ifPresent(AdvisoryLock::close);
    return alone.isEmpty();
  }

  public void pause(String route) throws SQLException {
    Sql.run(
        dataSource, "insert into route_pause (route_id) values (?) on conflict do nothing", route);
  }

  /** Ends a pause; whether there was one. */
  public boolean resume(String route) throws SQLException {
    return Sql.run(dataSource, "delete from route_pause where route_id = ?", route) > 0;
  }

  public Set<String> paused() throws SQLException {
    return Sql.query(dataSource, "select route_id from route_pause")
        .into(new HashSet<>(), row -> row.text(1));
  }

  /** Asks for a run; gives its number. */
  public long ask(String route, String first, String last) throws SQLException {
    return Sql.query(
            dataSource,
            "insert into route_command (route_id, first, last) values (?, ?, ?) returning" + " id",
            route,
            first,
            last)
        .number();
  }

  /** Takes back what no service has begun; whether none had. */
  public boolean withdraw(long id) throws SQLException {
    return Sql.run(dataSource, "delete from route_command where id = ? and started_at is null", id)
        > 0;
  }

  /** The oldest run that nobody has begun, which is then this service's. */
  public Optional<Command> take(String node) throws SQLException {
    return Sql.query(
            dataSource,
            """
            update route_command set node = ?, started_at = now()
             where id = (select id from route_command
                          where started_at is null and finished_at is null
                          order by id limit 1 for update skip locked)
            returning id, route_id, first, last
            """,
            node)
        .first(row -> new Command(row.number(1), row.text(2), row.text(3), row.text(4)));
  }

  public void progress(long id, int total, int done, int failed) throws SQLException {
    Sql.run(
        dataSource,
        "update route_command set total = ?, done = ?, failed = ? where id = ?",
        total,
        done,
        failed,
        id);
  }

  public void finish(long id, String message) throws SQLException {
    Sql.run(
        dataSource,
        "update route_command set finished_at = now(), message = ? where id = ?",
        message,
        id);
  }

  public Progress progress(long id) throws SQLException {
    return Sql.query(
            dataSource,
            """
            select node, finished_at is not null, total, done, failed, message
              from route_command where id = ?
            """,
            id)
        .first(
            row ->
                new Progress(
                    row.text(1),
                    row.flag(2),
                    row.integer(3),
                    row.integer(4),
                    row.integer(5),
                    row.text(6)))
        .orElseThrow(() -> new SQLException("there is no run " + id));
  }
}
