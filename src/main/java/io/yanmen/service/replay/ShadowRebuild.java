package io.yanmen.service.replay;

import com.zaxxer.hikari.HikariDataSource;
import io.yanmen.service.schedule.RouteCommandQueue;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.connection.AdvisoryLock;
import io.yanmen.warehouse.connection.WarehouseUnavailableException;
import io.yanmen.warehouse.sql.Sql;
import io.yanmen.warehouse.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
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

  /** Changes with every load and with every decision on one that waited. */
  private static final String STATE =
      """
      select coalesce(max(id), 0) || ' ' || count(*) || ' ' || coalesce(max(finished_at)::text, '')
        from yanmen.load
      """;

  private final DataSource warehouse;
  private final HikariDataSource inside;
  private final ShadowTables tables;
  private final String stateBefore;

  private ShadowRebuild(
      DataSource warehouse, HikariDataSource inside, ShadowTables tables, String stateBefore) {
    this.warehouse = warehouse;
    this.inside = inside;
    this.tables = tables;
    this.stateBefore = stateBefore;
  }

  /** Begins with nothing; what an earlier rebuild left behind is removed. */
  public static ShadowRebuild begin(Warehouse warehouse) throws SQLException {
    try (Connection connection = warehouse.dataSource().getConnection()) {
      String state = state(connection);
      return new ShadowRebuild(
          warehouse.dataSource(),
          warehouse.poolOn(ShadowTables.SEARCH_PATH),
          ShadowTables.create(connection),
          state);
    }
  }

  /**
   * Removes what a rebuild left that was killed, unless one is at work, or it is not this user's to
   * remove.
   */
  public static void removeAbandoned(DataSource warehouse) throws SQLException {
    try (Connection connection = warehouse.getConnection()) {
      if (!ShadowTables.exist(connection)) {
        return;
      }
      Optional<AdvisoryLock> nobodyRebuilds =
          AdvisoryLock.sharedNow(warehouse, RouteCommandQueue.WRITER_LOCK);
      if (nobodyRebuilds.isPresent()) {
        try (AdvisoryLock held = nobodyRebuilds.get()) {
          LOG.info("What a replay left that was broken off is removed: {}", held.isHeld());
          ShadowTables.drop(connection);
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
    return Sql.query(
            warehouse,
            """
            select id, source, file_name, sha256, status, received_at,
                   coalesce(finished_at, started_at)
              from yanmen.load order by id
            """)
        .list(
            row ->
                new Known(
                    row.number(1),
                    row.text(2),
                    row.text(3),
                    row.text(4),
                    row.text(5),
                    row.instant(6),
                    row.instant(7)));
  }

  /**
   * Takes over what the warehouse held before a load: its figures as they were then.
   *
   * @param cut the first load that is not taken over
   */
  public void keepBefore(long cut) throws SQLException {
    Set<String> ownRules = Set.of("load", "series", "observation", "revision");
    try (Connection connection = inside.getConnection()) {
      ShadowTables.fill(connection, "load", "id < ?", cut);
      ShadowTables.fill(connection, "series", "true");
      ShadowTables.fill(connection, "revision", "load_id < ? and replaced_by < ?", cut, cut);
      ShadowTables.fill(connection, "observation", "load_id < ?", cut);
      // What showed then and was replaced since, shows again.
      Sql.run(
          connection,
          """
          insert into observation (series_id, period_start, value, qualifier, status, load_id,
                                   table_no, cell, unit_as_written, value_as_written)
          select series_id, period_start, value, qualifier, status, load_id, table_no, cell,
                 unit_as_written, value_as_written
            from yanmen.revision
           where shown and load_id < ? and replaced_by >= ?
          """,
          cut,
          cut);
      for (String table : tables.with(connection, "load_id")) {
        if (!ownRules.contains(table)) {
          ShadowTables.fill(connection, table, "load_id < ?", cut);
        }
      }
      tables.number(connection);
    }
  }

  /** Gives the load that was made last the times of the original, so that "when" stays true. */
  public void dateLast(Instant startedAt, Instant finishedAt) throws SQLException {
    Sql.run(
        inside,
        """
        update load set started_at = ?, finished_at = ?
         where id = (select max(id) from load)
        """,
        startedAt,
        finishedAt);
  }

  /**
   * Puts the new content in the place of the old.
   *
   * @throws WarehouseUnavailableException if something was loaded since the rebuild began, which a
   *     lock prevents unless it was lost with its connection; the warehouse is as it was then
   */
  public void takePlace() throws SQLException {
    Transaction.run(
        warehouse,
        connection -> {
          // Whoever loads now is waited for, and is seen then.
          Sql.run(connection, "select pg_advisory_xact_lock(hashtext('yanmen.observation'))");
          if (!state(connection).equals(stateBefore)) {
            throw new WarehouseUnavailableException("warehouse.replay.overtaken");
          }
          Sql.run(
              connection,
              """
              update yanmen_replay.revision r set replaced_at = l.finished_at
                from yanmen_replay.load l
               where l.id = case when r.shown then r.replaced_by else r.load_id end
              """);
          tables.takePlace(connection);
        });
  }

  private static String state(Connection connection) throws SQLException {
    return Sql.query(connection, STATE).one(row -> row.text(1));
  }

  /** Removes the second set of tables. */
  @Override
  public void close() throws SQLException {
    inside.close();
    try (Connection connection = warehouse.getConnection()) {
      ShadowTables.drop(connection);
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
