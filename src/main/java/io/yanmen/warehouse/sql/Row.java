package io.yanmen.warehouse.sql;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A row of an answer, its columns by their numbers from 1 on. What may be null has a way of its own
 * to be asked for.
 */
public final class Row {
  private final ResultSet answer;

  /** The row at which an answer stands, whichever that is when it is asked. */
  public Row(ResultSet answer) {
    this.answer = answer;
  }

  /** The number of a column, by its name. */
  public int column(String name) throws SQLException {
    return answer.findColumn(name);
  }

  /** The names of the columns. */
  public List<String> columns() throws SQLException {
    int count = answer.getMetaData().getColumnCount();
    String[] names = new String[count];
    for (int i = 0; i < count; i++) {
      names[i] = answer.getMetaData().getColumnName(i + 1);
    }
    return List.of(names);
  }

  public String text(int column) throws SQLException {
    return known(answer.getString(column), column);
  }

  public Optional<String> textIfAny(int column) throws SQLException {
    return Optional.ofNullable(answer.getString(column));
  }

  public int integer(int column) throws SQLException {
    return answer.getInt(column);
  }

  public long number(int column) throws SQLException {
    return answer.getLong(column);
  }

  public Optional<Long> numberIfAny(int column) throws SQLException {
    long number = answer.getLong(column);
    return answer.wasNull() ? Optional.empty() : Optional.of(number);
  }

  public boolean flag(int column) throws SQLException {
    return answer.getBoolean(column);
  }

  public BigDecimal decimal(int column) throws SQLException {
    return known(answer.getBigDecimal(column), column);
  }

  public Optional<BigDecimal> decimalIfAny(int column) throws SQLException {
    return Optional.ofNullable(answer.getBigDecimal(column));
  }

  public LocalDate date(int column) throws SQLException {
    return known(answer.getObject(column, LocalDate.class), column);
  }

  public Optional<LocalDate> dateIfAny(int column) throws SQLException {
    return Optional.ofNullable(answer.getObject(column, LocalDate.class));
  }

  public Instant instant(int column) throws SQLException {
    return known(answer.getTimestamp(column), column).toInstant();
  }

  public Optional<Instant> instantIfAny(int column) throws SQLException {
    return Optional.ofNullable(answer.getTimestamp(column)).map(Timestamp::toInstant);
  }

  /** An array of texts. */
  public List<String> texts(int column) throws SQLException {
    return List.of((String[]) known(answer.getArray(column), column).getArray());
  }

  /** An array of whole numbers. */
  public List<Long> numbers(int column) throws SQLException {
    return List.of((Long[]) known(answer.getArray(column), column).getArray());
  }

  /** Whatever it is. */
  public Optional<Object> object(int column) throws SQLException {
    return Optional.ofNullable(answer.getObject(column));
  }

  private static <T> T known(T value, int column) throws SQLException {
    if (value == null) {
      throw new SQLException("column %d of the answer is null".formatted(column), "22004");
    }
    return value;
  }
}
