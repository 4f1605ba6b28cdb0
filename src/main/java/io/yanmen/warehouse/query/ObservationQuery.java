package io.yanmen.warehouse.query;

import io.yanmen.warehouse.query.output.AlignedRows;
import io.yanmen.warehouse.query.output.CsvRows;
import io.yanmen.warehouse.query.output.JsonRows;
import io.yanmen.warehouse.query.output.OutputFormat;
import io.yanmen.warehouse.query.output.RowWriter;
import io.yanmen.warehouse.query.output.TooManyRowsException;
import io.yanmen.warehouse.query.output.XlsxRows;
import io.yanmen.warehouse.sql.Sql;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads {@code indicator_observation}, streamed, in the order of area, indicator and period. */
public final class ObservationQuery {
  private static final int FETCHED_AT_ONCE = 2_000;

  /**
   * Series are found by their keys and come in the order of the unique key, their observations by
   * the primary key (series_id, period_start); a limit stops both.
   */
  private static final String SQL =
      "select s.* from indicator_observation s where "
          + SeriesSql.CONDITIONS
          + """
          and (?::date is null or s.period_start >= ?)
          and (?::date is null or s.period_start <= ?)
          and\
          """
          + " "
          + SeriesSql.FROM_KEY
          + " and "
          + SeriesSql.PAST_PERIOD
          + " order by "
          + SeriesSql.KEY
          + ", s.period_start limit ?";

  private final DataSource dataSource;
  private final Path temporary;

  /**
   * @param temporary folder for what of a workbook does not fit into memory
   */
  public ObservationQuery(DataSource dataSource, Path temporary) {
    this.dataSource = dataSource;
    this.temporary = temporary;
  }

  /**
   * Writes all that the filter asks for; the stream is flushed and left open.
   *
   * @return number of figures
   * @throws TooManyRowsException if they do not fit into the form
   */
  public long write(ObservationFilter filter, OutputFormat format, OutputStream out)
      throws SQLException, IOException {
    return write(filter, ObservationPosition.START, Long.MAX_VALUE, format, out).rows();
  }

  /**
   * Writes a part of what the filter asks for, as an array in JSON.
   *
   * @param after where the part before ended
   * @param most how many figures at the most
   */
  public ObservationPage page(
      ObservationFilter filter, ObservationPosition after, int most, OutputStream out)
      throws SQLException, IOException {
    return write(filter, after, most, OutputFormat.JSON, out);
  }

  /**
   * What was written.
   *
   * @param last where it ended, if there is more
   */
  public record ObservationPage(long rows, Optional<ObservationPosition> last) {}

  private ObservationPage write(
      ObservationFilter filter,
      ObservationPosition after,
      long most,
      OutputFormat format,
      OutputStream out)
      throws SQLException, IOException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      try (PreparedStatement statement =
              Sql.prepare(connection, SQL, values(filter, after, most).toArray());
          RowWriter writer = writer(format, out)) {
        statement.setFetchSize(FETCHED_AT_ONCE);
        try (ResultSet row = statement.executeQuery()) {
          return write(row, writer, most);
        }
      } finally {
        connection.rollback();
        connection.setReadOnly(false);
      }
    }
  }

  private RowWriter writer(OutputFormat format, OutputStream out) throws IOException {
    return switch (format) {
      case CSV -> new CsvRows(out);
      case JSON -> new JsonRows(out);
      case TABLE -> new AlignedRows(out);
      case XLSX -> new XlsxRows(out, temporary);
    };
  }

  private static List<Object> values(
      ObservationFilter filter, ObservationPosition after, long most) {
    List<Object> values = new ArrayList<>(SeriesSql.values(filter.series()));
    values.addAll(SeriesSql.values(filter.from(), filter.to()));
    values.addAll(SeriesSql.values(after.series()));
    values.addAll(SeriesSql.values(after.series()));
    values.add(after.period());
    // One more tells whether there is more.
    values.add(most == Long.MAX_VALUE ? most : most + 1);
    return values;
  }

  private static ObservationPage write(ResultSet row, RowWriter writer, long most)
      throws SQLException, IOException {
    int columns = row.getMetaData().getColumnCount();
    List<String> names = new ArrayList<>();
    for (int c = 1; c <= columns; c++) {
      names.add(row.getMetaData().getColumnName(c));
    }
    writer.header(names);
    ObservationPosition last = ObservationPosition.START;
    long rows = 0;
    while (row.next()) {
      if (rows == most) {
        return new ObservationPage(rows, Optional.of(last));
      }
      List<String> values = new ArrayList<>(columns);
      for (int c = 1; c <= columns; c++) {
        values.add(RowWriter.isNumber(names.get(c - 1)) ? number(row, c) : text(row, c));
      }
      writer.row(values);
      rows++;
      if (rows == most) {
        last = position(row);
      }
    }
    return new ObservationPage(rows, Optional.empty());
  }

  private static ObservationPosition position(ResultSet row) throws SQLException {
    return new ObservationPosition(
        new SeriesPosition(
            List.of(
                row.getString("area_code"),
                row.getString("indicator_code"),
                row.getString("breakdown"),
                row.getString("measure"),
                row.getString("rank_in"),
                row.getString("scenario"),
                row.getString("frequency"),
                row.getString("accumulation"))),
        row.getObject("period_start", LocalDate.class));
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
