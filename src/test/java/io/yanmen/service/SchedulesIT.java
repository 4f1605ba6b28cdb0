package io.yanmen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import io.yanmen.warehouse.connection.WarehouseSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Services as processes of their own, each on a home of its own, that share one warehouse. */
@ExtendWith(WarehouseExtension.class)
class SchedulesIT {
  private static final int FIRINGS = Integer.getInteger("yanmen.firings", 100);
  private static final int FEEDS = 4;

  private final Warehouse warehouse;
  private final Map<String, String> environment = new HashMap<>();
  private final HttpServer server;
  private final AtomicInteger served = new AtomicInteger();
  private volatile long pauseMillis;
  private final Path folder;

  SchedulesIT(Warehouse warehouse, WarehouseSettings settings, @TempDir Path folder)
      throws Exception {
    this.warehouse = warehouse;
    this.folder = folder;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    environment.put("YANMEN_DB_URL", settings.url().orElseThrow());
    environment.put("YANMEN_DB_USER", settings.user().orElseThrow());
    environment.put("YANMEN_DB_PASSWORD", settings.password().orElseThrow());
    environment.put("YANMEN_SCHEDULES_CHECK_IN", "1000");
    environment.put("YANMEN_SCHEDULES_MISSED_AFTER", "2000");
    environment.put("YANMEN_FEEDS_DISTANCE", "1");
    environment.put("YANMEN_COMMANDS_DELAY", "200");
    environment.put("YANMEN_PRESENCE_DELAY", "200");
  }

