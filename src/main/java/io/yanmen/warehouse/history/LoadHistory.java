package io.yanmen.warehouse.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** What was loaded, newest first. */
public final class LoadHistory {
  // By load_by_time.
  private static final String SINCE =
      "select "
          + LoadList.COLUMNS
          + "from load where started_at >= ? order by started_at desc, id desc limit ?";

  private final DataSource dataSource;

  public LoadHistory(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * @param most how many at the most
   */
  public List<LoadList.ListedLoad> recent(int most) throws SQLException {
    return since(Instant.EPOCH, most);
  }

  /**
   * @param most how many at the most
   */
  public List<LoadList.ListedLoad> since(Instant moment, int most) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(SINCE)) {
      statement.setObject(1, moment.atOffset(ZoneOffset.UTC));
      statement.setInt(2, most);
      return LoadList.entries(statement);
    }
  }

  /** When a file of each source was loaded last, refusals left out; reads load_by_source. */
  public Map<String, Instant> newest() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                select source, max(finished_at) from load
                 where status in ('loaded', 'partly_loaded') and finished_at is not null
                 group by source
                """);
        ResultSet row = statement.executeQuery()) {
      Map<String, Instant> newest = new HashMap<>();
      while (row.next()) {
        newest.put(row.getString(1), row.getTimestamp(2).toInstant());
      }
      return newest;
    }
  }

  /** Number of figures that show. */
  public long observations() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("select count(*) from observation");
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
