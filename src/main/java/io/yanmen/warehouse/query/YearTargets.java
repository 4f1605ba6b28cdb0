package io.yanmen.warehouse.query;

import io.yanmen.model.Measure;
import io.yanmen.model.ObservationStatus;
import io.yanmen.model.Qualifier;
import io.yanmen.warehouse.sql.Row;
import io.yanmen.warehouse.sql.Sql;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Each target of a year beside the newest actual value, by the rule of {@code target_progress}. */
public final class YearTargets {
  /** A figure with the series whose page shows where it comes from. */
  public record Value(
      int series,
      LocalDate start,
      BigDecimal value,
      Qualifier qualifier,
      ObservationStatus status) {}

  /**
   * @param last last day of the period of {@code actual}
   * @param cumulative whether {@code actual} runs from 1 January
   * @param levelNow exact level of the same period
   * @param sameBefore exact level of the same period a year ago
   * @param yearBefore exact level of the year before; of a stock, at its end
   */
  public record TargetRow(
      String area,
      String indicator,
      Measure measure,
      Value target,
      Optional<Value> actual,
      Optional<LocalDate> last,
      String frequency,
      boolean cumulative,
      Optional<BigDecimal> levelNow,
      Optional<BigDecimal> sameBefore,
      Optional<BigDecimal> yearBefore) {}

  private static final String SQL =
      """
      -- The unique key of series for each area, then for each target the primary key of observation.
      -- target_progress itself looks at every year of every area when areas come from a list.
      select t.area_code, t.indicator_code, t.measure, t.target_series, t.target_start, t.target,
             t.target_qualifier, t.target_status, a.series, a.period_start, a.value, a.qualifier, a.status,
             a.last, a.frequency, a.accumulation = 'ytd', now.value, same.value, before.value
        from (select s.area_code, s.indicator_code, s.measure, s.rank_in, i.kind, s.id as target_series,
                     o.period_start as target_start, o.value as target, o.qualifier as target_qualifier,
                     o.status as target_status
                from series s
                join indicator i on i.code = s.indicator_code
                join observation o on o.series_id = s.id and o.period_start = make_date(?, 1, 1)
               where s.area_code = any (?) and s.breakdown = '_T' and s.scenario = 'target'
                 and s.frequency = 'A' and o.status not in ('M', 'Q')) t
        left join lateral (
          select s.id as series, s.frequency, s.accumulation, o.period_start, o.value, o.qualifier, o.status,
                 period_end(s.frequency, o.period_start) as last
            from series s join observation o on o.series_id = s.id
           where s.area_code = t.area_code and s.indicator_code = t.indicator_code
             and s.breakdown = '_T' and s.measure = t.measure and s.rank_in = t.rank_in
             and s.scenario = 'actual'
             and o.period_start >= t.target_start and o.period_start < t.target_start + interval '1 year'
             and (s.frequency = 'A' or s.accumulation = 'ytd' or t.kind <> 'flow')
             and o.status not in ('M', 'Q')
           order by period_end(s.frequency, o.period_start) desc, s.frequency limit 1) a on true
        left join lateral (
          select o.value from series s join observation o on o.series_id = s.id
           where s.area_code = t.area_code and s.indicator_code = t.indicator_code
             and s.breakdown = '_T' and s.measure = 'level'
             and s.scenario = 'actual' and s.frequency = a.frequency and s.accumulation = a.accumulation
             and o.period_start = a.period_start and o.qualifier = 'exact') now on true
        left join lateral (
          select o.value from series s join observation o on o.series_id = s.id
           where s.area_code = t.area_code and s.indicator_code = t.indicator_code
             and s.breakdown = '_T' and s.measure = 'level'
             and s.scenario = 'actual' and s.frequency = a.frequency and s.accumulation = a.accumulation
             and o.period_start = (a.period_start - interval '1 year')::date and o.qualifier = 'exact') same on true
        left join lateral (
          select o.value from series s join observation o on o.series_id = s.id
           where s.area_code = t.area_code and s.indicator_code = t.indicator_code
             and s.breakdown = '_T' and s.measure = 'level'
             and s.scenario = 'actual' and (s.frequency = 'A' or s.accumulation = 'ytd' or t.kind <> 'flow')
             and o.qualifier = 'exact'
             and o.period_start = case s.frequency when 'A' then (t.target_start - interval '1 year')::date
                   when 'Q' then (t.target_start - interval '3 months')::date
                   else (t.target_start - interval '1 month')::date end
           order by s.frequency limit 1) before on true
       order by t.area_code, t.indicator_code, t.measure
      """;

  private final DataSource warehouse;

  public YearTargets(DataSource warehouse) {
    this.warehouse = warehouse;
  }

  /** The years that there are targets for, newest first. */
  public List<Integer> years(List<String> areas) throws SQLException {
    String sql =
        """
        -- The unique key of series for each area, then the primary key of observation. The planner takes
        -- a series of targets for as long as any other; the limit keeps it from reading all figures.
        select distinct extract(year from o.period_start)::int
          from series s
          cross join lateral (
            select o.period_start from observation o where o.series_id = s.id
             order by o.period_start desc limit 100) o
         where s.area_code = any (?) and s.breakdown = '_T' and s.scenario = 'target' and s.frequency = 'A'
         order by 1 desc
        """;
    return Sql.query(warehouse, sql, areas).list(row -> row.integer(1));
  }

  public List<TargetRow> of(int year, List<String> areas) throws SQLException {
    return Sql.query(warehouse, SQL, year, areas).list(YearTargets::row);
  }

  private static TargetRow row(Row row) throws SQLException {
    boolean known = row.decimalIfAny(11).isPresent();
    String frequency = row.textIfAny(15).orElse("");
    return new TargetRow(
        row.text(1),
        row.text(2),
        Measure.of(row.text(3)),
        value(row, 4),
        known ? Optional.of(value(row, 9)) : Optional.empty(),
        row.dateIfAny(14),
        frequency,
        frequency.equals("A") || row.flag(16),
        row.decimalIfAny(17),
        row.decimalIfAny(18),
        row.decimalIfAny(19));
  }

  private static Value value(Row row, int first) throws SQLException {
    return new Value(
        row.integer(first),
        row.date(first + 1),
        row.decimal(first + 2),
        Qualifier.of(row.text(first + 3)),
        ObservationStatus.valueOf(row.text(first + 4)));
  }
}
