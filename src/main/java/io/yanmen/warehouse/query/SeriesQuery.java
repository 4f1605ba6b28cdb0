package io.yanmen.warehouse.query;

import io.yanmen.warehouse.sql.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Which series there are, each with its first and last period. */
public final class SeriesQuery {
  /**
   * A series that has figures.
   *
   * @param first label of the first period
   * @param last label of the last period
   */
  public record ListedSeries(SeriesPosition key, String unit, String first, String last) {}

  /** By the unique key of series; the ends of each by the primary key of observation. */
  private static final String SQL =
      "select "
          + SeriesSql.KEY
          + """
           , measure_unit(s.measure, i.unit), period_label(s.frequency, o.first),
           period_label(s.frequency, o.last), o.first
           from series s
           join indicator i on i.code = s.indicator_code
           cross join lateral (
             select (select period_start from observation where series_id = s.id
                      order by period_start limit 1) as first,
                    (select period_start from observation where series_id = s.id
                      order by period_start desc limit 1) as last) o
          where o.first is not null and\
          """
          + " "
          + SeriesSql.CONDITIONS
          + " and "
          + SeriesSql.FROM_KEY
          + """
          and (?::date is null or o.last >= ?)
          and (?::date is null or o.first <= ?)
          order by\
          """
          + " "
          + SeriesSql.KEY
          + " limit ?";

  private final DataSource dataSource;

  public SeriesQuery(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * @param from where to begin, itself included
   */
  public List<ListedSeries> list(ObservationFilter filter, SeriesPosition from, int most)
      throws SQLException {
    List<Object> values = new ArrayList<>(SeriesSql.values(filter.series()));
    values.addAll(SeriesSql.values(from));
    values.addAll(SeriesSql.values(filter.from(), filter.to()));
    values.add(most);
    return Sql.query(dataSource, SQL, values.toArray())
        .list(
            row -> {
              List<String> key = new ArrayList<>();
              for (int i = 1; i <= SeriesPosition.PARTS; i++) {
                key.add(row.text(i));
              }
              return new ListedSeries(
                  new SeriesPosition(key), row.text(9), row.text(10), row.text(11));
            });
  }
}
