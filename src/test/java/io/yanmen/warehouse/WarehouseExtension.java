package io.yanmen.warehouse;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.warehouse.connection.WarehouseSettings;
import io.yanmen.warehouse.server.EmbeddedServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link Warehouse} on a real PostgreSQL: one server for all tests of a JVM, a
 * database of its own for each test class.
 */
public final class WarehouseExtension implements ParameterResolver, AfterAllCallback {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(WarehouseExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Warehouse.class
        || parameter.getParameter().getType() == WarehouseSettings.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Given given =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(
                "db " + context.getRequiredTestClass(), k -> open(context), Given.class);
    return parameter.getParameter().getType() == Warehouse.class
        ? given.warehouse()
        : given.settings();
  }

  private static Given open(ExtensionContext context) {
    Server server =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent("server", k -> new Server(), Server.class);
    String name = "t" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection =
            DriverManager.getConnection(
                server.embedded.jdbcUrl(), server.embedded.user(), server.embedded.password());
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
    WarehouseSettings settings =
        new WarehouseSettings(
            Path.of("target"),
            Optional.of(server.embedded.jdbcUrl().replaceFirst("/postgres$", "/" + name)),
            Optional.of(server.embedded.user()),
            Optional.of(server.embedded.password()));
    return new Given(settings, Warehouse.open(settings, CatalogFiles.load()));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Given given =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .remove("db " + context.getRequiredTestClass(), Given.class);
    if (given != null) {
      given.warehouse().close();
    }
  }

  private record Given(WarehouseSettings settings, Warehouse warehouse) {}

  /** Closed by JUnit when all tests are done. */
  private static final class Server implements AutoCloseable {
    private final EmbeddedServer embedded = EmbeddedServer.open(Path.of("target/it-server"));

    @Override
    public void close() {
      embedded.close();
    }
  }
}
