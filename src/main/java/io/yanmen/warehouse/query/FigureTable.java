package io.yanmen.warehouse.query;

import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Qualifier;
import io.yanmen.warehouse.sql.Row;
import io.yanmen.warehouse.sql.Sql;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;

/**
 * The figures of one indicator in one shape, of a few areas over a span of periods. What is said to
 * be missing or suppressed (SDMX status M, Q) is no figure.
 */
public final class FigureTable {
  private static final String PUBLISHED =
      """
      -- series_indicator, then for each series a range of the primary key of observation.
      select s.id, s.area_code, o.period_start, o.value, o.qualifier, o.status,
             case s.frequency when 'A' then 12 when 'Q' then 3 else 1 end as months, false as derived
        from series s join observation o on o.series_id = s.id
       where s.indicator_code = ? and s.area_code = any (?)
         and s.breakdown = ? and s.measure = ? and s.rank_in = ?
         and s.scenario = ? and s.frequency = ? and s.accumulation = ?
         and o.period_start between ? and ? and o.status not in ('M', 'Q')
       order by s.area_code, o.period_start
      """;

  /** The fence (offset 0) makes the area a constant to the view, so that it reads that alone. */
  private static final String DERIVED =
      """
      select coalesce(own.series_id, ytd.series_id) as id, v.area_code, v.period_start, v.value,
             coalesce(own.qualifier, 'exact') as qualifier,
             coalesce(own.status, ytd.status, 'A') as status, v.months, v.derived
        from unnest(?::text[]) as a (code)
        cross join lateral (
          select * from period_value p
           where p.area_code = a.code and p.indicator_code = ? and p.breakdown = ? and p.scenario = ?
             and p.frequency = 'M' and p.period_start between ? and ?
          offset 0) v
        left join lateral (
          select o.series_id, o.qualifier, o.status
            from series s join observation o on o.series_id = s.id and o.period_start = v.period_start
           where not v.derived and s.area_code = v.area_code and s.indicator_code = v.indicator_code
             and s.breakdown = v.breakdown and s.measure = 'level' and s.scenario = v.scenario
             and s.frequency = 'M' and s.accumulation = 'period') own on true
        left join lateral (
          -- The cumulative value that it was taken from and the one before: the less certain counts.
          select max(o.series_id) filter (where o.period_start = date_trunc('month', v.period_end)) as series_id,
                 max(o.status) as status
            from series s join observation o on o.series_id = s.id
                 and o.period_start in (date_trunc('month', v.period_end)::date,
                                        (v.period_start - interval '1 month')::date)
                 and extract(year from o.period_start) = extract(year from v.period_start)
           where v.derived and s.area_code = v.area_code and s.indicator_code = v.indicator_code
             and s.breakdown = v.breakdown and s.measure = 'level' and s.scenario = v.scenario
             and s.frequency = 'M' and s.accumulation = 'ytd') ytd on true
       order by v.area_code, v.period_end, v.months desc
      """;

  private final DataSource warehouse;

  public FigureTable(DataSource warehouse) {
    this.warehouse = warehouse;
  }

  public List<StoredFigure> figures(
      String indicator, SeriesView shape, List<String> areas, LocalDate from, LocalDate to)
      throws SQLException {
    return shape.derived()
        ? derived(indicator, shape, areas, from, to)
        : published(indicator, shape, areas, from, to);
  }

  /** The newest period that one of the areas has; empty if none has any. */
  public Optional<LocalDate> newest(String indicator, SeriesView shape, List<String> areas)
      throws SQLException {
    String sql =
        """
        -- One step into the primary key of observation for each series.
        select max(n.period_start)
          from series s
          cross join lateral (select o.period_start from observation o where o.series_id = s.id
                               order by o.period_start desc limit 1) n
         where s.indicator_code = ? and s.area_code = any (?) and s.breakdown = ? and s.measure = ?
           and s.rank_in = ? and s.scenario = ? and s.frequency = ? and (s.accumulation = ? or ?)
        """;
    return Sql.query(
            warehouse,
            sql,
            indicator,
            areas,
            shape.breakdown(),
            shape.measure().code(),
            shape.rankIn(),
            shape.scenario().code(),
            shape.frequency().name(),
            shape.accumulation().code(),
            shape.derived())
        .one(row -> row.dateIfAny(1));
  }

  private List<StoredFigure> published(
      String indicator, SeriesView shape, List<String> areas, LocalDate from, LocalDate to)
      throws SQLException {
    return Sql.query(
            warehouse,
            PUBLISHED,
            indicator,
            areas,
            shape.breakdown(),
            shape.measure().code(),
            shape.rankIn(),
            shape.scenario().code(),
            shape.frequency().name(),
            shape.accumulation().code(),
            from,
            to)
        .list(FigureTable::figure);
  }

  private List<StoredFigure> derived(
      String indicator, SeriesView shape, List<String> areas, LocalDate from, LocalDate to)
      throws SQLException {
    return Sql.query(
            warehouse,
            DERIVED,
            areas,
            indicator,
            shape.breakdown(),
            shape.scenario().code(),
            from,
            to)
        .list(FigureTable::figure);
  }

  private static StoredFigure figure(Row row) throws SQLException {
    Optional<Long> series = row.numberIfAny(1);
    return new StoredFigure(
        series.isPresent() ? OptionalInt.of(Math.toIntExact(series.get())) : OptionalInt.empty(),
        row.text(2),
        row.date(3),
        row.decimal(4),
        Qualifier.of(row.text(5)),
        ObservationStatus.valueOf(row.text(6)),
        row.integer(7),
        row.flag(8));
  }
}
