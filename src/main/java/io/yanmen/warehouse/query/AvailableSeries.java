package io.yanmen.warehouse.query;

import io.yanmen.model.Accumulation;
import io.yanmen.model.Frequency;
import io.yanmen.model.IndicatorKind;
import io.yanmen.model.Measure;
import io.yanmen.model.Scenario;
import io.yanmen.warehouse.sql.Row;
import io.yanmen.warehouse.sql.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * What there is to choose from. Nothing here reads the figures themselves but for the newest period
 * of a series, which is one step into the primary key of {@code observation}.
 */
public final class AvailableSeries {
  /** An indicator and the shape of its series. */
  public record Start(String indicator, SeriesView shape) {}

  private final DataSource warehouse;

  public AvailableSeries(DataSource warehouse) {
    this.warehouse = warehouse;
  }

  /** The area most of whose parts have series; empty in an empty warehouse. */
  public Optional<String> areaOfMostParts() throws SQLException {
    List<String> found =
        Sql.query(
                warehouse,
                """
                -- One look at the unique key of series for each county: some 3,000.
                select a.parent_code
                  from area a
                 where a.level in ('county', 'zone') and a.parent_code is not null
                   and exists (select 1 from series s where s.area_code = a.code)
                 group by a.parent_code order by count(*) desc, a.parent_code limit 1
                """)
            .texts();
    return (found.isEmpty()
            ? Sql.query(warehouse, "select area_code from series order by area_code limit 1")
                .texts()
            : found)
        .stream().findFirst();
  }

  /**
   * Those areas that have series themselves or in their parts.
   *
   * @param heads for each area, by its code, the digits that the codes of its parts begin with
   */
  public Set<String> withFigures(Map<String, String> heads) throws SQLException {
    return new LinkedHashSet<>(
        Sql.query(
                warehouse,
                """
                -- One range of the unique key of series for each area, left at its first entry.
                select c.code from unnest(?::text[], ?::text[]) with ordinality as c (code, head, place)
                 where exists (select 1 from series s
                                where s.area_code >= c.head and s.area_code < c.head || 'A')
                 order by c.place
                """,
                List.copyOf(heads.keySet()),
                List.copyOf(heads.values()))
            .texts());
  }

  /** Codes of the indicators that have series anywhere. */
  public Set<String> indicators() throws SQLException {
    return new LinkedHashSet<>(
        Sql.query(
                warehouse,
                """
                -- One look at series_indicator for each indicator.
                select code from indicator i
                 where exists (select 1 from series s where s.indicator_code = i.code)
                """)
            .texts());
  }

  /** Codes of the indicators that have series of one of these areas. */
  public Set<String> indicators(List<String> areas) throws SQLException {
    return new LinkedHashSet<>(
        Sql.query(
                warehouse,
                """
                -- The unique key of series, once for each area.
                select distinct indicator_code from series where area_code = any (?)
                """,
                areas)
            .texts());
  }

  /** The shapes that an indicator has in these areas, those of most areas first. */
  public List<SeriesView> shapes(String indicator, List<String> areas) throws SQLException {
    String sql =
        """
        -- series_indicator: the indicator, then each area.
        select s.breakdown, s.measure, s.rank_in, s.scenario, s.frequency, s.accumulation, i.kind
          from series s join indicator i on i.code = s.indicator_code
         where s.indicator_code = ? and s.area_code = any (?)
         group by s.breakdown, s.measure, s.rank_in, s.scenario, s.frequency, s.accumulation, i.kind
         order by s.breakdown <> '_T', array_position(array['actual', 'target', 'forecast'], s.scenario),
                  array_position(array['level', 'yoy'], s.measure), s.measure, s.rank_in,
                  array_position(array['M', 'Q', 'A']::char[], s.frequency),
                  s.accumulation desc, s.breakdown
        """;
    List<SeriesView> shapes = new ArrayList<>();
    Sql.query(warehouse, sql, indicator, areas)
        .each(
            row -> {
              SeriesView shape = shape(row);
              shapes.add(shape);
              if (shape.measure() == Measure.LEVEL
                  && shape.frequency() == Frequency.M
                  && shape.accumulation() == Accumulation.YTD
                  && IndicatorKind.of(row.text(7)) == IndicatorKind.FLOW) {
                shapes.add(SeriesView.derivedMonths(shape.breakdown(), shape.scenario()));
              }
            });
    return shapes;
  }

  /**
   * What shows most at once: the actual series of most areas in their newest period times periods,
   * then of most areas, then with a target, then levels before growth.
   *
   * @param indicator only of this one; empty for any
   */
  public Optional<Start> start(Optional<String> indicator, List<String> areas) throws SQLException {
    String sql =
        """
        -- For each series of these areas one step to its newest figure, and at most 24 more.
        with newest as (
          select s.id, s.indicator_code, s.measure, s.rank_in, s.scenario, s.frequency, s.accumulation,
                 n.period_start,
                 exists (select 1 from series t where t.area_code = s.area_code and t.indicator_code = s.indicator_code
                            and t.breakdown = '_T' and t.measure = s.measure and t.scenario = 'target') as aimed
            from series s
            cross join lateral (select o.period_start from observation o where o.series_id = s.id
                                 order by o.period_start desc limit 1) n
           where s.area_code = any (?) and s.breakdown = '_T' and s.scenario = 'actual'
             and s.indicator_code = coalesce(?, s.indicator_code)
        ), shape as (
          select indicator_code, measure, rank_in, scenario, frequency, accumulation, max(period_start) as last, bool_or(aimed) as aimed,
                 min(id) filter (where period_start = newest_of_shape) as an_id,
                 count(*) filter (where period_start = newest_of_shape) as areas
            from (select n.*, max(period_start) over (partition by indicator_code, measure, rank_in, scenario, frequency,
                                                           accumulation)
                              as newest_of_shape from newest n) n
           group by indicator_code, measure, rank_in, scenario, frequency, accumulation
        )
        select '_T', s.measure, s.rank_in, s.scenario, s.frequency, s.accumulation, s.indicator_code
          from shape s
          cross join lateral (select count(*) as periods from (
            select 1 from observation o where o.series_id = s.an_id limit 24) o) p
         order by s.areas * p.periods desc, s.areas desc, s.aimed desc, s.last desc,
                  array_position(array['level', 'yoy'], s.measure),
                  s.accumulation desc, s.indicator_code
         limit 1
        """;
    return Sql.query(warehouse, sql, areas, indicator)
        .first(row -> new Start(row.text(7), shape(row)));
  }

  private static SeriesView shape(Row row) throws SQLException {
    return SeriesView.published(
            Measure.of(row.text(2)),
            Scenario.of(row.text(4)),
            Frequency.valueOf(row.text(5)),
            Accumulation.of(row.text(6)))
        .of(row.text(1), row.text(3));
  }
}
