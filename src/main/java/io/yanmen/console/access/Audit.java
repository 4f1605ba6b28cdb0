package io.yanmen.console.access;

import java.sql.SQLException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes what people do. What cannot be noted in the warehouse is noted in the log, and does not
 * keep an operator from acting while the warehouse is away.
 */
public final class Audit {
  private static final Logger LOG = LoggerFactory.getLogger(Audit.class);

  private final AuditTrail trail;
  private final Clock clock;

  public Audit(AuditTrail trail, Clock clock) {
    this.trail = trail;
    this.clock = clock;
  }

  public void note(String user, String address, String action, int status, String detail) {
    try {
      trail.add(new AuditTrail.AuditEntry(clock.instant(), user, address, action, status, detail));
    } catch (SQLException e) {
      LOG.warn(
          "not noted in the warehouse: {} from {}: {} ({})",
          user.replaceAll("\\p{Cntrl}", " "),
          address,
          action.replaceAll("\\p{Cntrl}", " "),
          status);
    }
  }
}
