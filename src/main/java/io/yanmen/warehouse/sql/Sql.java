package io.yanmen.warehouse.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * A question to the database with the values of its parameters, in their order, as {@link
 * SqlParameters} binds them. Given a pool, it takes a connection for as long as it is asked.
 */
public final class Sql {
  private static final int BATCH = 1000;

  /** Where it is asked. */
  @FunctionalInterface
  private interface Place {
    void on(Work work) throws SQLException;
  }

  @FunctionalInterface
  private interface Work {
    void with(Connection connection) throws SQLException;
  }

  /** Makes something of a row. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(Row row) throws SQLException;
  }

  /** Is told of a row. */
  @FunctionalInterface
  public interface RowConsumer {
    void row(Row row) throws SQLException;
  }

  private final Place place;
  private final String text;
  private final Object[] values;

  private Sql(Place place, String text, Object[] values) {
    this.place = place;
    this.text = text;
    this.values = values.clone();
  }

  /** A question that gives rows. */
  public static Sql query(DataSource database, String sql, Object... values) {
    return new Sql(pooled(database), sql, values);
  }

  /** A question that gives rows, within what the connection is about. */
  public static Sql query(Connection connection, String sql, Object... values) {
    return new Sql(work -> work.with(connection), sql, values);
  }

  private static Place pooled(DataSource database) {
    return work -> {
      try (Connection connection = database.getConnection()) {
        work.with(connection);
      }
    };
  }

  /** Runs what gives no rows; gives how many rows were changed. */
  public static long run(DataSource database, String sql, Object... values) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return run(connection, sql, values);
    }
  }

  /** Runs what gives no rows; gives how many rows were changed. */
  public static long run(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, values)) {
      statement.execute();
      return Math.max(0, statement.getLargeUpdateCount());
    }
  }

  /** For those who stream the answer, and close the statement. */
  public static PreparedStatement prepare(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      SqlParameters.bind(statement, values);
      return statement;
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }

  /**
   * Runs the same for each of many.
   *
   * @param values of the parameters, of each
   */
  public static <T> void batch(
      Connection connection, String sql, Iterable<T> all, Function<? super T, List<?>> values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int waiting = 0;
      for (T one : all) {
        SqlParameters.bind(statement, values.apply(one).toArray());
        statement.addBatch();
        if (++waiting == BATCH) {
          statement.executeBatch();
          waiting = 0;
        }
      }
      statement.executeBatch();
    }
  }

  /** Tells of each row, in the order of the answer. */
  public void each(RowConsumer rows) throws SQLException {
    place.on(
        connection -> {
          try (PreparedStatement statement = prepare(connection, text, values);
              ResultSet answer = statement.executeQuery()) {
            Row row = new Row(answer);
            while (answer.next()) {
              rows.row(row);
            }
          }
        });
  }

  /** All rows. */
  public <T> List<T> list(RowReader<T> reader) throws SQLException {
    return into(new ArrayList<>(), reader);
  }

  /** All rows, in a collection of the caller's kind. */
  public <T, C extends Collection<T>> C into(C all, RowReader<T> reader) throws SQLException {
    each(row -> all.add(reader.read(row)));
    return all;
  }

  /** The first row; empty if there is none. */
  public <T> Optional<T> first(RowReader<T> reader) throws SQLException {
    return list(reader).stream().findFirst();
  }

  /**
   * The one row of what always gives one.
   *
   * @throws SQLException if there is none
   */
  public <T> T one(RowReader<T> reader) throws SQLException {
    return first(reader)
        .orElseThrow(() -> new SQLException("nothing was answered to: " + text, "02000"));
  }

  /** The one number of what always gives one. */
  public long number() throws SQLException {
    return one(row -> row.number(1));
  }

  /** Whether there is a row, and it begins with true. */
  public boolean isTrue() throws SQLException {
    return first(row -> row.flag(1)).orElse(false);
  }

  /** The first column of all rows. */
  public List<String> texts() throws SQLException {
    return list(row -> row.text(1));
  }
}
