package io.yanmen.warehouse.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The loads, newest first, page by page. */
public final class LoadList {
  /**
   * A load with all that the warehouse keeps of it.
   *
   * @param flagged figures that were loaded with a warning
   * @param filedAs where its file was put away, below {@code data/}; empty where that is not known
   */
  public record ListedLoad(
      long id,
      String source,
      String fileName,
      String sha256,
      String status,
      Instant receivedAt,
      Instant startedAt,
      Instant finishedAt,
      long cellsRead,
      long observationsNew,
      long observationsChanged,
      long observationsUnchanged,
      long rejected,
      long flagged,
      String message,
      String filedAs) {}

  /**
   * Which loads are meant; what is empty is not looked at.
   *
   * @param fileName part of it, whatever the case
   * @param from started at this moment or later
   * @param to started before this moment
   */
  public record Filter(
      String status, String source, String fileName, Optional<Instant> from, Optional<Instant> to) {
    public static final Filter NONE = new Filter("", "", "", Optional.empty(), Optional.empty());
  }

  /** In the order of {@link #entries}. */
  static final String COLUMNS =
      """
      id, source, file_name, sha256, status, received_at, started_at,
      coalesce(finished_at, started_at), cells_read, observations_new, observations_changed,
      observations_unchanged, rejected, flagged, message, filed_as
      """;

  // Backwards by the primary key, or by load_by_status, until the page is full.
  private static final String PAGE =
      "select "
          + COLUMNS
          + """
            from load
           where id < ?
             and (? = '' or status = ?)
             and (? = '' or source = ?)
             and (? = '' or position(lower(?) in lower(file_name)) > 0)
             and started_at >= coalesce(?, '-infinity'::timestamptz)
             and started_at < coalesce(?, 'infinity'::timestamptz)
           order by id desc limit ?
          """;

  // By the primary key.
  private static final String ONE = "select " + COLUMNS + " from load where id = ?";

  // By the primary key.
  private static final String SINCE =
      "select " + COLUMNS + " from load where id > ? order by id limit ?";

  private final DataSource dataSource;

  public LoadList(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * @param before only loads of a smaller number; {@link Long#MAX_VALUE} for the first page
   */
  public List<ListedLoad> page(Filter filter, long before, int most) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(PAGE)) {
      select.setLong(1, before);
      select.setString(2, filter.status());
      select.setString(3, filter.status());
      select.setString(4, filter.source());
      select.setString(5, filter.source());
      String part = filter.fileName().replace('\0', ' ');
      select.setString(6, part);
      select.setString(7, part);
      select.setTimestamp(8, filter.from().map(Timestamp::from).orElse(null));
      select.setTimestamp(9, filter.to().map(Timestamp::from).orElse(null));
      select.setInt(10, most);
      return entries(select);
    }
  }

  public Optional<ListedLoad> find(long id) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(ONE)) {
      select.setLong(1, id);
      return entries(select).stream().findFirst();
    }
  }

  /** The loads after this number, the oldest first. */
  public List<ListedLoad> since(long id, int most) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(SINCE)) {
      select.setLong(1, id);
      select.setInt(2, most);
      return entries(select);
    }
  }

  /** Number of the newest load; 0 if there is none. */
  public long newest() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select coalesce(max(id), 0) from load");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /** What a query of {@link #COLUMNS} finds. */
  static List<ListedLoad> entries(PreparedStatement select) throws SQLException {
    List<ListedLoad> entries = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        entries.add(
            new ListedLoad(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getTimestamp(6).toInstant(),
                row.getTimestamp(7).toInstant(),
                row.getTimestamp(8).toInstant(),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                row.getLong(12),
                row.getLong(13),
                row.getLong(14),
                row.getString(15),
                row.getString(16)));
      }
    }
    return entries;
  }
}
