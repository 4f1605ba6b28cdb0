package io.yanmen.service.fetch.run;

import io.yanmen.warehouse.connection.AdvisoryLock;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Lets a feed run once at a time, whoever starts it: its clock or a person, on this service or
 * another of the same warehouse. The second waits for the first. The warehouse gives the lock back
 * when a process is killed.
 */
public final class RunLocks {
  private final DataSource warehouse;

  public RunLocks(DataSource warehouse) {
    this.warehouse = warehouse;
  }

  /** Holds the lock of a route until an exchange is done. */
  void hold(String routeId, Exchange exchange) throws SQLException {
    AdvisoryLock lock = AdvisoryLock.exclusive(warehouse, "yanmen.route." + routeId);
    exchange
        .getExchangeExtension()
        .addOnCompletion(
            new SynchronizationAdapter() {
              @Override
              public void onDone(Exchange done) {
                lock.close();
              }
            });
  }
}
