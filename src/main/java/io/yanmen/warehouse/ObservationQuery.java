package io.yanmen.warehouse;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads {@code indicator_observation}, streamed, in the order of area, indicator and period. */
public final class ObservationQuery {
  private static final int FETCHED_AT_ONCE = 2_000;

  /** Each filter that is null is none; the keys of series lead to the observations. */
  private static final String SQL =
      """
      select * from indicator_observation
       where (?::text is null or area_code = ? or area_name_zh = ?)
         and (?::text is null or indicator_code = ? or indicator_name_zh = ?)
         and (?::date is null or period_start >= ?)
         and (?::date is null or period_start <= ?)
       order by area_code, indicator_code, measure, scenario, frequency, accumulation, period_start
      """;

  private final DataSource dataSource;

  public ObservationQuery(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Writes what the filter asks for; the stream is flushed and left open.
   *
   * @return number of figures
   */
  public long write(ObservationFilter filter, OutputFormat format, OutputStream out)
      throws SQLException, IOException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      try (PreparedStatement statement = connection.prepareStatement(SQL);
          RowWriter writer = writer(format, out)) {
        statement.setFetchSize(FETCHED_AT_ONCE);
        bind(statement, filter);
        try (ResultSet row = statement.executeQuery()) {
          return write(row, writer);
        }
      } finally {
        connection.rollback();
        connection.setReadOnly(false);
      }
    }
  }

  private static RowWriter writer(OutputFormat format, OutputStream out) throws IOException {
    return switch (format) {
      case CSV -> new CsvRows(out);
      case JSON -> new JsonRows(out);
      case TABLE -> new TableRows(out);
      case XLSX -> new XlsxRows(out);
    };
  }

  private static void bind(PreparedStatement statement, ObservationFilter filter)
      throws SQLException {
    String area = filter.area().orElse(null);
    String indicator = filter.indicator().orElse(null);
    for (int i = 1; i <= 3; i++) {
      statement.setString(i, area);
      statement.setString(3 + i, indicator);
    }
    for (int i = 7; i <= 8; i++) {
      statement.setObject(i, filter.from().orElse(null), Types.DATE);
      statement.setObject(2 + i, filter.to().orElse(null), Types.DATE);
    }
  }

  private static long write(ResultSet row, RowWriter writer) throws SQLException, IOException {
    int columns = row.getMetaData().getColumnCount();
    List<String> names = new ArrayList<>();
    for (int c = 1; c <= columns; c++) {
      names.add(row.getMetaData().getColumnName(c));
    }
    writer.header(names);
    long rows = 0;
    while (row.next()) {
      List<String> values = new ArrayList<>(columns);
      for (int c = 1; c <= columns; c++) {
        values.add(RowWriter.isNumber(names.get(c - 1)) ? number(row, c) : text(row, c));
      }
      writer.row(values);
      rows++;
    }
    return rows;
  }

  private static String text(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : text;
  }

  private static String number(ResultSet row, int column) throws SQLException {
    BigDecimal value = row.getBigDecimal(column).stripTrailingZeros();
    return (value.scale() < 0 ? value.setScale(0) : value).toPlainString();
  }
}
