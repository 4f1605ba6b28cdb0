package io.yanmen.warehouse.history;

import io.yanmen.warehouse.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
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
    return Sql.query(dataSource, SINCE, moment, most).list(LoadList::entry);
  }

  /** When a file of each source was loaded last, refusals left out; reads load_by_source. */
  public Map<String, Instant> newest() throws SQLException {
    Map<String, Instant> newest = new HashMap<>();
    Sql.query(
            dataSource,
            """
            select source, max(finished_at) from load
             where status in ('loaded', 'partly_loaded') and finished_at is not null
             group by source
            """)
        .each(row -> newest.put(row.text(1), row.instant(2)));
    return newest;
  }

  /** Number of figures that show. */
  public long observations() throws SQLException {
    return Sql.query(dataSource, "select count(*) from observation").number();
  }
}
