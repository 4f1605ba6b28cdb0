package io.yanmen.service.schedule;

import io.yanmen.warehouse.connection.SharedSessionLock;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a service shown as there, and as one that writes, also after the warehouse was away or a
 * connection was cut.
 */
public final class Presence implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Presence.class);

  private final NodePresence presence;
  private final SharedSessionLock writing;
  private final ScheduledExecutorService confirming;

  /**
   * Shows it before it returns, if the warehouse is there.
   *
   * @param writing what keeps replays away; closed by whoever took it
   */
  public Presence(
      NodePresence presence, SharedSessionLock writing, CamelContext context, Duration delay) {
    this.presence = presence;
    this.writing = writing;
    this.confirming =
        context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "presence");
    confirm();
    // It ends with its executor, and catches what goes wrong itself.
    var unused =
        confirming.scheduleWithFixedDelay(
            this::confirm, delay.toMillis(), delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  // One that fails must not be the last one.
  private void confirm() {
    try {
      if (!writing.confirm()) {
        LOG.warn("The warehouse is being replayed or restored; this service should not run");
      }
      presence.confirm();
    } catch (SQLException | RuntimeException e) {
      LOG.debug("The warehouse cannot be told that this service is there", e);
    }
  }

  @Override
  public void close() {
    confirming.shutdownNow();
    presence.close();
  }
}
