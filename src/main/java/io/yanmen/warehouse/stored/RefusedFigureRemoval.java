package io.yanmen.warehouse.stored;

import io.yanmen.model.SeriesKey;
import io.yanmen.warehouse.sql.Row;
import io.yanmen.warehouse.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/** Takes back what was put in before it turned out to be refused. */
public final class RefusedFigureRemoval {
  private final Connection connection;
  private final FigureCache mirror;
  private final boolean changes;
  private final long load;
  private long fromNew;
  private long fromChanged;
  private long fromUnchanged;

  /**
   * @param changes whether there are any
   */
  public RefusedFigureRemoval(
      Connection connection, FigureCache mirror, boolean changes, long load) {
    this.connection = connection;
    this.mirror = mirror;
    this.changes = changes;
    this.load = load;
  }

  /** What contradicts itself in {@code resolved}. */
  public void contradictions() throws SQLException {
    takeBack(RemovalSql.KEYS_OF_CONTRADICTIONS);
  }

  /** What {@code finding} refuses of {@code resolved}. */
  public void refusals() throws SQLException {
    takeBack(RemovalSql.KEYS_OF_REFUSALS);
  }

  private void takeBack(String keys) throws SQLException {
    Sql.run(connection, keys);
    long[] all = {0};
    Sql.query(connection, RemovalSql.REFUSED)
        .each(
            row -> {
              all[0]++;
              unsay(row);
            });
    long changed = 0;
    long lost = 0;
    if (changes) {
      changed = Sql.run(connection, RemovalSql.TAKE_BACK_CHANGED, load);
      lost = Sql.run(connection, RemovalSql.TAKE_BACK_UNSHOWN, load);
      Sql.run(connection, RemovalSql.TAKE_BACK_CONFLICTS);
    }
    long added = Sql.run(connection, RemovalSql.TAKE_BACK_NEW, load);
    fromNew += added;
    fromChanged += changed;
    fromUnchanged += all[0] - added - changed - lost;
    Sql.run(connection, RemovalSql.DROP_REFUSED_KEYS);
  }

  /** Forgets that the file says anything of a series in a period. */
  private void unsay(Row row) throws SQLException {
    SeriesKey key = SeriesRow.key(row, 1);
    int ordinal = FigureCache.ordinal(key.frequency(), row.date(SeriesRow.COLUMNS + 1));
    mirror.say(mirror.number(key), ordinal, FigureCode.NONE);
  }

  public long fromNew() {
    return fromNew;
  }

  public long fromChanged() {
    return fromChanged;
  }

  public long fromUnchanged() {
    return fromUnchanged;
  }
}
