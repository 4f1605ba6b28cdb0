package io.yanmen.warehouse.load;

import io.yanmen.model.outcome.FigureSource;
import io.yanmen.model.outcome.LandedFile;
import io.yanmen.model.outcome.LoadCounts;
import io.yanmen.model.outcome.LogKey;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.model.outcome.Rejection;
import io.yanmen.model.outcome.RejectionCode;
import io.yanmen.warehouse.check.CheckOptions;
import io.yanmen.warehouse.check.Checks;
import io.yanmen.warehouse.sql.Sql;
import io.yanmen.warehouse.stored.DeferredIndexes;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.slf4j.MDC;

/**
 * Loads one landed file in one transaction: what is new is inserted, what differs replaces the old
 * value, which is kept as a revision, and what is unchanged is not written.
 */
public final class Loader {
  private final DataSource dataSource;
  private final Path temporary;
  private final RejectionText texts;
  private final Checks checks;
  private final PendingLoads queue;
  private final boolean screening;
  private final Lock oneAtATime = new ReentrantLock(true);
  private Optional<LoaderCache> remembered = Optional.empty();
  private volatile boolean settled;

  /**
   * A loader that checks nothing.
   *
   * @param temporary folder for what of a file does not fit into memory
   */
  public Loader(DataSource dataSource, Path temporary, RejectionText texts) {
    this(dataSource, temporary, texts, Checks.NONE);
  }

  public Loader(DataSource dataSource, Path temporary, RejectionText texts, Checks checks) {
    this(dataSource, temporary, texts, checks, PendingLoads.EMPTY);
  }

  /**
   * @param queue while it says that more files wait, keys that the first loads of an empty
   *     warehouse do without may stay away until {@link #settle}
   */
  public Loader(
      DataSource dataSource,
      Path temporary,
      RejectionText texts,
      Checks checks,
      PendingLoads queue) {
    this(dataSource, temporary, texts, checks, queue, true);
  }

  /**
   * @param screening whether the checks look at what is suspicious only; they find the same
   *     otherwise, but take longer
   */
  public Loader(
      DataSource dataSource,
      Path temporary,
      RejectionText texts,
      Checks checks,
      PendingLoads queue,
      boolean screening) {
    this.dataSource = dataSource;
    this.temporary = temporary;
    this.texts = texts;
    this.checks = checks;
    this.queue = queue;
    this.screening = screening;
  }

  /**
   * @throws SQLException if the warehouse fails; nothing is recorded then, and the file can be
   *     loaded again
   * @throws IOException if the file cannot be read for reasons that are not its own
   */
  public Outcome load(LandedFile file, SourcePolicy policy, FigureSource figures)
      throws SQLException, IOException {
    return inTransaction(
        (connection, memory) -> {
          LoadRecord book = new LoadRecord(connection, texts, file, policy, Optional.empty());
          Optional<Outcome> known = loadedBefore(connection, file, book);
          if (known.isEmpty()) {
            known = heldBefore(connection, file, book);
          }
          return known.isPresent()
              ? known.get()
              : new LoadRun(connection, file, policy, looking(), memory, book, queue, false)
                  .load(figures);
        });
  }

  /**
   * Loads a held file in spite of what it is held for; that is told as warnings.
   *
   * @return empty if no such load waits (any more); nothing is changed then
   */
  public Optional<Outcome> release(
      HoldRelease release, LandedFile file, SourcePolicy policy, FigureSource figures)
      throws SQLException, IOException {
    return inTransaction(
        (connection, memory) -> {
          if (!waits(connection, release.load())) {
            return Optional.empty();
          }
          LoadRecord book = new LoadRecord(connection, texts, file, policy, Optional.of(release));
          return Optional.of(
              new LoadRun(connection, file, policy, looking(), memory, book, queue, true)
                  .load(figures));
        });
  }

