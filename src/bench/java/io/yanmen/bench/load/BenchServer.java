package io.yanmen.bench.load;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.connection.WarehouseSettings;
import io.yanmen.warehouse.server.EmbeddedServer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** The product's own PostgreSQL in a folder, with its settings, for the measures of one run. */
final class BenchServer implements AutoCloseable {
  private final EmbeddedServer server;

  private BenchServer(EmbeddedServer server) {
    this.server = server;
  }

  /** Opens it with the schema in place. */
  static BenchServer open(Path home) {
    BenchServer opened = joined(home);
    Warehouse.open(opened.settings(home), CatalogFiles.load()).close();
    return opened;
  }

  /** Opens that of a home which another process may have made and may be using. */
  static BenchServer joined(Path home) {
    return new BenchServer(EmbeddedServer.open(home.resolve("data")));
  }

  WarehouseSettings settings(Path home) {
    return new WarehouseSettings(
        home,
        Optional.of(server.jdbcUrl()),
        Optional.of(server.user()),
        Optional.of(server.password()));
  }

  String url() {
    return server.jdbcUrl();
  }

  String user() {
    return server.user();
  }

  String password() {
    return server.password();
  }

  Connection connection() throws SQLException {
    Connection connection = DriverManager.getConnection(url(), user(), password());
    execute(connection, List.of("set search_path to yanmen"));
    return connection;
  }

  void execute(String... statements) throws SQLException {
    try (Connection connection = connection()) {
      execute(connection, List.of(statements));
    }
  }

  static void execute(Connection connection, List<String> statements) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      for (String statement : statements) {
        sql.execute(statement);
      }
    }
  }

  /** All that loads write is gone, and nothing is left to be written to the disk. */
  static void empty(Connection connection) throws SQLException {
    execute(
        connection,
        List.of(
            "truncate load, series, observation, revision, reported restart identity cascade",
            "vacuum analyze series"));
    settle(connection);
  }

  /** So that no measure pays for the one before. */
  static void settle(Connection connection) throws SQLException {
    execute(connection, List.of("checkpoint"));
  }

  /** An empty table with the columns and the key of observations, for others to load into. */
  void table(String name) throws SQLException {
    execute(
        "drop table if exists " + name,
        "create table " + name + " (like observation including all)",
        "checkpoint");
  }

  /** How many rows a table of observations has, and the sum of their values. */
  static Content content(Connection connection, String table) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery("select count(*), coalesce(sum(value), 0) from " + table)) {
      row.next();
      return new Content(row.getLong(1), row.getBigDecimal(2).stripTrailingZeros());
    }
  }

  Content content(String table) throws SQLException {
    try (Connection connection = connection()) {
      return content(connection, table);
    }
  }

  /** What a table of observations holds. */
  record Content(long figures, BigDecimal sum) {}

  @Override
  public void close() {
    server.close();
  }
}
