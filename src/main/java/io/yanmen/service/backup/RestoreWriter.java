package io.yanmen.service.backup;

import io.yanmen.service.schedule.RouteCommandQueue;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.connection.NotEmptyException;
import io.yanmen.warehouse.schema.Schema;
import io.yanmen.warehouse.schema.SchemaState;
import io.yanmen.warehouse.sql.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills an empty warehouse with the rows of another. All of them come in one transaction, which is
 * committed when they are known to be right; then the schema is brought up to date.
 *
 * <p>From its beginning to its end a mark in the database keeps every other process from using the
 * warehouse, also when this one is killed: the next one that fills it finds the mark and begins
 * anew.
 */
public final class RestoreWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RestoreWriter.class);
  private static final int BUFFER = 1 << 16;

  private final DataSource warehouse;
  private final Map<String, Long> rows = new HashMap<>();
  private List<TableShape> tables = List.of();
  private Optional<Connection> filling = Optional.empty();
  private Optional<Copying> copying = Optional.empty();
  private boolean finished;

  private record Copying(TableShape table, CopyIn copy) {}

  private RestoreWriter(DataSource warehouse) {
    this.warehouse = warehouse;
  }

  /**
   * Begins. The caller holds {@link RouteCommandQueue#WRITER_LOCK} alone.
   *
   * @throws NotEmptyException if the warehouse holds anything that a start does not make again
   */
  public static RestoreWriter begin(Warehouse warehouse) throws SQLException {
    try (Connection connection = warehouse.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      Optional<String> obstacle = isOurs(connection) ? Optional.empty() : obstacle(connection);
      if (obstacle.isPresent()) {
        throw new NotEmptyException(obstacle.get());
      }
      Sql.run(connection, "create schema if not exists yanmen_restore");
      Sql.run(
          connection,
          """
          create table if not exists yanmen_restore.unfinished (
            only_row   boolean primary key default true check (only_row),
            began_at   timestamptz not null default clock_timestamp(),
            committed  boolean not null default false
          )
          """);
      Sql.run(connection, "delete from yanmen_restore.unfinished");
      Sql.run(connection, "insert into yanmen_restore.unfinished default values");
      Sql.run(connection, "drop schema if exists yanmen cascade");
      connection.commit();
      return new RestoreWriter(warehouse.dataSource());
    }
  }

  /**
   * What keeps a database from being filled: a table that holds rows, or relations that are not
   * ours; empty if nothing does.
   */
  public static Optional<String> obstacle(Warehouse warehouse) throws SQLException {
    try (Connection connection = warehouse.dataSource().getConnection()) {
      return obstacle(connection);
    }
  }

  private static Optional<String> obstacle(Connection connection) throws SQLException {
    Optional<String> filled = SchemaContent.filled(connection);
    List<String> foreign = SchemaContent.foreign(connection);
    return filled.isPresent() || foreign.isEmpty()
        ? filled
        : Optional.of(String.join(", ", foreign));
  }

  /** Whether a refill of this database was broken off; nobody can have used it since. */
  public static boolean isBrokenOff(Warehouse warehouse) throws SQLException {
    try (Connection connection = warehouse.dataSource().getConnection()) {
      return SchemaState.isBeingRestored(connection);
    }
  }

  /** Whether all that is there is what a refill that was broken off had put there. */
  private static boolean isOurs(Connection connection) throws SQLException {
    return SchemaState.isBeingRestored(connection)
        && Sql.query(connection, "select committed from yanmen_restore.unfinished").isTrue();
  }

  /**
   * Makes the tables as they were at a version, and opens the transaction.
   *
   * @param wanted the tables whose rows are to come
   * @return the first of them that the version does not have, or has with other columns; nothing
   *     can be filled then
   */
  public Optional<TableShape> open(String version, List<TableShape> wanted) throws SQLException {
    migrated(schema -> schema.makeAt(version));
    Connection connection = warehouse.getConnection();
    filling = Optional.of(connection);
    connection.setAutoCommit(false);
    tables = SchemaContent.tables(connection);
    Map<String, TableShape> known = new HashMap<>();
    tables.forEach(it -> known.put(it.name(), it));
    for (TableShape table : wanted) {
      if (!table.equals(known.get(table.name()))) {
        return Optional.of(table);
      }
    }
    Sql.run(connection, "set local timezone to 'UTC'");
    Sql.run(connection, "set local datestyle to 'ISO, YMD'");
    Sql.run(
        connection,
        "truncate " + String.join(", ", tables.stream().map(TableShape::quoted).toList()));

    return Optional.empty();
  }

  private interface Migration {
    void on(Schema schema) throws SQLException;
  }

  private void migrated(Migration migration) throws SQLException {
    try {
      migration.on(new Schema(warehouse));
    } catch (FlywayException e) {
      throw new SQLException(e.getMessage(), e);
    }
  }

  /** Takes some of the rows of a table, in the text form of COPY; those of a table in a row. */
  public void copy(String table, InputStream some) throws SQLException, IOException {
    if (copying.filter(it -> it.table().name().equals(table)).isEmpty()) {
      endCopy();
      TableShape shape =
          tables.stream().filter(it -> it.name().equals(table)).findFirst().orElseThrow();
      CopyIn copy =
          filling
              .orElseThrow()
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy %s (%s) from stdin".formatted(shape.quoted(), shape.columnList()));
      copying = Optional.of(new Copying(shape, copy));
    }
    CopyIn copy = copying.orElseThrow().copy();
    byte[] buffer = new byte[BUFFER];
    for (int n = some.read(buffer); n >= 0; n = some.read(buffer)) {
      copy.writeToCopy(buffer, 0, n);
    }
  }

  private void endCopy() throws SQLException {
    if (copying.isPresent()) {
      Copying ended = copying.get();
      copying = Optional.empty();
      rows.put(ended.table().name(), ended.copy().endCopy());
    }
  }

  /** How many rows of a table have come; to be asked after all. */
  public long rows(String table) {
    return rows.getOrDefault(table, 0L);
  }

  /** No more rows come. */
  public void end() throws SQLException {
    endCopy();
  }

  /**
   * All rows are right: makes them the warehouse's, and brings its schema up to date.
   *
   * @param numbers by {@code table.column} the last numbers that were given out
   */
  public void commit(Map<String, Long> numbers) throws SQLException {
    Connection filled = filling.orElseThrow();
    filling = Optional.empty();
    try (Connection connection = filled) {
      giveOutNumbers(connection, numbers);
      Sql.run(connection, "update yanmen_restore.unfinished set committed = true");
      connection.commit();
    }
    migrated(Schema::migrate);
    try (Connection connection = warehouse.getConnection()) {
      // A number that the lost warehouse cannot have come to since the backup: a service that
      // remembers its figures by their version must not take those for these.
      Sql.run(
          connection,
          """
          insert into yanmen.figures_version (version)
          values ((extract(epoch from clock_timestamp()) * 1000)::bigint)
          on conflict (only_row) do update set version = figures_version.version + excluded.version
          """);
      for (TableShape table : SchemaContent.tables(connection)) {
        Sql.run(connection, "analyze " + table.quoted());
      }
    }
  }

  private static void giveOutNumbers(Connection connection, Map<String, Long> numbers)
      throws SQLException {
    for (SchemaContent.Numbered it : SchemaContent.numbered(connection)) {
      Sql.run(
          connection,
          """
          select setval(?::regclass, n) from (
            select greatest((select max(%s) from %s), ?::bigint) as n) g
           where n is not null
          """
              .formatted(TableShape.quoted(it.column()), it.quotedTable()),
          it.sequence(),
          Optional.ofNullable(numbers.get(it.table() + "." + it.column())));
    }
  }

  /** Lets others use the warehouse. */
  public void finish() throws SQLException {
    unmark();
    finished = true;
  }

  /** Leaves the mark: what goes with the rows is half in its place, and has to be done again. */
  public void leaveUnfinished() {
    finished = true;
  }

  /** Unless it was finished, leaves no warehouse behind. */
  @Override
  public void close() throws SQLException {
    if (finished) {
      return;
    }
    if (filling.isPresent()) {
      rollback(filling.get());
    }
    try (Connection connection = warehouse.getConnection()) {
      Sql.run(connection, "drop schema if exists yanmen cascade");
    }
    unmark();
  }

  private void rollback(Connection connection) {
    try (connection) {
      if (copying.isPresent() && copying.get().copy().isActive()) {
        copying.get().copy().cancelCopy();
      }
      connection.rollback();
    } catch (SQLException e) {
      // A connection that broke has lost its transaction anyhow.
      LOG.debug("A broken restore could not be rolled back", e);
    }
  }

  private void unmark() throws SQLException {
    try (Connection connection = warehouse.getConnection()) {
      Sql.run(connection, "drop schema if exists yanmen_restore cascade");
    }
  }
}
