package io.yanmen.warehouse.history;

import io.yanmen.warehouse.sql.Row;
import io.yanmen.warehouse.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
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

  /** In the order of {@link #entry}. */
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
    String part = filter.fileName().replace('\0', ' ');
    return Sql.query(
            dataSource,
            PAGE,
            before,
            filter.status(),
            filter.status(),
            filter.source(),
            filter.source(),
            part,
            part,
            filter.from(),
            filter.to(),
            most)
        .list(LoadList::entry);
  }

  public Optional<ListedLoad> find(long id) throws SQLException {
    return Sql.query(dataSource, ONE, id).first(LoadList::entry);
  }

  /** The loads after this number, the oldest first. */
  public List<ListedLoad> since(long id, int most) throws SQLException {
    return Sql.query(dataSource, SINCE, id, most).list(LoadList::entry);
  }

  /** Number of the newest load; 0 if there is none. */
  public long newest() throws SQLException {
    return Sql.query(dataSource, "select coalesce(max(id), 0) from load").number();
  }

  /** A row of {@link #COLUMNS}. */
  static ListedLoad entry(Row row) throws SQLException {
    return new ListedLoad(
        row.number(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.instant(6),
        row.instant(7),
        row.instant(8),
        row.number(9),
        row.number(10),
        row.number(11),
        row.number(12),
        row.number(13),
        row.number(14),
        row.text(15),
        row.text(16));
  }
}
