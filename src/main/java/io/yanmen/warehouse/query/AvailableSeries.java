package io.yanmen.warehouse.query;

import io.yanmen.model.Accumulation;
import io.yanmen.model.Frequency;
import io.yanmen.model.IndicatorKind;
import io.yanmen.model.Measure;
import io.yanmen.model.Scenario;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
        texts(
            """
            -- One look at the unique key of series for each county: some 3,000.
            select a.parent_code
              from area a
             where a.level in ('county', 'zone') and a.parent_code is not null
               and exists (select 1 from series s where s.area_code = a.code)
             group by a.parent_code order by count(*) desc, a.parent_code limit 1
            """,
            statement -> {});
    if (!found.isEmpty()) {
      return Optional.of(found.get(0));
    }
    return texts("select area_code from series order by area_code limit 1", statement -> {})
        .stream()
        .findFirst();
  }

  /**
   * Those areas that have series themselves or in their parts.
   *
   * @param heads for each area, by its code, the digits that the codes of its parts begin with
   */
  public Set<String> withFigures(Map<String, String> heads) throws SQLException {
    return new LinkedHashSet<>(
        texts(
            """
            -- One range of the unique key of series for each area, left at its first entry.
            select c.code from unnest(?::text[], ?::text[]) with ordinality as c (code, head, place)
             where exists (select 1 from series s
                            where s.area_code >= c.head and s.area_code < c.head || 'A')
             order by c.place
            """,
            statement -> {
              array(statement, 1, List.copyOf(heads.keySet()));
              array(statement, 2, List.copyOf(heads.values()));
            }));
  }

  /** Codes of the indicators that have series anywhere. */
  public Set<String> indicators() throws SQLException {
    return new LinkedHashSet<>(
        texts(
            """
            -- One look at series_indicator for each indicator.
            select code from indicator i
             where exists (select 1 from series s where s.indicator_code = i.code)
            """,
            statement -> {}));
  }

  /** Codes of the indicators that have series of one of these areas. */
  public Set<String> indicators(List<String> areas) throws SQLException {
    return new LinkedHashSet<>(
        texts(
            """
            -- The unique key of series, once for each area.
            select distinct indicator_code from series where area_code = any (?)
            """,
            statement -> array(statement, 1, areas)));
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
    try (Connection connection = warehouse.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, indicator);
      array(statement, 2, areas);
      List<SeriesView> shapes = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          SeriesView shape = shape(row, 1);
          shapes.add(shape);
          if (shape.measure() == Measure.LEVEL
              && shape.frequency() == Frequency.M
              && shape.accumulation() == Accumulation.YTD
              && IndicatorKind.of(row.getString(7)) == IndicatorKind.FLOW) {
            shapes.add(SeriesView.derivedMonths(shape.breakdown(), shape.scenario()));
          }
        }
      }
      return shapes;
    }
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
    try (Connection connection = warehouse.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      array(statement, 1, areas);
      statement.setString(2, indicator.orElse(null));
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(new Start(row.getString(7), shape(row, 1)))
            : Optional.empty();
      }
    }
  }

  private static SeriesView shape(ResultSet row, int column) throws SQLException {
    return SeriesView.published(
            Measure.of(row.getString(column + 1)),
            Scenario.of(row.getString(column + 3)),
            Frequency.valueOf(row.getString(column + 4)),
            Accumulation.of(row.getString(column + 5)))
        .of(row.getString(column), row.getString(column + 2));
  }

  private List<String> texts(String sql, Binding binding) throws SQLException {
    try (Connection connection = warehouse.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      binding.bind(statement);
      List<String> texts = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          texts.add(row.getString(1));
        }
      }
      return texts;
    }
  }

  static void array(PreparedStatement statement, int index, List<String> texts)
      throws SQLException {
    statement.setArray(index, statement.getConnection().createArrayOf("text", texts.toArray()));
  }

  @FunctionalInterface
  private interface Binding {
    void bind(PreparedStatement statement) throws SQLException;
  }
}
