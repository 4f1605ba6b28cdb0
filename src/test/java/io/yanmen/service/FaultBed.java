package io.yanmen.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.service.ingest.AlertSink;
import io.yanmen.warehouse.ForeignServer;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.connection.WarehouseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where services are disturbed: a PostgreSQL of its own, which may be killed, with a warehouse for
 * each run; a job; and what the job leaves behind where nobody disturbs it.
 */
final class FaultBed implements AutoCloseable {
  static final String OWNER = "owner";
  static final String PASSWORD = "of-the-fault-bed";
  private static final String EMPTY = "empty";

  private final Path folder;
  private final ForeignServer server;
  private final Job job;
  private @Nullable WarehouseContent undisturbed;
  private String undisturbedDatabase = "";
  private int databases;

  FaultBed() throws IOException, SQLException {
    this.folder = Files.createTempDirectory("yanmen-faults");
    this.server = ForeignServer.start(folder.resolve("server"), PASSWORD);
    this.job = Job.of(Files.createDirectories(folder.resolve("files")), 3);
    create(EMPTY, "template0");
    // Made once; each run has a copy.
    Warehouse.open(settings(EMPTY), CatalogFiles.load()).close();
  }

  private void create(String name, String template) throws SQLException {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name + " template " + template);
    }
  }

  private WarehouseSettings settings(String database) {
    return new WarehouseSettings(
        folder, Optional.of(server.url(database)), Optional.of(OWNER), Optional.of(PASSWORD));
  }

  ForeignServer server() {
    return server;
  }

  Job job() {
    return job;
  }

  /** The name of a new, empty warehouse. */
  String newDatabase() throws SQLException {
    String name = "run" + ++databases;
    create(name, EMPTY);
    return name;
  }

  /**
   * Settings of a service on a warehouse that is quick to try again and to tell.
   *
   * @param url of its database
   */
  Map<String, String> environment(String url, AlertSink alerts) {
    Map<String, String> environment = new HashMap<>();
    environment.put("YANMEN_DB_URL", url);
    environment.put("YANMEN_DB_USER", OWNER);
    environment.put("YANMEN_DB_PASSWORD", PASSWORD);
    environment.put("YANMEN_NODE", "one");
    environment.put("YANMEN_RETRY_TIMES", "1");
    environment.put("YANMEN_RETRY_DELAY", "100");
    environment.put("YANMEN_RETRY_REST", "500");
    environment.put("YANMEN_WATCH_DELAY", "200");
    environment.put("YANMEN_PRESENCE_DELAY", "200");
    environment.put("YANMEN_COMMANDS_DELAY", "200");
    environment.put("YANMEN_SCHEDULES_CHECK_IN", "1000");
    environment.put("YANMEN_SCHEDULES_MISSED_AFTER", "2000");
    environment.put("YANMEN_FEEDS_DISTANCE", "1");
    environment.put("YANMEN_ALERTS_WEBHOOK_URL", alerts.url());
    environment.put("YANMEN_ALERTS_WINDOW", "0");
    environment.put("YANMEN_ALERTS_MOST_PER_HOUR", "1000");
    environment.put("YANMEN_ALERTS_DELAY", "100");
    environment.put("YANMEN_DISK_LEAST_FREE", "1");
    return environment;
  }

  WarehouseContent content(String database) throws SQLException {
    try (Connection connection = server.connect(database)) {
      return WarehouseContent.of(connection);
    }
  }

  /** What the job leaves in the warehouse of a service that nobody disturbs. */
  synchronized WarehouseContent undisturbed() throws Exception {
    if (undisturbed == null) {
      String database = newDatabase();
      undisturbedDatabase = database;
      Path home = undisturbedHome();
      try (AlertSink alerts = new AlertSink()) {
        ServiceProcess service =
            ServiceProcess.start(home, environment(server.url(database), alerts));
        for (int i = 0; i < job.batches().size(); i++) {
          job.drop(i, home);
          // One after the other, so that the order of corrections is beyond doubt.
          service.awaitEmptyInbox(Duration.ofMinutes(5));
        }
        assertThat(service.stop()).isZero();
      }
      undisturbed = content(database);
      assertThat(undisturbed.table("figures")).hasSizeGreaterThan(Job.ROWS);
      assertThat(undisturbed.table("revisions")).isNotEmpty();
      assertThat(undisturbed.table("refused")).isNotEmpty();
    }
    return undisturbed;
  }

  /** Where it was loaded; whoever replays it leaves it as it is. */
  Path undisturbedHome() {
    return folder.resolve("undisturbed");
  }

  String undisturbedDatabase() {
    return undisturbedDatabase;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
