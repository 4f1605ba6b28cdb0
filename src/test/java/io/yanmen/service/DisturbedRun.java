package io.yanmen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yanmen.service.ingest.AlertSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A service on a home and a warehouse of its own, and what must be so after whatever befell it. */
final class DisturbedRun implements AutoCloseable {
  static final Duration LIMIT = Duration.ofMinutes(3);

  private final FaultBed bed;
  private final Path home;
  private final String database;
  private final AlertSink alerts = new AlertSink();
  private final ServiceProcess service;

  /** Straight to its database. */
  static DisturbedRun start(FaultBed bed, Path home) throws Exception {
    return start(bed, home, bed.server().port(), Map.of());
  }

  /**
   * @param port where the service looks for its database
   * @param settings of the service, over those of the bed
   */
  static DisturbedRun start(FaultBed bed, Path home, int port, Map<String, String> settings)
      throws Exception {
    return new DisturbedRun(bed, home, port, settings);
  }

  private DisturbedRun(FaultBed bed, Path home, int port, Map<String, String> settings)
      throws Exception {
    this.bed = bed;
    this.home = home;
    this.database = bed.newDatabase();
    Map<String, String> environment =
        new HashMap<>(
            bed.environment(
                bed.server().url(database).replace(":" + bed.server().port(), ":" + port), alerts));
    environment.putAll(settings);
    this.service = ServiceProcess.start(home, environment);
  }

  Path home() {
    return home;
  }

  String database() {
    return database;
  }

  AlertSink alerts() {
    return alerts;
  }

  ServiceProcess service() {
    return service;
  }

  Connection connect() throws SQLException {
    return bed.server().connect(database);
  }

  /** The number that a query gives. */
  long number(String sql) throws SQLException {
    try (Connection connection = connect()) {
      return Long.parseLong(WarehouseContent.rows(connection, sql).get(0));
    }
  }

  /** Returns when the service is in the midst of sending figures. */
  void awaitCopy() throws SQLException {
    try (Connection connection = connect()) {
      await()
          .atMost(LIMIT)
          .pollInterval(Duration.ofMillis(2))
          .until(
              () ->
                  !WarehouseContent.rows(
                          connection,
                          "select pid from pg_stat_progress_copy where datname ="
                              + " current_database()")
                      .isEmpty());
    }
  }

  boolean isInboxEmpty() throws IOException {
    try {
      return ServiceProcess.filesIn(home.resolve("data/inbox")).isEmpty();
    } catch (UncheckedIOException e) {
      // A file was put away between the look at its folder and that at itself.
      return false;
    }
  }

  void awaitEmptyInbox() {
    service.awaitEmptyInbox(LIMIT);
  }

  /** The job is done as if nothing had happened, and the service stops as it should. */
  void assertAsUndisturbed() throws Exception {
    awaitEmptyInbox();
    await().atMost(LIMIT).until(() -> number("select count(*) from yanmen.alert_state") == 0);
    assertThat(service.stop()).as(service.log()).isZero();
    WarehouseContent content = bed.content(database);
    assertThat(content.differencesFrom(bed.undisturbed())).isEmpty();
    HomeCheck.assertSettled(home, bed.job().files());
    try (Connection connection = connect()) {
      HomeCheck.assertTidy(connection);
    }
  }

  @Override
  public void close() {
    try {
      if (service.isAlive()) {
        service.kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      alerts.close();
    }
  }
}
