package io.yanmen.service.replay;

import com.zaxxer.hikari.HikariDataSource;
import io.yanmen.service.schedule.RouteCommandQueue;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.connection.AdvisoryLock;
import io.yanmen.warehouse.connection.WarehouseUnavailableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The warehouse built anew beside the one that is read. What loads write (the tables {@code load}
 * and {@code series} and all that refer to them) has a second set of tables in a schema of its own;
 * at the end their content takes the place of the old in one transaction. Until then readers see
 * the old warehouse, and afterwards the new one.
 */
public final class ShadowRebuild implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ShadowRebuild.class);
  private static final String SCHEMA = "yanmen_replay";

  /** The tables that a load writes, from those that others refer to on; figures refer to none. */
  private static final String TABLES =
      """
      with recursive reference as (
        select distinct c.conrelid as child, c.confrelid as parent
          from pg_constraint c where c.contype = 'f' and c.conrelid <> c.confrelid
      ), content as (
        select t.oid, 0 as depth from pg_class t join pg_namespace n on n.oid = t.relnamespace
         where n.nspname = 'yanmen' and t.relname in ('load', 'series', 'observation', 'revision', 'reported')
        union
        select r.child, c.depth + 1 from content c join reference r on r.parent = c.oid
         where c.depth < 10
      )
      select t.relname from content c join pg_class t on t.oid = c.oid
       group by t.relname order by max(c.depth), t.relname
      """;

  private static final String COLUMNS =
      """
      select column_name from information_schema.columns
       where table_schema = 'yanmen' and table_name = ? and is_generated = 'NEVER'
       order by ordinal_position
      """;

  /**
   * An earlier load, as the warehouse remembers it.
   *
   * @param id by which loads are in order
   * @param status loaded, rejected, duplicate …
   */
  public record Known(
      long id,
      String source,
      String fileName,
      String sha256,
      String status,
      Instant receivedAt,
      Instant finishedAt) {}

  private static final String ABANDONED =
      """
      select nspname from pg_namespace
       where nspname = 'yanmen_replay' and pg_has_role(current_user, nspowner, 'usage')
      """;

  /** Changes with every load and with every decision on one that waited. */
  private static final String STATE =
      """
      select coalesce(max(id), 0) || ' ' || count(*) || ' ' || coalesce(max(finished_at)::text, '')
        from yanmen.load
      """;

  private final DataSource warehouse;
  private final HikariDataSource inside;
  private final List<String> tables;
  private final String stateBefore;

  private ShadowRebuild(
      DataSource warehouse, HikariDataSource inside, List<String> tables, String stateBefore) {
    this.warehouse = warehouse;
    this.inside = inside;
    this.tables = tables;
    this.stateBefore = stateBefore;
  }

  /** Begins with nothing; what an earlier rebuild left behind is removed. */
  public static ShadowRebuild begin(Warehouse warehouse) throws SQLException {
    try (Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      List<String> tables = strings(connection, TABLES);
      String state = strings(connection, STATE).get(0);
      statement.execute("drop schema if exists " + SCHEMA + " cascade");
      statement.execute("create schema " + SCHEMA);
      for (String table : tables) {
        statement.execute(
            "create table %s (like yanmen.%s including all)"
                .formatted(inside(table), identifier(table)));
      }
      return new ShadowRebuild(
          warehouse.dataSource(), warehouse.poolOn(SCHEMA + ", yanmen, public"), tables, state);
    }
  }

  /**
   * Removes what a rebuild left that was killed, unless one is at work, or it is not this user's to
   * remove.
   */
  public static void removeAbandoned(DataSource warehouse) throws SQLException {
    try (Connection connection = warehouse.getConnection();
        Statement statement = connection.createStatement()) {
      if (strings(connection, ABANDONED).isEmpty()) {
        return;
      }
      Optional<AdvisoryLock> nobodyRebuilds =
          AdvisoryLock.sharedNow(warehouse, RouteCommandQueue.WRITER_LOCK);
      if (nobodyRebuilds.isPresent()) {
        try (AdvisoryLock held = nobodyRebuilds.get()) {
          LOG.info("What a replay left that was broken off is removed: {}", held.isHeld());
          statement.execute("drop schema if exists " + SCHEMA + " cascade");
        }
      }
    }
  }

  /** For loads: what they write goes into the new tables, the catalogue is the one of all. */
  public DataSource dataSource() {
    return inside;
  }

  /** The loads that the warehouse remembers. */
  public List<Known> known() throws SQLException {
    try (Connection connection = warehouse.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                select id, source, file_name, sha256, status, received_at,
                       coalesce(finished_at, started_at)
                  from yanmen.load order by id
                """);
        ResultSet row = select.executeQuery()) {
      List<Known> known = new ArrayList<>();
      while (row.next()) {
        known.add(
            new Known(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getTimestamp(6).toInstant(),
                row.getTimestamp(7).toInstant()));
      }
      return known;
    }
  }

  /**
   * Takes over what the warehouse held before a load: its figures as they were then.
   *
   * @param cut the first load that is not taken over
   */
  public void keepBefore(long cut) throws SQLException {
    Set<String> ownRules = Set.of("load", "series", "observation", "revision");
    try (Connection connection = inside.getConnection()) {
      copy(connection, "load", "id < ?", cut);
      copy(connection, "series", "? > 0", cut);
      copy(connection, "revision", "load_id < ? and replaced_by < ?", cut, cut);
      copy(connection, "observation", "load_id < ?", cut);
      // What showed then and was replaced since, shows again.
      try (PreparedStatement restore =
          connection.prepareStatement(
              """
              insert into observation (series_id, period_start, value, qualifier, status, load_id,
                                       table_no, cell, unit_as_written, value_as_written)
              select series_id, period_start, value, qualifier, status, load_id, table_no, cell,
                     unit_as_written, value_as_written
                from yanmen.revision
               where shown and load_id < ? and replaced_by >= ?
              """)) {
        restore.setLong(1, cut);
        restore.setLong(2, cut);
        restore.executeUpdate();
      }
      for (String table : tables) {
        if (!ownRules.contains(table) && columns(connection, table).contains("load_id")) {
          copy(connection, table, "load_id < ?", cut);
        }
      }
      resetNumbers(connection, SCHEMA);
    }
  }

  private void copy(Connection connection, String table, String where, long... values)
      throws SQLException {
    String columns = columnList(connection, table);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into %s (%s) overriding system value select %s from yanmen.%s where %s"
                .formatted(inside(table), columns, columns, identifier(table), where))) {
      for (int i = 0; i < values.length; i++) {
        insert.setLong(i + 1, values[i]);
      }
      insert.executeUpdate();
    }
  }

  /** Gives the load that was made last the times of the original, so that "when" stays true. */
  public void dateLast(Instant startedAt, Instant finishedAt) throws SQLException {
    try (Connection connection = inside.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                """
                update load set started_at = ?, finished_at = ?
                 where id = (select max(id) from load)
                """)) {
      update.setTimestamp(1, Timestamp.from(startedAt));
      update.setTimestamp(2, Timestamp.from(finishedAt));
      update.executeUpdate();
    }
  }

  /**
   * Puts the new content in the place of the old.
   *
   * @throws WarehouseUnavailableException if something was loaded since the rebuild began, which a
   *     lock prevents unless it was lost with its connection; the warehouse is as it was then
   */
  public void takePlace() throws SQLException {
    try (Connection connection = warehouse.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        // Whoever loads now is waited for, and is seen then.
        statement.execute("select pg_advisory_xact_lock(hashtext('yanmen.observation'))");
        if (!strings(connection, STATE).equals(List.of(stateBefore))) {
          connection.rollback();
          throw new WarehouseUnavailableException(
              "重放期间有文件入库，重放的结果没有采用：请停止服务后再重放",
              "files were loaded while it was replayed, and the replay was given up: stop the"
                  + " services, then replay");
        }
        statement.execute(
            """
            update yanmen_replay.revision r set replaced_at = l.finished_at
              from yanmen_replay.load l
             where l.id = case when r.shown then r.replaced_by else r.load_id end
            """);
        statement.execute(
            "truncate "
                + String.join(
                    ", ", tables.stream().map(it -> "yanmen." + identifier(it)).toList()));
        for (String table : tables) {
          String columns = columnList(connection, table);
          statement.execute(
              "insert into yanmen.%s (%s) overriding system value select %s from %s"
                  .formatted(identifier(table), columns, columns, inside(table)));
        }
        resetNumbers(connection, "yanmen");
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  private void resetNumbers(Connection connection, String schema) throws SQLException {
    for (String table : tables) {
      if (columns(connection, table).contains("id")) {
        try (PreparedStatement reset =
            connection.prepareStatement(
                """
                select setval(pg_get_serial_sequence(?, 'id'), m, true)
                  from (select max(id) as m from %s.%s) t
                 where m is not null and pg_get_serial_sequence(?, 'id') is not null
                """
                    .formatted(schema, identifier(table)))) {
          reset.setString(1, schema + "." + identifier(table));
          reset.setString(2, schema + "." + identifier(table));
          reset.execute();
        }
      }
    }
  }

  private static String columnList(Connection connection, String table) throws SQLException {
    return String.join(
        ", ", columns(connection, table).stream().map(ShadowRebuild::identifier).toList());
  }

  private static Set<String> columns(Connection connection, String table) throws SQLException {
    return new LinkedHashSet<>(strings(connection, COLUMNS, table));
  }

  private static List<String> strings(Connection connection, String sql, String... values)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setString(i + 1, values[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        List<String> strings = new ArrayList<>();
        while (row.next()) {
          strings.add(row.getString(1));
        }
        return strings;
      }
    }
  }

  private static String inside(String table) {
    return SCHEMA + "." + identifier(table);
  }

  private static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Removes the second set of tables. */
  @Override
  public void close() throws SQLException {
    inside.close();
    try (Connection connection = warehouse.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema if exists " + SCHEMA + " cascade");
    }
  }

  /** The first load of those received since a moment; empty if there is none. */
  public static Optional<Long> firstSince(List<Known> known, Instant since) {
    return known.stream()
        .filter(it -> !it.receivedAt().isBefore(since))
        .map(Known::id)
        .min(Long::compare);
  }
}