  @BeforeEach
  void serve() {
    server.createContext(
        "/",
        exchange -> {
          // Each answer is another figure, so that each is a load of its own.
          int number = served.incrementAndGet();
          byte[] body =
              "地区代码,指标,时间,单位,数值\n140923,发电装机容量,%d年%d月,万千瓦,%d\n"
                  .formatted(2001 + number / 12 % 24, number % 12 + 1, number)
                  .getBytes(StandardCharsets.UTF_8);
          try {
            Thread.sleep(pauseMillis);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.getResponseHeaders().add("Content-Type", "text/csv");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop(0);
    execute("truncate route_run, route_pause, feed_memory");
    execute("delete from qrtz_fired_triggers");
    execute("delete from qrtz_cron_triggers");
    execute("delete from qrtz_triggers");
    execute("delete from qrtz_job_details");
    execute("truncate load, observation, revision, rejection, reported cascade");
  }

  private Path home(String name, int feeds, String cron, String... more) throws Exception {
    return TestFeeds.home(folder.resolve(name), feeds, cron, server.getAddress().getPort(), more);
  }

  private ServiceProcess start(Path home, String node) throws Exception {
    Map<String, String> own = new HashMap<>(environment);
    own.put("YANMEN_NODE", node);
    return ServiceProcess.start(home, own);
  }

  private String command(Path home, int expected, String... arguments) throws Exception {
    Path output = Files.createTempFile(folder, "command", ".txt");
    Process process = ServiceProcess.command(home, output.toFile(), environment, arguments);
    assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
    String text = Files.readString(output);
    assertThat(process.exitValue()).as(text).isEqualTo(expected);
    return text;
  }

  private void execute(String sql) throws Exception {
    try (Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> rows(String sql) throws Exception {
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

  private long number(String sql) throws Exception {
    return Long.parseLong(rows(sql).get(0));
  }

  @Test
  void twoServicesRunEachFiringOnce() throws Exception {
    ServiceProcess one = start(home("one", FEEDS, "* * * * * ?"), "one");
    ServiceProcess two = start(home("two", FEEDS, "* * * * * ?"), "two");
    // Which of two idle services takes a firing is chance; one that goes leaves them to the other.
    await()
        .atMost(Duration.ofSeconds(FIRINGS + 60L))
        .until(() -> number("select count(*) from route_run") >= FIRINGS * 3L / 4);
    assertThat(one.stop()).isZero();
    long before = number("select count(*) from route_run");
    await()
        .atMost(Duration.ofSeconds(FIRINGS + 60L))
        .until(() -> number("select count(*) from route_run") >= Math.max(FIRINGS, before + FEEDS));
    assertThat(two.stop()).isZero();

    long runs = number("select count(*) from route_run where outcome = 'completed'");
    assertThat(number("select count(*) from route_run where outcome <> 'completed'")).isZero();
    assertThat(runs).isGreaterThanOrEqualTo(FIRINGS).isEqualTo(served.get());
    assertThat(number("select count(*) from load where status = 'loaded'")).isEqualTo(runs);
    assertThat(number("select count(*) from load")).isEqualTo(runs);
    assertThat(number("select count(distinct (route_id, scheduled_at)) from route_run"))
        .as("no firing twice")
        .isEqualTo(runs);
    assertThat(rows("select distinct node from route_run"))
        .as("both had their share")
        .containsExactlyInAnyOrder("one", "two");
    assertThat(
            number(
                """
                select count(*) from route_run a join route_run b
                    on a.route_id = b.route_id and a.id < b.id
                   and a.started_at < b.finished_at and b.started_at < a.finished_at
                """))
        .as("no run overlaps another of its route")
        .isZero();
  }

  @Test
  void runOfAKilledServiceIsMadeUpOnceByTheOther() throws Exception {
    pauseMillis = 2500;
    String never = "0 0 0 1 1 ?";
    execute("delete from qrtz_scheduler_state");
    ServiceProcess one = start(home("one", 1, never), "one");
    String instanceOfOne = rows("select instance_name from qrtz_scheduler_state").get(0);
    ServiceProcess two = start(home("two", 1, never), "two");
    // Fired by hand in the store, as the clock does.
    execute(
        "update qrtz_triggers set next_fire_time = (extract(epoch from now()) * 1000)::bigint"
            + " where trigger_name = 't0'");
    await().atMost(Duration.ofSeconds(60)).until(() -> served.get() == 1);
    String firing =
        rows("select instance_name from qrtz_fired_triggers where state = 'EXECUTING'").get(0);
    boolean oneFires = firing.equals(instanceOfOne);
    ServiceProcess survivor = oneFires ? two : one;
    String alive = oneFires ? "two" : "one";
    (oneFires ? one : two).kill();
    String ofTheKilled = "select outcome from route_run where node <> '" + alive + "'";
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> rows(ofTheKilled).equals(List.of("interrupted")));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                number(
                        "select count(*) from route_run where outcome = 'completed' and node = '"
                            + alive
                            + "'")
                    == 1);
    assertThat(number("select count(*) from load where status = 'loaded'")).isEqualTo(1);
    assertThat(served.get()).isEqualTo(2);
    assertThat(survivor.stop()).isZero();
    assertThat(number("select count(*) from qrtz_fired_triggers")).isZero();
    assertThat(rows("select distinct trigger_state from qrtz_triggers")).containsExactly("WAITING");
  }

  @Test
  void runOfTheOnlyServiceThatWasKilledIsMadeUpAtTheNextStart() throws Exception {
    pauseMillis = 2500;
    String never = "0 0 0 1 1 ?";
    ServiceProcess one = start(home("one", 1, never), "one");
    execute(
        "update qrtz_triggers set next_fire_time = (extract(epoch from now()) * 1000)::bigint"
            + " where trigger_name = 't0'");
    await().atMost(Duration.ofSeconds(60)).until(() -> served.get() == 1);
    one.kill();
    assertThat(rows("select outcome from run_history where kind = 'firing'"))
        .as("known before anybody has noted it")
        .containsExactly("interrupted");
    assertThat(command(folder.resolve("one"), 0, "route", "list"))
        .contains("stopped", "broken off")
        .doesNotContain("runs ");
    ServiceProcess two = start(home("two", 1, never), "two");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                number(
                        "select count(*) from route_run where node = 'two' and outcome ="
                            + " 'completed'")
                    == 1);
    assertThat(rows("select outcome from route_run where node = 'one'"))
        .containsExactly("interrupted");
    assertThat(served.get()).isEqualTo(2);
    assertThat(two.stop()).isZero();
  }

  @Test
  void runUnderWayAtABackupIsMadeUpOnceInTheRestoredWarehouse() throws Exception {
    pauseMillis = 60_000;
    ServiceProcess one = start(home("one", 1, "0 0 0 1 1 ?"), "one");
    execute(
        "update qrtz_triggers set next_fire_time = (extract(epoch from now()) * 1000)::bigint"
            + " where trigger_name = 't0'");
    await().atMost(Duration.ofSeconds(60)).until(() -> served.get() == 1);
    Path backup = folder.resolve("backup.tar.gz");
    command(folder.resolve("one"), 0, "backup", backup.toString());
    one.kill();
    pauseMillis = 0;

    String name = "restored" + System.nanoTime();
    execute("create database " + name);
    String url = environment.getOrDefault("YANMEN_DB_URL", "");
    environment.put("YANMEN_DB_URL", url.substring(0, url.lastIndexOf('/') + 1) + name);
    // The routes come with the backup.
    Path home = folder.resolve("restored");
    command(home, 0, "restore", backup.toString());
    ServiceProcess two = start(home, "two");
    await().atMost(Duration.ofSeconds(60)).until(() -> served.get() == 2);
    assertThat(two.stop()).isZero();
    assertThat(
            restored(
                """
                select r.node || ' ' || r.outcome || ' ' || (select count(*) from load)
                  from route_run r order by 1
                """))
        .containsExactly("one interrupted 1", "two completed 1");
    assertThat(restored("select entry_id from qrtz_fired_triggers")).isEmpty();
    assertThat(restored("select distinct trigger_state from qrtz_triggers"))
        .containsExactly("WAITING");
    assertThat(served.get()).isEqualTo(2);
  }

  private List<String> restored(String sql) throws Exception {
    try (Connection connection =
            DriverManager.getConnection(
                environment.get("YANMEN_DB_URL"),
                environment.get("YANMEN_DB_USER"),
                environment.get("YANMEN_DB_PASSWORD"));
        Statement statement = connection.createStatement()) {
      statement.execute("set search_path to yanmen");
      try (ResultSet row = statement.executeQuery(sql)) {
        List<String> rows = new ArrayList<>();
        while (row.next()) {
          rows.add(row.getString(1));
        }
        return rows;
      }
    }
  }

  @Test
  void runMissedWhileNoServiceRanIsMadeUpOnceOrSkippedAsTheFeedSays() throws Exception {
    String yearly = "0 0 0 1 1 ?";
    for (String catchUp : List.of("true", "false")) {
      served.set(0);
      Path home =
          home("home-" + catchUp, 1, yearly, "", "{name: catchUp, value: \"" + catchUp + "\"}");
      assertThat(start(home, "one").stop()).isZero();
      // It should have run three hours ago, and missed it.
      execute(
          "update qrtz_triggers set next_fire_time ="
              + " (extract(epoch from now() - interval '3 hours') * 1000)::bigint"
              + " where trigger_name = 't0'");
      ServiceProcess late = start(home, "one");
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  number(
                          "select count(*) from qrtz_triggers where trigger_name = 't0' and"
                              + " next_fire_time > (extract(epoch from now()) * 1000)::bigint")
                      == 1);
      if (catchUp.equals("true")) {
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> number("select count(*) from route_run") == 1);
      }
      assertThat(late.stop()).isZero();
      assertThat(served.get()).isEqualTo(catchUp.equals("true") ? 1 : 0);
      execute("truncate route_run");
    }
  }

  @Test
  void peopleControlRoutesOfARunningServiceFromElsewhere() throws Exception {
    Path home = home("one", 1, "* * * * * ?");
    ServiceProcess service = start(home, "one");
    await().atMost(Duration.ofSeconds(30)).until(() -> served.get() > 0);
    command(home, 0, "route", "pause", "t0");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                rows("select trigger_state from qrtz_triggers where trigger_name = 't0'")
                    .contains("PAUSED"));
    assertThat(command(home, 0, "route", "list")).contains("feed-t0").contains("paused");
    assertThat(service.stop()).isZero();
    service = start(home, "one");
    int before = served.get();
    String told = command(home, 0, "route", "run", "t0");
    assertThat(told).contains("Done: 1 of 1");
    assertThat(served.get()).as("still paused, run by hand only").isEqualTo(before + 1);
    assertThat(command(home, 2, "route", "run", "nonsense")).contains("feed-t0");
    assertThat(command(home, 2, "replay")).contains("at work on this warehouse");
    command(home, 0, "route", "resume", "feed-t0");
    await().atMost(Duration.ofSeconds(20)).until(() -> served.get() > before + 1);
    assertThat(service.stop()).isZero();
  }

  @Test
  void backfillGoesOnWhereItWasBrokenOff() throws Exception {
    String yearly = "0 0 0 1 1 ?";
    Path home = home("one", 1, yearly, "/{period:last-month}", "{name: fileName, value: b.csv}");
    environment.put("YANMEN_FEEDS_DISTANCE", "500");
    Path output = Files.createTempFile(folder, "backfill", ".txt");
    Process killed =
        ServiceProcess.command(
            home,
            output.toFile(),
            environment,
            "route",
            "run",
            "t0",
            "--from",
            "2023-01",
            "--to",
            "2023-08");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> number("select count(*) from backfill_period") >= 2);
    killed.destroyForcibly().waitFor();
    long done = number("select count(*) from backfill_period");
    int before = served.get();
    assertThat(done).isBetween(2L, 7L);
    String told = command(home, 0, "route", "run", "t0", "--from", "2023-01", "--to", "2023-08");
    assertThat(told).contains("Done: 8 of 8");
    assertThat(served.get() - before).isEqualTo(8 - done);
    assertThat(rows("select status || ' ' || message from load"))
        .hasSizeBetween(8, 9)
        .containsOnly("loaded ");
  }
}
