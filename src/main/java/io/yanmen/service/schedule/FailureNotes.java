package io.yanmen.service.schedule;

import io.yanmen.secret.Secrets;
import io.yanmen.service.inbox.ReceivedFile;
import io.yanmen.service.ingest.Ingest;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes in the run history which files could not be loaded, unless it is the warehouse's fault. */
public record FailureNotes(RunHistory history, String node, Secrets secrets)
    implements Ingest.Troubles {
  private static final Logger LOG = LoggerFactory.getLogger(FailureNotes.class);

  @Override
  public void of(ReceivedFile arrival, Exception cause) {
    if (isAway(cause)) {
      return;
    }
    try {
      history.failed(
          node, arrival.source().code(), arrival.name(), secrets.masked(cause.toString()));
    } catch (SQLException e) {
      LOG.warn("the failure of {} could not be noted: {}", arrival.name(), e.getMessage());
    }
  }

  /** To ask a warehouse that is away would only hold up the files behind. */
  private static boolean isAway(Exception cause) {
    if (cause instanceof SQLTransientConnectionException) {
      return true;
    }
    String state = cause instanceof SQLException it ? String.valueOf(it.getSQLState()) : "";
    return state.startsWith("08") || state.startsWith("57P");
  }
}
