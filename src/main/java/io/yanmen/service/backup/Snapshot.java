package io.yanmen.service.backup;

import io.yanmen.warehouse.connection.WarehouseUnavailableException;
import io.yanmen.warehouse.schema.SchemaVersion;
import io.yanmen.warehouse.sql.Sql;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * The warehouse as it was at one moment, read while others go on with it. It writes nothing and
 * holds up nobody but who would empty or change a table.
 */
public final class Snapshot implements AutoCloseable {
  private final Connection connection;
  private final String version;
  private final List<TableShape> tables;
  private final List<String> foreign;
  private final Instant moment;

  private Snapshot(
      Connection connection,
      String version,
      List<TableShape> tables,
      List<String> foreign,
      Instant moment) {
    this.connection = connection;
    this.version = version;
    this.tables = tables;
    this.foreign = foreign;
    this.moment = moment;
  }

  /** Takes a row in the text form of COPY, with the line feed at its end. */
  @FunctionalInterface
  public interface Rows {
    void row(byte[] row) throws IOException;
  }

  /**
   * Begins; what is committed afterwards it does not show.
   *
   * @throws WarehouseUnavailableException if the database holds no warehouse
   */
  public static Snapshot of(DataSource warehouse) throws SQLException {
    Connection connection = warehouse.getConnection();
    boolean begun = false;
    try {
      List<TableShape> tables = SchemaContent.tables(connection);
      if (tables.isEmpty() || SchemaVersion.of(connection).isEmpty()) {
        throw new WarehouseUnavailableException("warehouse.none");
      }
      connection.setAutoCommit(false);
      Sql.run(connection, "set transaction isolation level repeatable read, read only");
      // Before the first look, which is the moment that shows: a table that is emptied later, as
      // a
      // replay does, would else be empty here too.
      Sql.run(
          connection,
          "lock table %s in access share mode"
              .formatted(String.join(", ", tables.stream().map(TableShape::quoted).toList())));
      Sql.run(connection, "set local timezone to 'UTC'");
      Sql.run(connection, "set local datestyle to 'ISO, YMD'");
      Sql.run(connection, "set local extra_float_digits to 3");
      Sql.run(connection, "set local bytea_output to 'hex'");

      if (!SchemaContent.tables(connection).equals(tables)) {
        throw new SQLException("the schema changed while its tables were read", "40001");
      }
      Snapshot snapshot =
          new Snapshot(
              connection,
              SchemaVersion.of(connection).orElseThrow(),
              tables,
              SchemaContent.foreign(connection),
              moment(connection));
      begun = true;
      return snapshot;
    } finally {
      if (!begun) {
        close(connection);
      }
    }
  }

  private static Instant moment(Connection connection) throws SQLException {
    return Sql.query(connection, "select clock_timestamp()").one(row -> row.instant(1));
  }

  /** Number of the last migration. */
  public String version() {
    return version;
  }

  /** When it was begun, by the clock of the server. */
  public Instant moment() {
    return moment;
  }

  /** The tables that belong into a backup, those first that others refer to. */
  public List<TableShape> tables() {
    return tables;
  }

  /** What others have made in the schema; no backup holds it. */
  public List<String> foreign() {
    return foreign;
  }

  /** About how many bytes the rows of a table are. */
  public long size(TableShape table) throws SQLException {
    return Sql.query(connection, "select pg_relation_size(?::regclass)", table.quoted()).number();
  }

  /** Reads all rows of a table. */
  public void read(TableShape table, Rows rows) throws SQLException, IOException {
    CopyOut copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut(
                "copy (select %s from %s) to stdout".formatted(table.columnList(), table.quoted()));
    try {
      for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
        rows.row(row);
      }
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  /** By {@code table.column} the last number that was given out, to loads that failed too. */
  public Map<String, Long> numbers() throws SQLException {
    return SchemaContent.numbers(connection);
  }

  /** The hashes of the files that loads were made of, in their order. */
  public LoadedContents contents() throws SQLException {
    return LoadedContents.of(connection);
  }

  @Override
  public void close() throws SQLException {
    close(connection);
  }

  private static void close(Connection connection) throws SQLException {
    try (connection) {
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }
}
