package io.yanmen.service.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WarehouseExtension.class)
class RouteStatesIT {
  private static final int ROUNDS = 100;
  private static final Instant NEXT = Instant.parse("2025-05-12T01:23:45Z");

  private final Warehouse warehouse;

  RouteStatesIT(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  @BeforeEach
  void empty() throws SQLException {
    try (Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("truncate route, route_run cascade");
    }
  }

  private RouteStates board() {
    return new RouteStates(warehouse.dataSource());
  }

  private static RouteStates.ListedRoute entry(String node, String route, String state) {
    return new RouteStates.ListedRoute(
        node, route, "does " + route, "0 0 2 * * ?", state, Optional.of(NEXT), Optional.empty());
  }

  private static List<RouteStates.ListedRoute> entries(
      String node, String state, String... routes) {
    return List.of(routes).stream().map(it -> entry(node, it, state)).toList();
  }

  private List<String> names() throws SQLException {
    return board().all().stream().map(it -> it.node() + " " + it.route()).toList();
  }

  @Test
  void whatIsToldLastReplacesWhatWasToldOfTheNodeAndOfNoOther() throws SQLException {
    board().put("a", entries("a", "Started", "inbox", "gone"));
    board().put("b", entries("b", "Started", "inbox"));

    board().put("a", List.of(entry("a", "new", "Started"), entry("a", "inbox", "Stopped")));

    assertThat(names()).containsExactly("a inbox", "a new", "b inbox");
    board().put("a", List.of());
    assertThat(names()).containsExactly("b inbox");
  }

  @Test
  void whatIsToldIsKeptAsItIs() throws SQLException {
    board()
        .put(
            "a",
            List.of(
                entry("a", "fetch", "Suspended"),
                new RouteStates.ListedRoute(
                    "a",
                    "inbox",
                    "{\"x\",NULL}",
                    "",
                    "Started",
                    Optional.empty(),
                    Optional.empty())));

    try (Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select route_id, description, schedule, state, next_run_at, seen_at > now() -"
                    + " interval '1 minute' from route order by 1")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(2)).isEqualTo("does fetch");
      assertThat(row.getString(3)).isEqualTo("0 0 2 * * ?");
      assertThat(row.getString(4)).isEqualTo("Suspended");
      assertThat(row.getTimestamp(5).toInstant()).isEqualTo(NEXT);
      assertThat(row.getBoolean(6)).isTrue();
      assertThat(row.next()).isTrue();
      assertThat(row.getString(2)).isEqualTo("{\"x\",NULL}");
      assertThat(row.getString(3)).isEmpty();
      assertThat(row.getTimestamp(5)).isNull();
    }
  }

  /** Two feeds of one service that end at once, or two services of one name; each its own way. */
  @Test
  void severalTellOfOneNodeAtOnceAndNoneFails() throws Exception {
    List<List<RouteStates.ListedRoute>> told =
        List.of(
            entries("a", "Started", "inbox", "feed-a", "feed-b", "nightly"),
            entries("a", "Stopped", "nightly", "feed-b", "feed-a", "inbox"),
            entries("a", "Started", "inbox", "feed-c"),
            entries("a", "Started", "feed-b", "feed-d", "zeta"));
    CyclicBarrier together = new CyclicBarrier(told.size());
    ExecutorService services = Executors.newFixedThreadPool(told.size());
    try {
      List<Future<Void>> all = new ArrayList<>();
      for (List<RouteStates.ListedRoute> entries : told) {
        RouteStates board = board();
        all.add(
            services.submit(
                () -> {
                  for (int round = 0; round < ROUNDS; round++) {
                    together.await();
                    board.put("a", entries);
                  }
                  return null;
                }));
      }
      for (Future<Void> one : all) {
        one.get();
      }
    } finally {
      services.shutdownNow();
    }
    board().put("a", told.get(0));
    assertThat(names()).containsExactly("a feed-a", "a feed-b", "a inbox", "a nightly");
  }
}
