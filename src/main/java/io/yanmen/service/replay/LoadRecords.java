package io.yanmen.service.replay;

import io.yanmen.warehouse.sql.Sql;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** What the warehouse keeps of loads, row by row: each row's columns by their names. */
public final class LoadRecords {
  /** What is asked for: each that is empty is no filter. */
  public record Filter(
      Optional<String> status,
      Optional<String> source,
      Optional<Instant> since,
      Optional<Long> before) {}

  private static final String COLUMNS =
      """
      id, source, file_name, sha256, status, received_at, started_at, finished_at, cells_read,
      observations_new, observations_changed, observations_unchanged, rejected, flagged, message
      """;

  /** By the primary key, backwards. */
  private static final String LIST =
      "select "
          + COLUMNS
          + """
            from load
           where (?::text is null or status = ?) and (?::text is null or source = ?)
             and (?::timestamptz is null or started_at >= ?)
             and (?::bigint is null or id < ?)
           order by id desc limit ?
          """;

  private static final String ONE = "select " + COLUMNS + " from load where id = ?";

  /** By rejection_by_load. */
  private static final String REJECTIONS =
      """
      select table_no, cell, code, message_zh, message_en, raw from rejection
       where load_id = ? order by id limit ?
      """;

  /** By warning_by_load. */
  private static final String WARNINGS =
      """
      select table_no, cell, code, message_zh, message_en, raw from warning
       where load_id = ? order by id limit ?
      """;

  private final DataSource dataSource;

  public LoadRecords(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The newest first. */
  public List<Map<String, Object>> list(Filter filter, int most) throws SQLException {
    return rows(
        Sql.query(
            dataSource,
            LIST,
            filter.status(),
            filter.status(),
            filter.source(),
            filter.source(),
            filter.since(),
            filter.since(),
            filter.before(),
            filter.before(),
            most));
  }

  public Optional<Map<String, Object>> find(long load) throws SQLException {
    return rows(Sql.query(dataSource, ONE, load)).stream().findFirst();
  }

  public List<Map<String, Object>> rejections(long load, int most) throws SQLException {
    return rows(Sql.query(dataSource, REJECTIONS, load, most));
  }

  public List<Map<String, Object>> warnings(long load, int most) throws SQLException {
    return rows(Sql.query(dataSource, WARNINGS, load, most));
  }

  private static List<Map<String, Object>> rows(Sql query) throws SQLException {
    return query.list(
        row -> {
          Map<String, Object> values = new LinkedHashMap<>();
          List<String> columns = row.columns();
          for (int c = 0; c < columns.size(); c++) {
            values.put(columns.get(c), row.object(c + 1).map(LoadRecords::told).orElse(""));
          }
          return values;
        });
  }

  /** Times as ISO 8601. */
  private static Object told(Object value) {
    return value instanceof Timestamp time ? time.toInstant().toString() : value;
  }
}