  /**
   * Does what was put off while more files waited, or by a process that ended before it could.
   *
   * @throws SQLException if the warehouse fails; what is missing is made up by the next load, or by
   *     the next call
   */
  public void settle() throws SQLException {
    if (settled) {
      return;
    }
    oneAtATime.lock();
    try {
      if (anyKeyIsGone()) {
        inTransaction(
            (connection, memory) -> {
              memory.keys().restore();
              return true;
            });
      }
      settled = true;
    } catch (IOException e) {
      throw new IllegalStateException("no file is read", e);
    } finally {
      oneAtATime.unlock();
    }
  }

  /** Looks without waiting for whoever else loads: who begins by missing keys makes them. */
  private boolean anyKeyIsGone() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return DeferredIndexes.anyIsGone(connection);
    }
  }

  private CheckOptions looking() {
    return new CheckOptions(checks, screening);
  }

  private <T> T inTransaction(LoadWork<T> work) throws SQLException, IOException {
    // The one before may have been on this thread.
    MDC.remove(LogKey.LOAD);
    // Loads of this process wait here, without a connection each.
    oneAtATime.lock();
    try {
      Optional<LoaderCache> last = remembered;
      // Whatever happens now, nothing half true is remembered.
      remembered = Optional.empty();
      settled = false;
      return inTransaction(work, last);
    } finally {
      oneAtATime.unlock();
    }
  }

  private <T> T inTransaction(LoadWork<T> work, Optional<LoaderCache> last)
      throws SQLException, IOException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        // One writer at a time: loads of two nodes wait for each other, and then see each other's
        // values.
        Sql.run(connection, "select pg_advisory_xact_lock(hashtext('yanmen.observation'))");
        LoaderCache memory = LoaderCache.recall(connection, last, temporary);
        T result = work.on(connection, memory);
        Optional<LoaderCache> kept = memory.keep(connection);
        if (kept.isEmpty() || !queue.hasMore()) {
          memory.keys().restore();
        }
        connection.commit();
        settled = !memory.keys().areGone();
        kept.ifPresent(m -> m.mirror().commit());
        remembered = kept;
        return result;
      } catch (SQLException | IOException | RuntimeException e) {
        rollback(connection, e);
        // Its number is nobody's.
        MDC.remove(LogKey.LOAD);
        throw e;
      }
    }
  }

  @FunctionalInterface
  private interface LoadWork<T> {
    T on(Connection connection, LoaderCache memory) throws SQLException, IOException;
  }

  private static void rollback(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private static Optional<Outcome> loadedBefore(
      Connection connection, LandedFile file, LoadRecord book) throws SQLException {
    return Sql.query(connection, LoadRecordSql.SAME_BYTES, file.sha256())
        .first(
            row -> {
              long id = book.enter("duplicate", 0, 0, "load " + row.number(1));
              Instant first = row.instantIfAny(3).orElse(book.started());
              List<Rejection> refused = RefusalsBefore.of(connection, row.number(1));
              return new Outcome.Duplicate(file, id, row.text(2), first, refused);
            });
  }

  /** What a person has not decided on is not decided by sending it again. */
  private static Optional<Outcome> heldBefore(
      Connection connection, LandedFile file, LoadRecord book) throws SQLException {
    return Sql.query(connection, LoadRecordSql.OPEN_HOLD, file.sha256())
        .first(
            row -> {
              Rejection reason =
                  Rejection.ofFile(
                      RejectionCode.HELD_BEFORE,
                      row.text(1),
                      row.instant(2).truncatedTo(ChronoUnit.SECONDS).toString());
              long id = book.enter("duplicate", 0, 0, "held as load " + row.number(1));
              book.refusals(id, List.of(reason));
              return new Outcome.Held(file, id, LoadCounts.NONE, List.of(reason), List.of());
            });
  }

  private static boolean waits(Connection connection, long load) throws SQLException {
    return Sql.query(connection, LoadRecordSql.WAITS, load).first(row -> row.number(1)).isPresent();
  }
}
