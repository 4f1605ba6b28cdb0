package io.yanmen.service.schedule;

import io.yanmen.warehouse.connection.SharedSessionLock;
import io.yanmen.warehouse.sql.Sql;
import java.sql.SQLException;
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
  private final SharedSessionLock lock;
  private boolean shown;

  public NodePresence(DataSource warehouse, String node) {
    this.warehouse = warehouse;
    this.lock = new SharedSessionLock(warehouse, "yanmen.node." + node);
  }

  /**
   * Makes sure that this service shows as there, and notes what killed ones left: at the start
   * before it shows, since its own name may be among them, and later after, since a broken
   * connection loses the lock while its firings go on. To be called again and again.
   *
   * @throws SQLException if the warehouse is away
   */
  public synchronized void confirm() throws SQLException {
    if (shown) {
      lock.confirm();
      noteInterrupted();
    } else {
      noteInterrupted();
      shown = lock.confirm();
    }
  }

  /** A firing that runs on a service that is not there does not run. Reads route_run_open. */
  private void noteInterrupted() throws SQLException {
    long interrupted =
        Sql.run(
            warehouse,
            """
            update route_run
               set outcome = 'interrupted', finished_at = clock_timestamp()
             where outcome = 'running' and not node_alive(node)
            """);
    if (interrupted > 0) {
      LOG.warn("{} firings were broken off when their service ended", interrupted);
    }
  }

  @Override
  public synchronized void close() {
    lock.close();
  }
}
