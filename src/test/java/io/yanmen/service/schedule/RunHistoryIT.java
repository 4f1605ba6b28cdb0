package io.yanmen.service.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.model.outcome.LoadCounts;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WarehouseExtension.class)
class RunHistoryIT {
  private static final Instant LONG_AGO = Instant.parse("2020-05-01T00:00:00Z");
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  private final Warehouse warehouse;
  private final RouteStates board;
  private final RunHistory history;

  RunHistoryIT(Warehouse warehouse) {
    this.warehouse = warehouse;
    this.board = new RouteStates(warehouse.dataSource());
    this.history = new RunHistory(warehouse.dataSource());
  }

  @BeforeEach
  void empty() throws SQLException {
    run(
        "truncate route, route_run, route_command, backfill, load_failure, load, series,"
            + " observation, revision, reported cascade");
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> rows(String sql) throws SQLException {
    try (Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (row.next()) {
        rows.add(row.getString(1));
      }
      return rows;
    }
  }

  private List<String> firings() throws SQLException {
    return rows("select outcome from run_history where kind = 'firing' order by id");
  }

  private void load(int number, String status, String at) throws SQLException {
    run(
        """
        insert into load (id, source, file_name, sha256, status, received_at, started_at, finished_at)
          overriding system value
        values (%1$d, 'bureau', 'f%1$d.csv', repeat('0', 64), '%2$s', '%3$s', '%3$s', '%3$s');
        insert into rejection (load_id, table_no, cell, code, message_zh, message_en, raw)
        values (%1$d, 1, 'A1', 'NO_UNIT', '', '', '')
        """
            .formatted(number, status, at));
  }

  private RouteStates.Run ended(RouteStates.RunState state, String message) {
    return new RouteStates.Run(
        Optional.empty(),
        now,
        Optional.of(now.plusSeconds(1)),
        state,
        message,
        2,
        1,
        new LoadCounts(0, 5, 4, 3, 2));
  }

  @Test
  void firingIsThereFromItsBeginningAndThenTellsWhatCameOfIt() throws Exception {
    try (NodePresence presence = new NodePresence(warehouse.dataSource(), "one")) {
      presence.confirm();
      long id = board.begin("one", "feed-coal", Optional.of(now), now);
      assertThat(firings()).containsExactly("running");
      board.finish(id, ended(RouteStates.RunState.FAILED, "no answer"));
    }
    assertThat(
            rows(
                """
                select concat_ws('|', node, name, outcome, files, observations_new,
                                 observations_changed, observations_unchanged, rejected, message)
                  from run_history where scheduled_at is not null and finished_at > started_at
                """))
        .containsExactly("one|feed-coal|failed|2|5|4|3|2|no answer");
  }

  @Test
  void firingsOfAServiceThatIsGoneAreInterruptedAndThoseOfALivingOneAreNot() throws Exception {
    board.begin("dead", "feed-coal", Optional.empty(), now);
    try (NodePresence living = new NodePresence(warehouse.dataSource(), "living")) {
      living.confirm();
      board.begin("living", "feed-coal", Optional.empty(), now);
      assertThat(rows("select outcome from route_run order by id"))
          .containsExactly("interrupted", "running");
      living.confirm();
      assertThat(firings()).containsExactly("interrupted", "running");
    }
    assertThat(firings()).containsExactly("interrupted", "interrupted");
  }

  @Test
  void routesOfAServiceThatIsGoneAreStopped() throws Exception {
    RouteStates.ListedRoute entry =
        new RouteStates.ListedRoute(
            "one", "inbox", "", "", "Started", Optional.of(now), Optional.empty());
    try (NodePresence presence = new NodePresence(warehouse.dataSource(), "one")) {
      presence.confirm();
      board.put("one", List.of(entry));
      assertThat(board.all()).containsExactly(entry);
    }
    assertThat(board.all())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.state()).isEqualTo("Stopped");
              assertThat(it.nextRun()).isEmpty();
            });
  }

  @Test
  void sameTroubleWithinAnHourIsOneRow() throws Exception {
    history.failed("one", "bureau", "a.csv", "disk full");
    history.failed("one", "bureau", "a.csv", "disk full");
    history.failed("one", "bureau", "a.csv", "defect");
    history.failed("two", "bureau", "a.csv", "defect");
    assertThat(rows("select times || ' ' || message from load_failure order by id"))
        .containsExactly("2 disk full", "1 defect", "1 defect");
    assertThat(history.since(now.minusSeconds(60)))
        .containsExactly(new RunHistory.Count(RunHistory.RunKind.FAILURE, "failed", 3));
  }

  @Test
  void oldHistoryGoesButNothingThatAFigureOrAReplayNeeds() throws Exception {
    board.finish(
        board.begin("one", "feed-coal", Optional.empty(), LONG_AGO),
        ended(RouteStates.RunState.COMPLETED, ""));
    board.finish(
        board.begin("one", "feed-coal", Optional.empty(), now),
        ended(RouteStates.RunState.COMPLETED, ""));
    load(1, "rejected", "2020-05-01");
    load(2, "partly_loaded", "2020-05-01");
    load(3, "held", "2020-05-01");
    load(4, "rejected", now.toString());

    long removed = history.removeBefore(now.minus(30, ChronoUnit.DAYS));

    assertThat(removed).isEqualTo(2);
    assertThat(firings()).hasSize(1);
    assertThat(rows("select id from load order by id")).containsExactly("1", "2", "3", "4");
    assertThat(rows("select load_id from rejection order by 1")).containsExactly("2", "3", "4");
  }

  @Test
  void readersMaySeeTheTimeline() throws Exception {
    load(1, "loaded", "2020-05-01");
    try (Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("set local role yanmen_reader");
      try (ResultSet row = statement.executeQuery("select count(*) from yanmen.run_history")) {
        row.next();
        assertThat(row.getLong(1)).isEqualTo(1);
      }
      connection.rollback();
    }
  }
}
