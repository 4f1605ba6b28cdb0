package io.yanmen.warehouse.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of a query that chooses series, and its parameters. */
final class SeriesSql {
  /**
   * A list that is null is no filter. Statements are planned with their parameters, so what is null
   * falls away, and the rest finds series by their unique key or by {@code series_indicator}.
   */
  static final String CONDITIONS =
      """
      (?::text[] is null or s.area_code = any(?::text[]))
       and (?::text[] is null or s.indicator_code = any(?::text[]))
       and (?::text[] is null or s.breakdown = any(?::text[]))
       and (?::text[] is null or s.measure = any(?::text[]))
       and (?::text[] is null or s.rank_in = any(?::text[]))
       and (?::text[] is null or s.scenario = any(?::text[]))
       and (?::bpchar[] is null or s.frequency = any(?::bpchar[]))
       and (?::text[] is null or s.accumulation = any(?::text[]))
      """;

  /** From a series on, in the order of the unique key, which the comparison of rows can use. */
  static final String FROM_KEY =
      """
      (?::text is null
        or (s.area_code, s.indicator_code, s.breakdown, s.measure, s.rank_in, s.scenario, s.frequency,
            s.accumulation)
           >= (?::text, ?::text, ?::text, ?::text, ?::text, ?::text, ?::bpchar, ?::text))
      """;

  /** Past a period of that series. */
  static final String PAST_PERIOD =
      """
      (?::text is null
        or (s.area_code, s.indicator_code, s.breakdown, s.measure, s.rank_in, s.scenario, s.frequency,
            s.accumulation)
           <> (?::text, ?::text, ?::text, ?::text, ?::text, ?::text, ?::bpchar, ?::text)
        or s.period_start > ?)
      """;

  static final String KEY =
      "s.area_code, s.indicator_code, s.breakdown, s.measure, s.rank_in, s.scenario, s.frequency,"
          + " s.accumulation";

  private SeriesSql() {}

  /**
   * Binds {@link #CONDITIONS}.
   *
   * @param first the first parameter's number
   * @return the number after the last
   */
  static int bind(PreparedStatement statement, int first, SeriesFilter filter) throws SQLException {
    int next = first;
    for (List<String> codes :
        List.of(
            filter.areas(),
            filter.indicators(),
            filter.breakdowns(),
            filter.measures(),
            filter.ranksIn(),
            filter.scenarios(),
            filter.frequencies(),
            filter.accumulations())) {
      var array = array(statement.getConnection(), codes);
      statement.setArray(next++, array);
      statement.setArray(next++, array);
    }
    return next;
  }

  /** Binds {@link #FROM_KEY}, or all but the period of {@link #PAST_PERIOD}. */
  static int bind(PreparedStatement statement, int first, SeriesPosition from) throws SQLException {
    int next = first;
    statement.setString(next++, from.parts().isEmpty() ? null : from.parts().get(0));
    for (int i = 0; i < SeriesPosition.PARTS; i++) {
      statement.setString(next++, from.parts().isEmpty() ? null : from.parts().get(i));
    }
    return next;
  }

  private static java.sql.@Nullable Array array(Connection connection, List<String> codes)
      throws SQLException {
    return codes.isEmpty() ? null : connection.createArrayOf("text", codes.toArray());
  }
}
