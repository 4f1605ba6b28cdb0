package io.yanmen.service.observe;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Ready while the warehouse answers {@code select 1}. Asked more often than every two seconds it
 * gives its last answer; it never waits longer than two. A service whose warehouse is away lives:
 * to start it anew would help nobody.
 */
public final class WarehouseHealth extends AbstractHealthCheck {
  private static final Duration FRESH = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final CachedAnswer<Boolean> answers;

  public WarehouseHealth(DataSource warehouse, Executor elsewhere) {
    super("yanmen", "warehouse");
    this.answers = new CachedAnswer<>(() -> answers(warehouse), FRESH, elsewhere);
  }

  private static boolean answers(DataSource warehouse) throws SQLException {
    try (Connection connection = warehouse.getConnection();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout((int) PATIENCE.toSeconds());
      return statement.execute("select 1");
    }
  }

  @Override
  public boolean isLiveness() {
    return false;
  }

  /**
   * 1 if it answered last, 0 if it did not or lets us wait, NaN if that is not known yet; asks anew
   * without waiting.
   */
  double up() {
    boolean answered = answers.last().isPresent();
    if (answers.isUnknown(PATIENCE)) {
      return Double.NaN;
    }
    return answered && !answers.isOverdue(PATIENCE) ? 1 : 0;
  }

  @Override
  protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
    try {
      answers.fresh(PATIENCE);
      builder.up();
    } catch (TimeoutException e) {
      builder.down().message("no answer within " + PATIENCE.toSeconds() + " s");
    } catch (ExecutionException e) {
      builder.down().message(HealthText.of(String.valueOf(e.getMessage())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      builder.down().message("interrupted");
    }
  }
}
