package io.yanmen.warehouse.check;

import io.yanmen.model.IndicatorKind;
import io.yanmen.warehouse.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the checks go by, as the warehouse has it.
 *
 * @param parents of areas, by code
 * @param parts by the code of an area: the areas in it
 * @param indicators by code
 * @param wholes what an indicator, or a breakdown, is part of, by code
 */
public record CheckReferenceData(
    Map<String, String> parents,
    Map<String, List<Part>> parts,
    Map<String, IndicatorFacts> indicators,
    Map<String, String> wholes) {
  /** An area within another; a zone may lie within others beside it. */
  public record Part(String code, boolean zone) {}

  public static CheckReferenceData read(Connection connection) throws SQLException {
    Map<String, String> parents = new HashMap<>();
    Map<String, List<Part>> parts = new HashMap<>();
    Sql.query(
            connection,
            """
            select code, level = 'zone', parent_code from area
             where parent_code is not null and valid_to is null
            """)
        .each(
            row -> {
              parents.put(row.text(1), row.text(3));
              parts
                  .computeIfAbsent(row.text(3), code -> new ArrayList<>())
                  .add(new Part(row.text(1), row.flag(2)));
            });
    return new CheckReferenceData(parents, parts, indicators(connection), wholes(connection));
  }

  private static Map<String, String> wholes(Connection connection) throws SQLException {
    Map<String, String> wholes = new HashMap<>();
    Sql.query(
            connection,
            """
            select code, part_of from indicator where part_of <> ''
            union all
            select code, parent from breakdown where parent <> ''
            """)
        .each(row -> wholes.put(row.text(1), row.text(2)));
    return wholes;
  }

  private static Map<String, IndicatorFacts> indicators(Connection connection) throws SQLException {
    Map<String, Map<String, Double>> values = new HashMap<>();
    Sql.query(
            connection,
            """
            select indicator_code, rule, threshold, value from check_limit
             where value is not null
            """)
        .each(
            row ->
                values
                    .computeIfAbsent(row.text(1), code -> new HashMap<>())
                    .put(
                        IndicatorFacts.key(row.text(2), row.text(3)),
                        row.decimal(4).doubleValue()));
    Map<String, IndicatorFacts> indicators = new HashMap<>();
    Sql.query(connection, "select code, kind, summable from indicator")
        .each(
            row ->
                indicators.put(
                    row.text(1),
                    new IndicatorFacts(
                        IndicatorKind.of(row.text(2)),
                        row.flag(3),
                        values.getOrDefault(row.text(1), Map.of()))));
    return indicators;
  }

  public Optional<String> parentOf(String area) {
    return Optional.ofNullable(parents.get(area));
  }

  public List<Part> partsOf(String area) {
    return parts.getOrDefault(area, List.of());
  }

  /** What an indicator, or a breakdown, is part of. */
  public Optional<String> wholeOf(String part) {
    return Optional.ofNullable(wholes.get(part));
  }

  /** Empty for an indicator that is not in the catalogue. */
  public Optional<IndicatorFacts> of(String indicator) {
    return Optional.ofNullable(indicators.get(indicator));
  }
}
