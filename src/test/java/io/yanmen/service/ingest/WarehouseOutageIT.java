package io.yanmen.service.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.connection.WarehouseSettings;
import io.yanmen.warehouse.server.EmbeddedServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL that is stopped and started under a running service. */
class WarehouseOutageIT {
  private final RunningService running = new RunningService();
  private final Path data;

  WarehouseOutageIT(@TempDir Path data) {
    this.data = data;
  }

  private static PGSimpleDataSource dataSource(EmbeddedServer server) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(server.jdbcUrl());
    source.setUser(server.user());
    source.setPassword(server.password());
    source.setCurrentSchema("yanmen");
    return source;
  }

  @Test
  void outageIsToldOnceAndSoIsItsEndAndTheFilesThatWaited() throws Exception {
    EmbeddedServer server = EmbeddedServer.open(data);
    try (AlertSink sink = new AlertSink()) {
      Warehouse.open(
              new WarehouseSettings(
                  data,
                  Optional.of(server.jdbcUrl()),
                  Optional.of(server.user()),
                  Optional.of(server.password())),
              CatalogFiles.load())
          .close();
      PGSimpleDataSource warehouse = dataSource(server);
      LoadStep works = running.loading;
      running.loading =
          (file, source) -> {
            try (Connection connection = warehouse.getConnection()) {
              assertThat(connection.isValid(5)).isTrue();
            }
            return works.load(file, source);
          };
      running.warehouse = warehouse;
      running.settings.put("yanmen.node", "node-1");
      running.settings.put("yanmen.alerts.window", "0");
      running.settings.put("yanmen.alerts.most-per-hour", "1000");
      running.settings.put("yanmen.alerts.delay", "100");
      running.settings.put("yanmen.watch.delay", "100");
      running.settings.put("yanmen.alerts.webhook.url", sink.url());
      running.makeHome();
      running.start();
      running.drop("before.csv", "before\n");
      await().atMost(Duration.ofSeconds(30)).until(() -> running.names().contains("before.csv"));

      server.close();
      await().atMost(Duration.ofSeconds(60)).until(() -> sink.total("WAREHOUSE_AWAY") == 1);
      assertThat(running.home.outageMark()).exists();
      running.drop("meanwhile.csv", "meanwhile\n");
      await().atMost(Duration.ofSeconds(60)).until(() -> sink.total("FILE_WAITING") == 1);
      // Its next rounds fail too, and are not told.
      Path note = running.home.waiting().resolve("meanwhile.csv.why.txt");
      java.nio.file.attribute.FileTime first = java.nio.file.Files.getLastModifiedTime(note);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> java.nio.file.Files.getLastModifiedTime(note).compareTo(first) > 0);

      server = EmbeddedServer.open(data);
      await().atMost(Duration.ofSeconds(60)).until(() -> sink.total("WAREHOUSE_BACK") == 1);
      await().atMost(Duration.ofSeconds(60)).until(() -> sink.total("FILE_SETTLED") == 1);
      assertThat(running.names()).containsExactly("before.csv", "meanwhile.csv");
      assertThat(running.home.outageMark()).doesNotExist();
      assertThat(sink.total("WAREHOUSE_AWAY")).isEqualTo(1);
      assertThat(sink.total("WAREHOUSE_BACK")).isEqualTo(1);
      assertThat(sink.total("FILE_WAITING")).isEqualTo(1);
      assertThat(sink.accepted().get(0).path("subject").asText())
          .isEqualTo("[Yanmen URGENT] The warehouse cannot be reached");
    } finally {
      running.stop();
      server.close();
    }
  }

  @Test
  void endOfAnOutageIsToldByTheServiceThatWasStartedAfterIt() throws Exception {
    try (EmbeddedServer server = EmbeddedServer.open(data);
        AlertSink sink = new AlertSink()) {
      Warehouse.open(
              new WarehouseSettings(
                  data,
                  Optional.of(server.jdbcUrl()),
                  Optional.of(server.user()),
                  Optional.of(server.password())),
              CatalogFiles.load())
          .close();
      running.warehouse = dataSource(server);
      running.settings.put("yanmen.alerts.window", "0");
      running.settings.put("yanmen.alerts.delay", "100");
      running.settings.put("yanmen.watch.delay", "100");
      running.settings.put("yanmen.alerts.webhook.url", sink.url());
      running.makeHome();
      java.nio.file.Files.createDirectories(running.home.data());
      java.nio.file.Files.writeString(running.home.outageMark(), "");
      running.start();
      await().atMost(Duration.ofSeconds(60)).until(() -> sink.total("WAREHOUSE_BACK") == 1);

      assertThat(sink.total("WAREHOUSE_AWAY")).isZero();
      assertThat(running.home.outageMark()).doesNotExist();
    } finally {
      running.stop();
    }
  }
}
