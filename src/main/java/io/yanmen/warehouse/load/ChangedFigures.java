package io.yanmen.warehouse.load;

import io.yanmen.model.Observation;
import io.yanmen.warehouse.sql.Sql;
import io.yanmen.warehouse.stored.CopyStream;
import io.yanmen.warehouse.stored.DeferredIndexes;
import io.yanmen.warehouse.stored.FigureSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The figures that differ from what is stored, until the rules between sources have decided on
 * them. In a large file that happens in portions while it is still being read, since the warehouse
 * would else stand still meanwhile.
 */
final class ChangedFigures {
  private static final int PORTION = 4_000;

  private final Connection connection;
  private final CopyStream stream;
  private final CopyStream.Target candidates;
  private final DeferredIndexes keys;
  private final SourcePolicy policy;
  private List<Long> recentLoads = List.of();
  private long waiting;
  private long all;
  private long changed;
  private long lost;
  private boolean open;
  private volatile boolean early;

  ChangedFigures(
      Connection connection, CopyStream stream, DeferredIndexes keys, SourcePolicy policy) {
    this.connection = connection;
    this.stream = stream;
    this.keys = keys;
    this.candidates = stream.target(FigureSql.COPY_CANDIDATES);
    this.policy = policy;
  }

  /** Takes a figure that differs from what is stored. */
  void add(int series, Observation figure, long code, long load) throws SQLException {
    open();
    candidates.buffer().numbered(series, figure, figure.status(), code, load, ++all);
    candidates.added();
    waiting++;
  }

  private void open() throws SQLException {
    if (!open) {
      stream.end();
      keys.restore();
      Sql.run(connection, FigureSql.CREATE_CANDIDATES);
      Sql.run(connection, FigureSql.CREATE_CONFLICTS);
      recentLoads = recentLoads();
      open = true;
    }
  }

  private List<Long> recentLoads() throws SQLException {
    return Sql.query(connection, FigureSql.RECENT_LOADS, policy.source())
        .one(row -> row.numbers(1));
  }

  /** Decides on those that wait, if they are many. */
  void decideEarly() throws SQLException {
    if (waiting >= PORTION) {
      early = true;
      flush();
      decide();
      Sql.run(connection, FigureSql.EMPTY_CANDIDATES);
    }
  }

  /** Decides on those that still wait. */
  void decideAll() throws SQLException {
    if (waiting > 0) {
      decide();
    }
  }

  /** Sends what has not been sent. */
  void flush() throws SQLException {
    candidates.flush();
    stream.end();
  }

  private void decide() throws SQLException {
    boolean few = waiting <= 2 * PORTION;
    Sql.run(connection, few ? FigureSql.ONE_BY_ONE : FigureSql.ANALYZE_CANDIDATES);
    replace();
    if (few) {
      Sql.run(connection, FigureSql.AS_USUAL);
    }
    waiting = 0;
  }

  private void replace() throws SQLException {
    long replaced =
        Sql.query(
                connection,
                FigureSql.REPLACE,
                policy.source(),
                policy.priority(),
                recentLoads,
                policy.source())
            .number();
    changed += replaced;
    if (replaced < waiting) {
      lost +=
          Sql.query(
                  connection,
                  FigureSql.KEEP_LOSERS,
                  policy.source(),
                  policy.priority(),
                  recentLoads)
              .number();
    }
  }

  boolean any() {
    return all > 0;
  }

  /** Whether some were decided on before the file was read to its end. */
  boolean decidedEarly() {
    return early;
  }

  /** Figures that replaced another. */
  long changed() {
    return changed;
  }

  /** Figures that do not show, since the stored ones count more. */
  long lost() {
    return lost;
  }

  /** Figures that were the same after all. */
  long same() {
    return all - changed - lost;
  }
}
