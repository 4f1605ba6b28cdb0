package io.yanmen.warehouse;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.yanmen.catalog.Catalog;
import io.yanmen.warehouse.connection.ConnectionFailure;
import io.yanmen.warehouse.connection.DatabaseUrl;
import io.yanmen.warehouse.connection.KeptAliveSockets;
import io.yanmen.warehouse.connection.WarehouseSettings;
import io.yanmen.warehouse.connection.WarehouseUnavailableException;
import io.yanmen.warehouse.schema.CatalogSeeder;
import io.yanmen.warehouse.schema.Schema;
import io.yanmen.warehouse.schema.SchemaState;
import io.yanmen.warehouse.server.EmbeddedServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database with its schema in place and its catalogue seeded. */
public final class Warehouse implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Warehouse.class);
  private static final int OLDEST_SERVER = 14;
  private static final int CONNECTIONS = 16;

  private final HikariDataSource pool;
  private final Optional<EmbeddedServer> server;

  private Warehouse(HikariDataSource pool, Optional<EmbeddedServer> server) {
    this.pool = pool;
    this.server = server;
  }

  /**
   * Connects, brings the schema up to date and seeds the catalogue, as far as that is the user's.
   *
   * @throws WarehouseUnavailableException if the server cannot be reached, is older than PostgreSQL
   *     14, has a schema that this user can neither use nor bring up to date, or is being restored
   */
  public static Warehouse open(WarehouseSettings settings, Catalog catalog) {
    return opened(settings, pool -> prepare(pool, catalog));
  }

  /**
   * Connects to a database as it is: its schema is neither looked at nor changed.
   *
   * @throws WarehouseUnavailableException if the server cannot be reached, or is older than
   *     PostgreSQL 14
   */
  public static Warehouse connect(WarehouseSettings settings) {
    return opened(settings, Warehouse::check);
  }

  private interface Preparation {
    void of(DataSource pool) throws SQLException;
  }

  private static Warehouse opened(WarehouseSettings settings, Preparation preparation) {
    Optional<EmbeddedServer> server =
        settings.url().isPresent()
            ? Optional.empty()
            : Optional.of(EmbeddedServer.open(settings.home().resolve("data")));
    try {
      HikariDataSource pool = pool(settings, server);
      try {
        failAtOnce(pool);
        preparation.of(pool);
      } catch (WarehouseUnavailableException e) {
        pool.close();
        throw e;
      } catch (SQLException | FlywayException e) {
        pool.close();
        throw ConnectionFailure.of(e);
      }
      return new Warehouse(pool, server);
    } catch (RuntimeException e) {
      server.ifPresent(EmbeddedServer::close);
      throw e;
    }
  }

  private static HikariDataSource pool(
      WarehouseSettings settings, Optional<EmbeddedServer> server) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("warehouse");
    DatabaseUrl url =
        DatabaseUrl.of(
            server.map(EmbeddedServer::jdbcUrl).orElseGet(() -> settings.url().orElseThrow()));
    config.setJdbcUrl(url.plain());
    server
        .map(EmbeddedServer::user)
        .or(url::user)
        .or(settings::user)
        .ifPresent(config::setUsername);
    server
        .map(EmbeddedServer::password)
        .or(url::password)
        .or(settings::password)
        .ifPresent(config::setPassword);
    url.keyPassword().ifPresent(it -> config.addDataSourceProperty("sslpassword", it));
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
    config.setConnectionInitSql("set search_path to yanmen, public");
    config.addDataSourceProperty("ApplicationName", "yanmen");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("socketFactory", KeptAliveSockets.class.getName());
    return new HikariDataSource(config);
  }

  /**
   * The pool tries again for some seconds, as is right where a server is just starting; what will
   * not get better is told before.
   */
  private static void failAtOnce(HikariDataSource pool) throws SQLException {
    Properties properties = new Properties();
    properties.putAll(pool.getDataSourceProperties());
    Optional.ofNullable(pool.getUsername()).ifPresent(it -> properties.put("user", it));
    Optional.ofNullable(pool.getPassword()).ifPresent(it -> properties.put("password", it));
    properties.put("connectTimeout", "2");
    try (Connection connection = DriverManager.getConnection(pool.getJdbcUrl(), properties)) {
      LOG.debug("The server answers: {}", connection.getMetaData().getDatabaseProductVersion());
    } catch (SQLException e) {
      if (ConnectionFailure.lasts(e)) {
        throw e;
      }
    }
  }

  private static void prepare(DataSource pool, Catalog catalog) throws SQLException {
    check(pool);
    try (Connection connection = pool.getConnection()) {
      if (SchemaState.isBeingRestored(connection)) {
        throw new WarehouseUnavailableException("warehouse.restoring");
      }
    }
    if (new Schema(pool).prepare()) {
      new CatalogSeeder(pool).seed(catalog);
    }
  }

  private static void check(DataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < OLDEST_SERVER) {
        throw new WarehouseUnavailableException("warehouse.server.old", OLDEST_SERVER, version);
      }
    }
  }

  /** Connections of another search path; whoever asks closes them. */
  public HikariDataSource poolOn(String searchPath) {
    HikariConfig config = new HikariConfig();
    pool.copyStateTo(config);
    config.setPoolName("warehouse " + searchPath);
    config.setMaximumPoolSize(2);
    config.setConnectionInitSql("set search_path to " + searchPath);
    return new HikariDataSource(config);
  }

  public DataSource dataSource() {
    return pool;
  }

  /** Where tools connect to; without the password. */
  public String url() {
    return pool.getJdbcUrl();
  }

  @Override
  public void close() {
    pool.close();
    server.ifPresent(EmbeddedServer::close);
  }
}
