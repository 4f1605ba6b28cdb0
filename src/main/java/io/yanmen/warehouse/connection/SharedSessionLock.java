package io.yanmen.warehouse.connection;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A lock that others may share, held for as long as a service lives. The database forgets it with a
 * connection that breaks, or when it restarts; so it is to be confirmed again and again.
 */
public final class SharedSessionLock implements AutoCloseable {
  private final DataSource warehouse;
  private final String name;
  private Optional<AdvisoryLock> lock = Optional.empty();

  public SharedSessionLock(DataSource warehouse, String name) {
    this.warehouse = warehouse;
    this.name = name;
  }

  /** Takes it; waits until nobody holds it alone. */
  public synchronized void take() throws SQLException {
    lock = Optional.of(AdvisoryLock.shared(warehouse, name));
  }

  /**
   * Takes it again if it was lost.
   *
   * @return false if somebody else holds it alone meanwhile
   * @throws SQLException if the warehouse is away
   */
  public synchronized boolean confirm() throws SQLException {
    if (lock.filter(AdvisoryLock::isHeld).isEmpty()) {
      lock.ifPresent(AdvisoryLock::close);
      lock = Optional.empty();
      lock = AdvisoryLock.sharedNow(warehouse, name);
    }
    return lock.isPresent();
  }

  @Override
  public synchronized void close() {
    lock.ifPresent(AdvisoryLock::close);
    lock = Optional.empty();
  }
}
