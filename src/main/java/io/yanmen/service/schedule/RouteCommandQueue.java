package io.yanmen.service.schedule;

import io.yanmen.warehouse.connection.AdvisoryLock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
    update("insert into route_pause (route_id) values (?) on conflict do nothing", route);
  }

  /** Ends a pause; whether there was one. */
  public boolean resume(String route) throws SQLException {
    return update("delete from route_pause where route_id = ?", route) > 0;
  }

  public Set<String> paused() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement("select route_id from route_pause");
        ResultSet row = select.executeQuery()) {
      Set<String> paused = new HashSet<>();
      while (row.next()) {
        paused.add(row.getString(1));
      }
      return paused;
    }
  }

  /** Asks for a run; gives its number. */
  public long ask(String route, String first, String last) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into route_command (route_id, first, last) values (?, ?, ?) returning"
                    + " id")) {
      insert.setString(1, route);
      insert.setString(2, first);
      insert.setString(3, last);
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Takes back what no service has begun; whether none had. */
  public boolean withdraw(long id) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement delete =
            connection.prepareStatement(
                "delete from route_command where id = ? and started_at is null")) {
      delete.setLong(1, id);
      return delete.executeUpdate() > 0;
    }
  }

  /** The oldest run that nobody has begun, which is then this service's. */
  public Optional<Command> take(String node) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement take =
            connection.prepareStatement(
                """
                update route_command set node = ?, started_at = now()
                 where id = (select id from route_command
                              where started_at is null and finished_at is null
                              order by id limit 1 for update skip locked)
                returning id, route_id, first, last
                """)) {
      take.setString(1, node);
      try (ResultSet row = take.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Command(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
            : Optional.empty();
      }
    }
  }

  public void progress(long id, int total, int done, int failed) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update route_command set total = ?, done = ?, failed = ? where id = ?")) {
      update.setInt(1, total);
      update.setInt(2, done);
      update.setInt(3, failed);
      update.setLong(4, id);
      update.executeUpdate();
    }
  }

  public void finish(long id, String message) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update route_command set finished_at = now(), message = ? where id = ?")) {
      update.setString(1, message);
      update.setLong(2, id);
      update.executeUpdate();
    }
  }

  public Progress progress(long id) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                select node, finished_at is not null, total, done, failed, message
                  from route_command where id = ?
                """)) {
      select.setLong(1, id);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("there is no run " + id);
        }
        return new Progress(
            row.getString(1),
            row.getBoolean(2),
            row.getInt(3),
            row.getInt(4),
            row.getInt(5),
            row.getString(6));
      }
    }
  }

  private int update(String sql, String route) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, route);
      return update.executeUpdate();
    }
  }
}
