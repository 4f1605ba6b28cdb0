package io.yanmen.warehouse.connection;

import io.yanmen.warehouse.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lock that the database keeps for a connection: it is given back when the process ends, however
 * it ends. Each holds a connection of its own.
 */
public final class AdvisoryLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AdvisoryLock.class);

  private final Connection connection;

  private AdvisoryLock(Connection connection) {
    this.connection = connection;
  }

  /** Waits until nobody else holds the lock in any way. */
  public static AdvisoryLock exclusive(DataSource dataSource, String name) throws SQLException {
    return taken(dataSource, "select pg_advisory_lock(hashtextextended(?, 0)), true", name)
        .orElseThrow();
  }

  /** Waits until nobody holds the lock alone; others may share it. */
  public static AdvisoryLock shared(DataSource dataSource, String name) throws SQLException {
    return taken(dataSource, "select pg_advisory_lock_shared(hashtextextended(?, 0)), true", name)
        .orElseThrow();
  }

  /** The lock alone; empty if anybody holds it. */
  public static Optional<AdvisoryLock> exclusiveNow(DataSource dataSource, String name)
      throws SQLException {
    return taken(dataSource, "select null, pg_try_advisory_lock(hashtextextended(?, 0))", name);
  }

  /** The lock beside others that share it; empty if somebody holds it alone. */
  public static Optional<AdvisoryLock> sharedNow(DataSource dataSource, String name)
      throws SQLException {
    return taken(
        dataSource, "select null, pg_try_advisory_lock_shared(hashtextextended(?, 0))", name);
  }

  private static Optional<AdvisoryLock> taken(DataSource dataSource, String sql, String name)
      throws SQLException {
    Connection connection = dataSource.getConnection();
    boolean taken = false;
    try {
      taken = Sql.query(connection, sql, name).one(row -> row.flag(2));
    } finally {
      if (!taken) {
        connection.close();
      }
    }
    return taken ? Optional.of(new AdvisoryLock(connection)) : Optional.empty();
  }

  /** Whether the database still keeps it: a connection that broke has lost it. */
  public boolean isHeld() {
    try {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try (connection) {
      Sql.run(connection, "select pg_advisory_unlock_all()");
    } catch (SQLException e) {
      // The lock ended with its connection.
      LOG.debug("A lock was lost before it was given back", e);
    }
  }
}
