package io.yanmen.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the checks go by, as the warehouse has it: areas, indicators and thresholds.
 *
 * @param areas by code
 * @param parts by the code of an area: the areas in it
 * @param indicators by code
 */
record Terms(
    Map<String, Area> areas, Map<String, List<Area>> parts, Map<String, Indicator> indicators) {
  /** An area. */
  record Area(String code, boolean zone, Optional<String> parent) {}

  /**
   * An indicator.
   *
   * @param thresholds by rule and name of the threshold, with a space between
   */
  record Indicator(String kind, boolean summable, Map<String, Double> thresholds) {
    boolean isFlow() {
      return kind.equals("flow");
    }

    /** Empty where the rule does not apply to the indicator. */
    OptionalDouble threshold(String rule, String name) {
      Double value = thresholds.get(rule + " " + name);
      return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
  }

  static Terms read(Connection connection) throws SQLException {
    Map<String, Area> areas = new HashMap<>();
    Map<String, List<Area>> parts = new HashMap<>();
    try (PreparedStatement statement =
            connection.prepareStatement("select code, level = 'zone', parent_code from area");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        Area area =
            new Area(row.getString(1), row.getBoolean(2), Optional.ofNullable(row.getString(3)));
        areas.put(area.code(), area);
        area.parent().ifPresent(p -> parts.computeIfAbsent(p, c -> new ArrayList<>()).add(area));
      }
    }
    return new Terms(areas, parts, indicators(connection));
  }

  private static Map<String, Indicator> indicators(Connection connection) throws SQLException {
    Map<String, Indicator> indicators = new HashMap<>();
    try (PreparedStatement statement =
            connection.prepareStatement("select code, kind, summable from indicator");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        indicators.put(
            row.getString(1), new Indicator(row.getString(2), row.getBoolean(3), new HashMap<>()));
      }
    }
    try (PreparedStatement statement =
            connection.prepareStatement(
                """
                select indicator_code, rule, threshold, value from check_limit
                 where value is not null
                """);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        Indicator indicator = indicators.get(row.getString(1));
        if (indicator != null) {
          indicator.thresholds().put(row.getString(2) + " " + row.getString(3), row.getDouble(4));
        }
      }
    }
    return indicators;
  }

  /** Empty where the rule does not apply to the indicator. */
  OptionalDouble threshold(String indicator, String rule, String name) {
    Indicator known = indicators.get(indicator);
    return known == null ? OptionalDouble.empty() : known.threshold(rule, name);
  }

  List<Area> partsOf(String area) {
    return parts.getOrDefault(area, List.of());
  }
}
