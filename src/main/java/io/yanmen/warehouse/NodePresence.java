package io.yanmen.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the warehouse that a service of a name is there, by a lock that ends with its process. So
 * whoever asks knows which firings and routes are those of a service that was killed.
 */
public final class NodePresence implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NodePresence.class);

  private final DataSource warehouse;
  private final String node;
  private Optional<AdvisoryLock> lock = Optional.empty();

  public NodePresence(DataSource warehouse, String node) {
    this.warehouse = warehouse;
    this.node = node;
  }

  /**
   * Makes sure that this service shows as there, after it has noted what the killed ones left; to
   * be called at the start and again and again, since a broken connection loses the lock.
   *
   * @throws SQLException if the warehouse is away
   */
  public synchronized void confirm() throws SQLException {
    noteInterrupted();
    if (lock.filter(AdvisoryLock::isHeld).isEmpty()) {
      lock.ifPresent(AdvisoryLock::close);
      lock = Optional.of(AdvisoryLock.shared(warehouse, "yanmen.node." + node));
    }
  }

  /** A firing that runs on a service that is not there does not run. Reads route_run_open. */
  private void noteInterrupted() throws SQLException {
    try (Connection connection = warehouse.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                """
                update route_run
                   set outcome = 'interrupted', finished_at = clock_timestamp()
                 where outcome = 'running' and not node_alive(node)
                """)) {
      int interrupted = update.executeUpdate();
      if (interrupted > 0) {
        LOG.warn("{} firings were broken off when their service ended", interrupted);
      }
    }
  }

  @Override
  public synchronized void close() {
    lock.ifPresent(AdvisoryLock::close);
    lock = Optional.empty();
  }
}
