package io.yanmen.warehouse.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

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

  /** The values of {@link #CONDITIONS}. */
  static List<Object> values(SeriesFilter filter) {
    List<Object> values = new ArrayList<>();
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
      values.addAll(Collections.nCopies(2, codes.isEmpty() ? Optional.empty() : codes));
    }
    return values;
  }

  /** The values of {@link #FROM_KEY}, or of all but the period of {@link #PAST_PERIOD}. */
  static List<Object> values(SeriesPosition from) {
    if (from.parts().isEmpty()) {
      return Collections.nCopies(SeriesPosition.PARTS + 1, Optional.empty());
    }
    List<Object> values = new ArrayList<>(List.of(from.parts().get(0)));
    values.addAll(from.parts());
    return values;
  }

  /** Each twice: whether there is one, and what it is. */
  static List<Object> values(Optional<?>... bounds) {
    List<Object> values = new ArrayList<>();
    for (Optional<?> bound : bounds) {
      values.addAll(Collections.nCopies(2, bound));
    }
    return values;
  }
}
