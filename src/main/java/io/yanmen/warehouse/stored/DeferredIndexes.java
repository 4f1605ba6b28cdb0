package io.yanmen.warehouse.stored;

import io.yanmen.warehouse.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;

/**
 * The first large load into an empty warehouse does without the keys of the tables while it fills
 * them, and makes them at its end, by sorting: that is faster than to keep indexes in order row by
 * row, and there is nothing yet that a row could be a second time. While files wait that will be
 * loaded right after it, as when the tables of some years come at once, the keys are left alone
 * until the last of them, or until one needs them. How to make them again stands in the warehouse,
 * so that whoever comes next can. Readers of the tables wait while keys are dropped and made, and
 * are slow meanwhile. Where a table is in use, or is not ours to change, its keys stay.
 *
 * <p>That no figure is stored twice meanwhile is what the mirror is for, as always; a load without
 * a mirror of all that is stored makes the keys first.
 */
public final class DeferredIndexes {
  private final Connection connection;
  private boolean gone;
  private boolean locked;

  /**
   * @param gone whether keys are missing at the start of this load
   */
  public DeferredIndexes(Connection connection, boolean gone) {
    this.connection = connection;
    this.gone = gone;
  }

  public boolean areGone() {
    return gone;
  }

  /**
   * Before many figures come; there may be some of this load already.
   *
   * @param series whether there are no series but those that this load has begun
   */
  public void letGo(long load, boolean series) throws SQLException {
    if (gone || hasOtherFigures(load)) {
      return;
    }
    locked = letGo("observation");
    if (series) {
      letGo("series");
    }
  }

  /**
   * Where the server logs no more than it must, a table whose files this transaction has begun goes
   * to the disk once instead of to the log as well. Nothing happens where the keys have not been
   * let go by this load: then the table is not locked, and others may write to it.
   */
  public void beginFilesAnew(long load) throws SQLException {
    if (!locked) {
      return;
    }
    Savepoint before = connection.setSavepoint();
    try {
      if (logsLeast() && !hasOtherFigures(load)) {
        Sql.run(connection, FigureSql.BEGIN_FILES_ANEW);
      }
      connection.releaseSavepoint(before);
    } catch (SQLException notOurs) {
      connection.rollback(before);
    }
  }

  private boolean logsLeast() throws SQLException {
    return Sql.query(connection, FigureSql.LOGS_LEAST).isTrue();
  }

  /** Whether it was possible; then the table is locked until the end of the transaction. */
  private boolean letGo(String table) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      Sql.run(connection, "set local lock_timeout = '200ms'");
      for (Key key : keys(table)) {
        Sql.run(connection, key.drop());
        Sql.run(connection, FigureSql.LET_KEY_GO, key.restore());
      }
      Sql.run(connection, "set local lock_timeout to default");
      connection.releaseSavepoint(before);
      gone = true;
      return true;
    } catch (SQLException inUseOrNotOurs) {
      connection.rollback(before);
      return false;
    }
  }

  /** A constraint or an index, by the statements that drop it and make it again. */
  private record Key(String drop, String restore) {}

  private List<Key> keys(String table) throws SQLException {
    return Sql.query(connection, FigureSql.KEYS_OF_TABLE, table, table)
        .list(row -> new Key(row.text(1), row.text(2)));
  }

  private boolean hasOtherFigures(long load) throws SQLException {
    return Sql.query(connection, FigureSql.HAS_OTHER_FIGURES, load).isTrue();
  }

  /** The tables have their keys again; nothing happens if they never lost them. */
  public void restore() throws SQLException {
    if (!gone) {
      return;
    }
    // Whoever has read the tables since they lost their keys is waited for, but not for ever.
    Sql.run(connection, "set local lock_timeout = '60s'");
    for (String key : Sql.query(connection, FigureSql.KEYS_LET_GO).texts()) {
      Sql.run(connection, key);
    }
    Sql.run(connection, "set local lock_timeout to default");
    Sql.run(connection, FigureSql.FORGET_KEYS_LET_GO);
    gone = false;
  }

  /** After the transaction has gone back to an earlier point. */
  public void lookAgain() throws SQLException {
    gone = anyIsGone(connection);
  }

  public static boolean anyIsGone(Connection connection) throws SQLException {
    return Sql.query(connection, FigureSql.ARE_KEYS_GONE).isTrue();
  }
}
