package io.yanmen.service.schedule;

import java.sql.SQLException;
import java.time.Clock;
import java.time.ZonedDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** For the routes: the run history is kept for a number of months. */
public final class HistoryKeeping {
  private static final Logger LOG = LoggerFactory.getLogger(HistoryKeeping.class);

  private final RunHistory history;
  private final int months;
  private final Clock clock;

  /**
   * @param months how long; 1 or more
   */
  public HistoryKeeping(RunHistory history, int months, Clock clock) {
    if (months < 1) {
      throw new IllegalArgumentException("yanmen.history.keep-months: 1 or more, not " + months);
    }
    this.history = history;
    this.months = months;
    this.clock = clock;
  }

  /** Removes what is older. */
  public void removeOld() throws SQLException {
    long removed = history.removeBefore(ZonedDateTime.now(clock).minusMonths(months).toInstant());
    LOG.debug("{} rows of the run history were older than {} months", removed, months);
  }
}
