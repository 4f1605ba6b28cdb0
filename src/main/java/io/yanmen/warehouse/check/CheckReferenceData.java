package io.yanmen.warehouse.check;

import io.yanmen.model.IndicatorKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
 */
public record CheckReferenceData(
    Map<String, String> parents,
    Map<String, List<Part>> parts,
    Map<String, IndicatorFacts> indicators) {
  /** An area within another; a zone may lie within others beside it. */
  public record Part(String code, boolean zone) {}

  public static CheckReferenceData read(Connection connection) throws SQLException {
    Map<String, String> parents = new HashMap<>();
    Map<String, List<Part>> parts = new HashMap<>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                """
                select code, level = 'zone', parent_code from area
                 where parent_code is not null and valid_to is null
                """);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        parents.put(row.getString(1), row.getString(3));
        parts
            .computeIfAbsent(row.getString(3), code -> new ArrayList<>())
            .add(new Part(row.getString(1), row.getBoolean(2)));
      }
    }
    return new CheckReferenceData(parents, parts, indicators(connection));
  }

  private static Map<String, IndicatorFacts> indicators(Connection connection) throws SQLException {
    Map<String, Map<String, Double>> values = new HashMap<>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                """
                select indicator_code, rule, threshold, value from check_limit
                 where value is not null
                """);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        values
            .computeIfAbsent(row.getString(1), code -> new HashMap<>())
            .put(IndicatorFacts.key(row.getString(2), row.getString(3)), row.getDouble(4));
      }
    }
    Map<String, IndicatorFacts> indicators = new HashMap<>();
    try (PreparedStatement statement =
            connection.prepareStatement("select code, kind, summable from indicator");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        String code = row.getString(1);
        indicators.put(
            code,
            new IndicatorFacts(
                IndicatorKind.of(row.getString(2)),
                row.getBoolean(3),
                values.getOrDefault(code, Map.of())));
      }
    }
    return indicators;
  }

  public Optional<String> parentOf(String area) {
    return Optional.ofNullable(parents.get(area));
  }

  public List<Part> partsOf(String area) {
    return parts.getOrDefault(area, List.of());
  }

  /** Empty for an indicator that is not in the catalogue. */
  public Optional<IndicatorFacts> of(String indicator) {
    return Optional.ofNullable(indicators.get(indicator));
  }
}
