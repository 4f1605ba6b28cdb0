package io.yanmen.service.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

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
    String status = filter.status().orElse(null);
    String source = filter.source().orElse(null);
    var since = filter.since().map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null);
    Long before = filter.before().orElse(null);
    return rows(
        LIST,
        statement -> {
          statement.setString(1, status);
          statement.setString(2, status);
          statement.setString(3, source);
          statement.setString(4, source);
          for (int i = 5; i <= 6; i++) {
            statement.setObject(i, since, Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setObject(i + 2, before, Types.BIGINT);
          }
          statement.setInt(9, most);
        });
  }

  public Optional<Map<String, Object>> find(long load) throws SQLException {
    return rows(ONE, statement -> statement.setLong(1, load)).stream().findFirst();
  }

  public List<Map<String, Object>> rejections(long load, int most) throws SQLException {
    return rows(REJECTIONS, statement -> of(statement, load, most));
  }

  public List<Map<String, Object>> warnings(long load, int most) throws SQLException {
    return rows(WARNINGS, statement -> of(statement, load, most));
  }

  private static void of(PreparedStatement statement, long load, int most) throws SQLException {
    statement.setLong(1, load);
    statement.setInt(2, most);
  }

  private interface Parameters {
    void bind(PreparedStatement statement) throws SQLException;
  }

  private List<Map<String, Object>> rows(String sql, Parameters parameters) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      parameters.bind(statement);
      List<Map<String, Object>> rows = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          Map<String, Object> values = new LinkedHashMap<>();
          for (int c = 1; c <= row.getMetaData().getColumnCount(); c++) {
            values.put(row.getMetaData().getColumnName(c), told(row.getObject(c)));
          }
          rows.add(values);
        }
      }
      return rows;
    }
  }

  /** Times as ISO 8601; what is not known as nothing. */
  private static Object told(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof java.sql.Timestamp time ? time.toInstant().toString() : value;
  }
}
