package io.yanmen.service.alert.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows whether the warehouse can be reached: it counts as away after two looks in a row failed,
 * and as back after one that did not. A file keeps in mind over a restart that it is away.
 */
public final class WarehouseWatch {
  /** What a look found that was not so before. */
  public enum Change {
    NONE,
    AWAY,
    BACK
  }

  private static final Logger LOG = LoggerFactory.getLogger(WarehouseWatch.class);
  private static final int LOOKS = 2;
  private static final int PATIENCE_SECONDS = 5;

  /**
   * @param since when it was noticed
   */
  private record Outage(Instant since, String reason) {}

  private final DataSource warehouse;
  private final Path mark;
  private final Clock clock;
  private int failed;
  private volatile Optional<Outage> outage;

  /**
   * @param mark a file that is there while the warehouse is away
   */
  public WarehouseWatch(DataSource warehouse, Path mark, Clock clock) {
    this.warehouse = warehouse;
    this.mark = mark;
    this.clock = clock;
    this.outage =
        Files.exists(mark) ? Optional.of(new Outage(clock.instant(), "")) : Optional.empty();
  }

  /** Whether the warehouse is away, as far as the last look could tell. */
  public boolean isAway() {
    return outage.isPresent();
  }

  /** Since when the warehouse is away. */
  public Optional<Instant> awaySince() {
    return outage.map(Outage::since);
  }

  /** Why it cannot be reached; empty if it can. */
  public String reason() {
    return outage.map(Outage::reason).orElse("");
  }

  /** Looks whether it answers. */
  public synchronized Change look() {
    Optional<String> failure = failure();
    if (failure.isEmpty()) {
      failed = 0;
      if (outage.isEmpty()) {
        return Change.NONE;
      }
      outage = Optional.empty();
      unmark();
      LOG.info("The warehouse is back");
      return Change.BACK;
    }
    failed++;
    if (failed < LOOKS || outage.isPresent()) {
      return Change.NONE;
    }
    outage = Optional.of(new Outage(clock.instant(), failure.get()));
    mark();
    LOG.error("The warehouse cannot be reached: {}", failure.get());
    return Change.AWAY;
  }

  private Optional<String> failure() {
    try (Connection connection = warehouse.getConnection()) {
      return connection.isValid(PATIENCE_SECONDS)
          ? Optional.empty()
          : Optional.of("no answer within " + PATIENCE_SECONDS + " s");
    } catch (SQLException e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      return Optional.of(Objects.requireNonNullElse(cause.getMessage(), cause.toString()));
    }
  }

  private void mark() {
    try {
      Files.createDirectories(mark.toAbsolutePath().resolveSibling("."));
      Files.writeString(mark, clock.instant().toString());
    } catch (IOException e) {
      LOG.warn("The outage could not be marked: {}", e.toString());
    }
  }

  private void unmark() {
    try {
      Files.deleteIfExists(mark);
    } catch (IOException e) {
      LOG.warn("The mark of the outage could not be removed: {}", e.toString());
    }
  }
}
