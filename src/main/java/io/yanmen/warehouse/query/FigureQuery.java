package io.yanmen.warehouse.query;

import io.yanmen.model.Period;
import io.yanmen.model.SeriesKey;
import io.yanmen.warehouse.stored.SeriesRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
    run(ends ? ENDS : ALL, statement -> bind(statement, selection, ends), sink, true);
  }

  /** Only the series that have figures among those that are selected. */
  public void readSeries(Selection selection, Sink sink) throws SQLException, IOException {
    run(KEYS, statement -> bind(statement, selection, false), sink, false);
  }

  private interface Parameters {
    void bind(PreparedStatement statement) throws SQLException;
  }

  private void run(String sql, Parameters parameters, Sink sink, boolean figures)
      throws SQLException, IOException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setFetchSize(FETCHED_AT_ONCE);
        parameters.bind(statement);
        try (ResultSet row = statement.executeQuery()) {
          tell(row, sink, figures);
        }
      } finally {
        connection.rollback();
        connection.setReadOnly(false);
      }
    }
  }

  private static void bind(PreparedStatement statement, Selection selection, boolean ends)
      throws SQLException {
    int next = bindRange(statement, 1, selection);
    if (ends) {
      statement.setInt(next++, selection.first().orElse(0));
      next = bindRange(statement, next, selection);
      statement.setInt(next++, selection.last().orElse(0));
    }
    SeriesSql.bind(statement, next, selection.filter().series());
  }

  private static int bindRange(PreparedStatement statement, int first, Selection selection)
      throws SQLException {
    int next = first;
    for (Optional<LocalDate> date : List.of(selection.filter().from(), selection.filter().to())) {
      statement.setObject(next++, date.orElse(null), Types.DATE);
      statement.setObject(next++, date.orElse(null), Types.DATE);
    }
    var after = selection.updatedAfter().map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null);
    statement.setObject(next++, after, Types.TIMESTAMP_WITH_TIMEZONE);
    statement.setObject(next++, after, Types.TIMESTAMP_WITH_TIMEZONE);
    return next;
  }

  private static void tell(ResultSet row, Sink sink, boolean figures)
      throws SQLException, IOException {
    @Nullable SeriesKey current = null;
    while (row.next()) {
      SeriesKey key = SeriesRow.key(row, 1);
      if (!key.equals(current)) {
        sink.series(key, row.getString(SeriesRow.COLUMNS + 1));
        current = key;
      }
      if (figures) {
        sink.figure(
            new Figure(
                new Period(key.frequency(), row.getObject(10, LocalDate.class)),
                row.getBigDecimal(11),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                row.getString(15),
                row.getTimestamp(16).toInstant()));
      }
    }
  }
}
