package io.yanmen.warehouse.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.yanmen.service.replay.ShadowRebuild;
import io.yanmen.service.schedule.NodePresence;
import io.yanmen.service.schedule.RouteCommandQueue;
import io.yanmen.service.schedule.RouteStates;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import java.net.Socket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a service holds in its database, over connections that are cut. */
@ExtendWith(WarehouseExtension.class)
class SharedSessionLockIT {
  private static final String NAME = "test.kept";

  private final Warehouse warehouse;

  SharedSessionLockIT(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /** Ends the connections that hold a lock. */
  private void cut() throws SQLException {
    try (Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          select pg_terminate_backend(pid, 5000) from pg_locks
           where locktype = 'advisory' and pid <> pg_backend_pid()
             and database = (select oid from pg_database where datname = current_database())
          """);
    }
  }

  private boolean isFree() throws SQLException {
    Optional<AdvisoryLock> alone = AdvisoryLock.exclusiveNow(warehouse.dataSource(), NAME);
    alone.ifPresent(AdvisoryLock::close);
    return alone.isPresent();
  }

  @Test
  void isTakenAgainAfterItsConnectionWasCut() throws Exception {
    try (SharedSessionLock lock = new SharedSessionLock(warehouse.dataSource(), NAME)) {
      lock.take();
      assertThat(isFree()).isFalse();
      cut();
      assertThat(isFree()).isTrue();
      assertThat(lock.confirm()).isTrue();
      assertThat(isFree()).isFalse();
    }
    assertThat(isFree()).isTrue();
  }

  @Test
  void isNotWaitedForWhileSomebodyElseHasItAlone() throws Exception {
    try (SharedSessionLock lock = new SharedSessionLock(warehouse.dataSource(), NAME);
        AdvisoryLock alone = AdvisoryLock.exclusive(warehouse.dataSource(), NAME)) {
      assertThat(alone.isHeld()).isTrue();
      assertThat(lock.confirm()).isFalse();
    }
  }

  @Test
  void firingThatRunsIsNotTakenForInterruptedWhenAConnectionIsCut() throws Exception {
    RouteStates board = new RouteStates(warehouse.dataSource());
    try (NodePresence presence = new NodePresence(warehouse.dataSource(), "kept")) {
      presence.confirm();
      board.begin("kept", "feed", Optional.empty(), Instant.now());
      cut();
      presence.confirm();
      try (Connection connection = warehouse.dataSource().getConnection();
          Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery("select outcome from route_run where node = 'kept'")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString(1)).isEqualTo("running");
      }
    }
  }

  @Test
  void connectionsAskWhetherTheOtherEndIsStillThere() throws Exception {
    assertThat(
            warehouse
                .dataSource()
                .unwrap(HikariDataSource.class)
                .getDataSourceProperties()
                .getProperty("socketFactory"))
        .isEqualTo(KeptAliveSockets.class.getName());
    try (Socket socket = new KeptAliveSockets().createSocket()) {
      assertThat(socket.getKeepAlive()).isTrue();
      if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
        assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPIDLE))
            .isEqualTo(KeptAliveSockets.IDLE);
      }
    }
  }

  @Test
  void whatAKilledReplayLeftIsRemovedUnlessOneIsAtWork() throws Exception {
    try (Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema yanmen_replay");
      try (AdvisoryLock replay =
          AdvisoryLock.exclusive(warehouse.dataSource(), RouteCommandQueue.WRITER_LOCK)) {
        assertThat(replay.isHeld()).isTrue();
        ShadowRebuild.removeAbandoned(warehouse.dataSource());
        assertThat(isThere(statement)).isTrue();
      }
      ShadowRebuild.removeAbandoned(warehouse.dataSource());
      assertThat(isThere(statement)).isFalse();
    }
  }

  private static boolean isThere(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("select 1 from pg_namespace where nspname = 'yanmen_replay'")) {
      return row.next();
    }
  }
}
