package io.yanmen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.yanmen.warehouse.ForeignServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server on which the owner migrates, the service loads and analysts read, each as a user of
 * their own, set up by the SQL that the documentation gives.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RolesIT {
  private static final String TABLE =
      """
      县区,2025年1-4月原煤产量（万吨）,2025年1-4月地区生产总值（亿元）
      代县,%s,12.3
      繁峙县,2.25,23.4
      """;

  private final Path folder;
  private final Path home;
  private @Nullable ForeignServer server;

  RolesIT(@TempDir Path folder) {
    this.folder = folder;
    this.home = folder.resolve("home");
  }

  @BeforeAll
  void setUpAsDocumented() throws Exception {
    server = ForeignServer.start(folder.resolve("server"), "marked");
    // One database after the other, as psql does at \connect.
    String[] parts =
        Files.readString(Path.of("docs/operate/roles.sql")).split("\\\\connect yanmen", 2);
    run("postgres", parts[0]);
    run("yanmen", parts[1]);
  }

  @AfterAll
  void stopServer() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  private ForeignServer server() {
    return Objects.requireNonNull(server);
  }

  private void run(String database, String sql) throws Exception {
    try (Connection connection = server().connect(database);
        Statement statement = connection.createStatement()) {
      // A database cannot be made within the transaction that several statements at once are.
      for (String one : sql.replaceAll("(?m)^\\s*--.*$", "").split(";")) {
        if (!one.isBlank()) {
          statement.execute(one);
        }
      }
    }
  }

  private Connection as(String who) throws SQLException {
    return DriverManager.getConnection(
        server().url("yanmen") + "?currentSchema=yanmen", "yanmen_" + who, "change-me-" + who);
  }

  private Map<String, String> environment(String who) {
    return environment(who, "yanmen");
  }

  private Map<String, String> environment(String who, String database) {
    return Map.of(
        "YANMEN_DB_URL", server().url(database),
        "YANMEN_DB_USER", "yanmen_" + who,
        "YANMEN_DB_PASSWORD", "change-me-" + who);
  }

  private String command(String who, int expected, String... arguments) throws Exception {
    return command(home, environment(who), expected, arguments);
  }

  private String command(
      Path at, Map<String, String> environment, int expected, String... arguments)
      throws Exception {
    Files.createDirectories(at);
    Path output = Files.createTempFile(folder, "command", ".txt");
    Process process = ServiceProcess.command(at, output.toFile(), environment, arguments);
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    String text = Files.readString(output);
    assertThat(process.exitValue()).as(text).isEqualTo(expected);
    return text;
  }

  private List<String> asked(String who, String sql) throws SQLException {
    try (Connection connection = as(who);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<String> all = new ArrayList<>();
      while (row.next()) {
        all.add(row.getString(1));
      }
      return all;
    }
  }

  private void refused(String who, String sql) {
    assertThatThrownBy(
            () -> {
              try (Connection connection = as(who);
                  Statement statement = connection.createStatement()) {
                statement.execute(sql);
              }
            })
        .as("%s: %s", who, sql)
        .isInstanceOf(SQLException.class)
        .extracting(it -> ((SQLException) it).getSQLState())
        .isEqualTo("42501");
  }

  @Test
  @Order(1)
  void serviceBeforeTheMigrationIsRefusedAndSaysWhoHasToDoWhat() throws Exception {
    assertThat(command("service", 3, "--lang", "zh", "status")).contains("所有者", "./yanmen migrate");
  }

  @Test
  @Order(2)
  void ownerMigratesAndNobodyElseCan() throws Exception {
    assertThat(command("owner", 0, "migrate")).contains("up to date").doesNotContain("no role");
    assertThat(command("service", 2, "migrate")).contains("yanmen_service does not own");
  }

  @Test
  @Order(3)
  void serviceAsLoaderLoadsCorrectsRunsItsClocksAndKeepsItsBooks() throws Exception {
    ServiceProcess service = ServiceProcess.withConsole(home, environment("service"));
    try {
      Files.writeString(home.resolve("data/inbox/a.csv"), TABLE.formatted("1.5"));
      service.awaitEmptyInbox(Duration.ofSeconds(60));
      Files.writeString(home.resolve("data/inbox/b.csv"), TABLE.formatted("1.75"));
      Files.writeString(
          home.resolve("data/inbox/refused.csv"), TABLE.formatted("1.5").replace("代县", "没有的县"));
      service.awaitEmptyInbox(Duration.ofSeconds(60));
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () ->
                  assertThat(asked("analyst", "select value from indicator_observation"))
                      .contains("1.75"));
      assertThat(command("service", 0, "status")).contains("service runs");
      assertThat(command("service", 0, "route", "pause", "housekeeping")).contains("Paused");
      assertThat(command("service", 0, "route", "run", "housekeeping")).contains("Done");
      assertThat(command("service", 0, "alias", "add", "area", "代州", "140923")).contains("Added");
      assertThat(service.log()).doesNotContain("permission denied", "must be owner");
    } finally {
      service.stop();
    }
    Path direct = Files.writeString(folder.resolve("c.csv"), TABLE.formatted("1.8"));
    command("service", 0, "load", direct.toString());
    assertThat(asked("analyst", "select count(*) from revision")).containsExactly("2");
    assertThat(asked("analyst", "select outcome from run_history where kind = 'load' order by id"))
        .containsExactlyInAnyOrder("loaded", "loaded", "loaded", "rejected");
  }

  @ParameterizedTest
  @Order(4)
  @ValueSource(
      strings = {
        "drop table observation",
        "alter table observation add column x int",
        "truncate observation",
        "drop view indicator_observation",
        "create or replace view indicator_observation as select 1",
        "create table mine (x int)",
        "create table public.mine (x int)",
        "create schema mine",
        "create function mine() returns int language sql as 'select 1'",
        "drop schema yanmen cascade",
        "drop function period_end(character, date)",
        "alter table observation disable trigger all",
        "create index mine on observation (value)",
        "delete from load",
        "delete from area",
        "delete from audit",
        "update audit set user_name = 'nobody'",
        "update flyway_schema_history set success = false",
        "delete from flyway_schema_history",
        "grant yanmen_owner to yanmen_service",
        "set role yanmen_owner",
        "create role mine",
        "alter database yanmen rename to mine",
        "copy area to '/tmp/area.csv'",
        "copy area to program 'cat'",
        "select pg_read_file('/etc/passwd')"
      })
  void whatIsTheOwnersIsRefusedToTheLoader(String sql) {
    refused("service", sql);
  }

  @Test
  @Order(5)
  void analystsSeeFiguresWhereTheyCameFromAndNothingElse() throws Exception {
    List<String> seen =
        asked(
            "analyst",
            """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where n.nspname = 'yanmen' and c.relkind in ('r', 'v')
               and has_table_privilege(c.oid, 'select')
            """);
    assertThat(seen)
        .contains(
            "indicator_observation",
            "target_progress",
            "period_value",
            "growth_compared",
            "reporting_calendar",
            "run_history",
            "observation",
            "revision",
            "load",
            "rejection",
            "warning",
            "area",
            "indicator",
            "source")
        .noneMatch(it -> it.startsWith("qrtz_") || it.startsWith("alert"))
        .doesNotContain(
            "audit",
            "feed_memory",
            "route",
            "route_run",
            "route_pause",
            "route_command",
            "backfill",
            "flyway_schema_history");
    for (String view : seen) {
      assertThat(asked("analyst", "select count(*) from " + view)).hasSize(1);
    }
    assertThat(
            asked(
                "analyst",
                """
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where n.nspname = 'yanmen' and c.relkind in ('r', 'v', 'S')
                   and (case c.relkind when 'S' then has_sequence_privilege(c.oid, 'usage, update')
                        else has_table_privilege(c.oid, 'insert, update, delete, truncate, references, trigger')
                        end)
                """))
        .isEmpty();
    assertThat(command("analyst", 0, "query", "--area", "140923", "--format", "csv"))
        .contains("raw_coal_output");
  }

  @ParameterizedTest
  @Order(6)
  @ValueSource(
      strings = {
        "select * from audit",
        "select * from alert",
        "select * from alert_delivery",
        "select * from qrtz_triggers",
        "select * from feed_memory",
        "insert into observation select * from observation",
        "update observation set value = 0",
        "delete from revision",
        "truncate observation",
        "create table mine (x int)",
        "create temporary table mine (x int)",
        "drop view indicator_observation",
        "select setval('series_id_seq', 1)"
      })
  void analystsChangeNothingAndSeeNoInnerAffairs(String sql) {
    refused("analyst", sql);
  }

  @Test
  @Order(7)
  void replayIsTheOwners() throws Exception {
    assertThat(command("service", 3, "replay")).contains("owner");
    command("owner", 0, "replay");
    assertThat(asked("analyst", "select count(*) from revision")).containsExactly("2");
    // What the owner made anew is the loader's and the analysts' as before.
    Path again = Files.writeString(folder.resolve("d.csv"), TABLE.formatted("1.9"));
    command("service", 0, "load", again.toString());
  }

  @Test
  @Order(8)
  void backupIsTheServicesAndRestoreTheOwners() throws Exception {
    Path backup = folder.resolve("backup.tar.gz");
    command("service", 0, "backup", backup.toString());
    run(
        "postgres",
        """
        create database again owner yanmen_owner encoding 'UTF8' template template0;
        revoke all on database again from public;
        grant connect, temporary on database again to yanmen_loader;
        """);
    Path fresh = folder.resolve("fresh");
    assertThat(command(fresh, environment("service", "again"), 3, "restore", backup.toString()))
        .contains("lacks a right");
    command(fresh, environment("owner", "again"), 0, "restore", backup.toString());
    // The rights come with the schema, not with the backup.
    Path more = Files.writeString(folder.resolve("e.csv"), TABLE.formatted("2.1"));
    assertThat(command(fresh, environment("service", "again"), 0, "load", more.toString()))
        .contains("updated 1");
  }

  @Test
  @Order(9)
  void schemaThatIsOlderThanTheProgramIsNamedToTheLoaderAndMigratedByTheOwner() throws Exception {
    // As an older program leaves it: its last migration was never made.
    String last =
        asked(
                "owner",
                """
                delete from flyway_schema_history where installed_rank =
                  (select max(installed_rank) from flyway_schema_history where version is not null)
                returning version || ' ' || checksum
                """)
            .get(0);
    assertThat(command("service", 3, "status"))
        .contains("this program needs " + last.split(" ")[0])
        .contains("./yanmen migrate");
  }
}
