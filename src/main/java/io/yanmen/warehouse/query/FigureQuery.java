package io.yanmen.warehouse.query;

import io.yanmen.model.Period;
import io.yanmen.model.SeriesKey;
import io.yanmen.warehouse.sql.Row;
import io.yanmen.warehouse.sql.Sql;
import io.yanmen.warehouse.stored.SeriesRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads figures series by series, streamed. */
public final class FigureQuery {
  /**
   * Which figures.
   *
   * @param updatedAfter only those that were loaded later
   * @param first so many from the beginning of each series
   * @param last so many from the end of each series
   */
  public record Selection(
      ObservationFilter filter,
      Optional<Instant> updatedAfter,
      Optional<Integer> first,
      Optional<Integer> last) {}

  /** One value of a series, with where it came from. */
  public record Figure(
      Period period,
      BigDecimal value,
      String qualifier,
      String status,
      String source,
      String sourceFile,
      Instant loadedAt) {}

  /** Is told of each series, then of its figures in the order of their periods. */
  public interface Sink {
    void series(SeriesKey key, String unit) throws IOException;

    void figure(Figure figure) throws IOException;
  }

  private static final int FETCHED_AT_ONCE = 2_000;

  private static final String COLUMNS =
      """
      o.period_start, o.value, o.qualifier, o.status, l.source, l.file_name,
      coalesce(l.finished_at, l.started_at) as loaded_at
      """;

  /** The range of the primary key (series_id, period_start) of one series. */
  private static final String OF_SERIES =
      """
       from observation o join load l on l.id = o.load_id
      where o.series_id = s.id and (?::date is null or o.period_start >= ?)
        and (?::date is null or o.period_start <= ?)
        and (?::timestamptz is null or coalesce(l.finished_at, l.started_at) > ?)
      """;

  /** Series by the unique key or series_indicator; then their ranges of the primary key. */
  private static final String ALL =
      "select "
          + SeriesSql.KEY
          + ", measure_unit(s.measure, i.unit), o.* from series s"
          + " join indicator i on i.code = s.indicator_code cross join lateral (select "
          + COLUMNS
          + OF_SERIES
          + ") o where "
          + SeriesSql.CONDITIONS
          + " order by "
          + SeriesSql.KEY
          + ", o.period_start";

  /** The same from both ends of each series; what is in both comes once. */
  private static final String ENDS =
      "select "
          + SeriesSql.KEY
          + ", measure_unit(s.measure, i.unit), o.* from series s"
          + " join indicator i on i.code = s.indicator_code cross join lateral ((select "
          + COLUMNS
          + OF_SERIES
          + " order by o.period_start limit ?) union (select "
          + COLUMNS
          + OF_SERIES
          + " order by o.period_start desc limit ?)) o where "
          + SeriesSql.CONDITIONS
          + " order by "
          + SeriesSql.KEY
          + ", o.period_start";

  private static final String KEYS =
      "select "
          + SeriesSql.KEY
          + ", measure_unit(s.measure, i.unit) from series s"
          + " join indicator i on i.code = s.indicator_code where exists (select 1 "
          + OF_SERIES
          + ") and "
          + SeriesSql.CONDITIONS
          + " order by "
          + SeriesSql.KEY;

  private final DataSource dataSource;

  public FigureQuery(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** All figures that are selected. */
  public void read(Selection selection, Sink sink) throws SQLException, IOException {
    boolean ends = selection.first().isPresent() || selection.last().isPresent();
    run(ends ? ENDS : ALL, values(selection, ends), sink, true);
  }

  /** Only the series that have figures among those that are selected. */
  public void readSeries(Selection selection, Sink sink) throws SQLException, IOException {
    run(KEYS, values(selection, false), sink, false);
  }

  private void run(String sql, List<Object> values, Sink sink, boolean figures)
      throws SQLException, IOException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      try (PreparedStatement statement = Sql.prepare(connection, sql, values.toArray())) {
        statement.setFetchSize(FETCHED_AT_ONCE);
        try (ResultSet row = statement.executeQuery()) {
          tell(row, sink, figures);
        }
      } finally {
        connection.rollback();
        connection.setReadOnly(false);
      }
    }
  }

  private static List<Object> values(Selection selection, boolean ends) {
    List<Object> values = new ArrayList<>(range(selection));
    if (ends) {
      values.add(selection.first().orElse(0));
      values.addAll(range(selection));
      values.add(selection.last().orElse(0));
    }
    values.addAll(SeriesSql.values(selection.filter().series()));
    return values;
  }

  private static List<Object> range(Selection selection) {
    return SeriesSql.values(
        selection.filter().from(), selection.filter().to(), selection.updatedAfter());
  }

  private static void tell(ResultSet answer, Sink sink, boolean figures)
      throws SQLException, IOException {

    @Nullable SeriesKey current = null;
    Row row = new Row(answer);
    while (answer.next()) {
      SeriesKey key = SeriesRow.key(row, 1);
      if (!key.equals(current)) {
        sink.series(key, row.text(SeriesRow.COLUMNS + 1));
        current = key;
      }
      if (figures) {
        sink.figure(
            new Figure(
                new Period(key.frequency(), row.date(10)),
                row.decimal(11),
                row.text(12),
                row.text(13),
                row.text(14),
                row.text(15),
                row.instant(16)));
      }
    }
  }
}
