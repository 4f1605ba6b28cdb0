package io.yanmen.service;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that loads left in a warehouse, without the times at which they ran and without their
 * numbers: what a disturbed run must have in common with an undisturbed one. A file that was loaded
 * and then met again, because its service was killed before it was put away, is noted as a
 * duplicate; that is no content.
 */
record WarehouseContent(SortedMap<String, List<String>> tables) {
  private static final int MOST_SHOWN = 5;

  private static final Map<String, String> QUERIES =
      Map.of(
          "figures",
          """
          select area_code, indicator_code, measure, scenario, frequency, accumulation, period_start,
                 value, unit, qualifier, status, source, source_file, sheet, cell
            from yanmen.indicator_observation
          """,
          "revisions",
          """
          select s.area_code, s.indicator_code, s.measure, s.scenario, s.frequency, s.accumulation,
                 r.period_start, r.value, r.qualifier, r.status, r.cell, r.shown, o.file_name,
                 n.file_name
            from yanmen.revision r
            join yanmen.series s on s.id = r.series_id
            join yanmen.load o on o.id = r.load_id
            join yanmen.load n on n.id = r.replaced_by
          """,
          "series",
          """
          select area_code, indicator_code, measure, scenario, frequency, accumulation
            from yanmen.series
          """,
          "loads",
          """
          select source, file_name, sha256, status, cells_read, observations_new,
                 observations_changed, observations_unchanged, rejected
            from yanmen.load where status in ('loaded', 'partly_loaded')
          """,
          // A file of which nothing was loaded is read anew each time that it comes.
          "refused",
          """
          select distinct source, file_name, sha256, status, cells_read, rejected
            from yanmen.load where status in ('rejected', 'held', 'failed')
          """,
          "rejections",
          """
          select distinct l.file_name, r.table_no, r.cell, r.code, r.message_zh, r.raw
            from yanmen.rejection r join yanmen.load l on l.id = r.load_id
           where l.status <> 'duplicate'
          """);

  static WarehouseContent of(Connection connection) throws SQLException {
    SortedMap<String, List<String>> tables = new TreeMap<>();
    for (Map.Entry<String, String> query : QUERIES.entrySet()) {
      tables.put(query.getKey(), rows(connection, query.getValue()));
    }
    return new WarehouseContent(tables);
  }

  List<String> table(String name) {
    return tables.getOrDefault(name, List.of());
  }

  /** How it differs from what it should be, a few rows of each table. */
  List<String> differencesFrom(WarehouseContent expected) {
    List<String> differences = new ArrayList<>();
    for (String table : QUERIES.keySet()) {
      surplus(expected.table(table), table(table))
          .forEach(it -> differences.add("missing " + table + ": " + it));
      surplus(table(table), expected.table(table))
          .forEach(it -> differences.add("surplus " + table + ": " + it));
    }
    return differences;
  }

  /** What there is more of in one than in the other. */
  private static List<String> surplus(List<String> one, List<String> other) {
    Map<String, Integer> count = new HashMap<>();
    other.forEach(row -> count.merge(row, 1, Integer::sum));
    return one.stream()
        .filter(row -> count.merge(row, -1, Integer::sum) < 0)
        .limit(MOST_SHOWN)
        .toList();
  }

  static List<String> rows(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        StringBuilder line = new StringBuilder();
        for (int c = 1; c <= columns; c++) {
          line.append(c > 1 ? "|" : "").append(row.getString(c));
        }
        rows.add(line.toString());
      }
      rows.sort(null);
      return rows;
    }
  }
}
