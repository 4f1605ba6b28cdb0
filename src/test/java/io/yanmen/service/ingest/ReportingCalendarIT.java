package io.yanmen.service.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.model.Language;
import io.yanmen.model.Scenario;
import io.yanmen.model.outcome.LoadCounts;
import io.yanmen.model.outcome.Outcome;
import io.yanmen.service.Service;
import io.yanmen.service.calendar.ReportingCalendar;
import io.yanmen.service.calendar.ReportingDuties;
import io.yanmen.service.home.Home;
import io.yanmen.service.home.Settings;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import io.yanmen.warehouse.check.Figures;
import io.yanmen.warehouse.load.Loader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(WarehouseExtension.class)
class ReportingCalendarIT {
  private final Path root;
  private final Warehouse warehouse;
  private final ReportingCalendar calendar;
  private final Loader loader;

  ReportingCalendarIT(Warehouse warehouse, @TempDir Path root) {
    this.root = root;
    this.warehouse = warehouse;
    this.calendar = new ReportingCalendar(warehouse.dataSource());
    this.loader =
        new Loader(
            warehouse.dataSource(), Path.of("target/tmp"), (language, r, file) -> r.code().name());
  }

  @BeforeEach
  void empty() throws SQLException {
    run(
        "truncate observation, revision, load, series, source, reporting_notice, reported restart"
            + " identity cascade");
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void describe(String code, String reports) throws Exception {
    Path sources = Files.createDirectories(root.resolve("routes/sources"));
    Files.writeString(
        sources.resolve(code + ".yaml"),
        "code: %s\nname: {zh: 统计局}\nfolder: %s\nreports: %s\n".formatted(code, code, reports));
    ReportingDuties.tell(sources, calendar, true);
  }

  private void load(String day, String source, String... lines) throws Exception {
    Figures.load(loader, source, Scenario.ACTUAL, lines);
    run("update load set finished_at = '" + day + "' where id = (select max(id) from load)");
  }

  private List<String> states(String where) throws SQLException {
    try (Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select area_code || ' ' || period || ' ' || due_on || ' ' || state"
                    + " from reporting_calendar where "
                    + where
                    + " order by area_code, period_start")) {
      List<String> all = new ArrayList<>();
      while (row.next()) {
        all.add(row.getString(1));
      }
      return all;
    }
  }

  @Test
  void eachAreaAndPeriodIsReportedLateOrMissing() throws Exception {
    describe(
        "bureau",
        "{frequency: monthly, due-days: 20, areas: ['140923', '140924'], since: 2025-03}");
    load(
        "2025-04-20",
        "bureau",
        "140923 retail_sales level 2025-1~3 1",
        "140923 retail_sales level 2025-1~4 2");
    load("2025-06-01", "bureau", "140924 retail_sales level 2025-1~4 1");
    load("2025-04-01", "inbox", "140924 retail_sales level 2025-1~3 1");

    assertThat(states("period_start < '2025-06-01'"))
        .containsExactly(
            "140923 2025-03 2025-04-20 reported",
            "140923 2025-04 2025-05-20 reported",
            "140923 2025-05 2025-06-20 missing",
            "140924 2025-03 2025-04-20 missing",
            "140924 2025-04 2025-05-20 late",
            "140924 2025-05 2025-06-20 missing");
  }

  @Test
  void whatIsNotDueYetIsExpected() throws Exception {
    describe("bureau", "{frequency: annual, due-days: 366, areas: ['140923'], since: 2024-01}");
    int year = java.time.LocalDate.now(java.time.ZoneId.systemDefault()).getYear();

    assertThat(states("period = '%d'".formatted(year - 1)))
        .singleElement()
        .asString()
        .endsWith("expected");
  }

  @Test
  void januaryIsReportedWithFebruaryAndDueWithIt() throws Exception {
    describe("bureau", "{frequency: monthly, due-days: 20, areas: ['140923'], since: 2025-01}");
    load("2025-03-18", "bureau", "140923 retail_sales level 2025-1~2 1");

    assertThat(states("period_start < '2025-03-01'"))
        .containsExactly(
            "140923 2025-01 2025-03-20 reported", "140923 2025-02 2025-03-20 reported");
  }

  @Test
  void quarterAndYearReportTheirLastMonthButATargetDoesNot() throws Exception {
    describe("bureau", "{frequency: monthly, due-days: 30, areas: ['140923'], since: 2024-12}");
    load(
        "2025-01-20",
        "bureau",
        "140923 retail_sales level 2024 9",
        "140923 retail_sales level 2025Q1~1 1");
    Figures.load(loader, "bureau", Scenario.TARGET, "140923 retail_sales level 2025 1");

    assertThat(states("period in ('2024-12', '2025-03', '2025-12')"))
        .containsExactly(
            "140923 2024-12 2025-01-30 reported",
            "140923 2025-03 2025-04-30 reported",
            "140923 2025-12 2026-01-30 missing");
  }

  @Test
  void figureThatWasRevisedLaterStaysReportedInTime() throws Exception {
    describe("bureau", "{frequency: monthly, due-days: 20, areas: ['140923'], since: 2025-03}");
    load("2025-04-10", "bureau", "140923 retail_sales level 2025-1~3 1");
    load("2025-09-10", "bureau", "140923 retail_sales level 2025-1~3 2");

    assertThat(states("period = '2025-03'")).containsExactly("140923 2025-03 2025-04-20 reported");
  }

  @Test
  void childrenOfAnAreaAreItsCountiesWithoutZones() throws Exception {
    describe("bureau", "{frequency: annual, due-days: 40, children-of: '140900', since: 2024-01}");

    assertThat(states("period = '2024'")).hasSize(14).noneMatch(it -> it.startsWith("140971"));
  }

  @Test
  void sourceThatIsDescribedNoMoreHasNoDuty() throws Exception {
    describe("bureau", "{frequency: monthly, due-days: 20, areas: ['140923'], since: 2025-03}");
    Files.delete(root.resolve("routes/sources/bureau.yaml"));

    ReportingDuties.tell(root.resolve("routes/sources"), calendar, true);

    assertThat(states("true")).isEmpty();
  }

  @Test
  void eachLateReportIsToldOnceInOneMessageOfTheNight() throws Exception {
    describe(
        "bureau", "{frequency: annual, due-days: 20, areas: ['140923', '140924'], since: 2024-01}");
    load("2025-01-05", "bureau", "140923 gdp level 2024 1");
    Home home = new Home(root, Path.of("").toAbsolutePath());
    copyRoutes(home);
    try (Service service =
        new Service(
            home,
            Settings.of(home, Map.of(), Map.of()),
            Language.ZH,
            warehouse.dataSource(),
            (file, source) ->
                new Outcome.Loaded(file, 1, LoadCounts.NONE, List.of(), List.of(), List.of()),
            (outcome, folder, name) -> {},
            filed -> {})) {
      service.start();
      MockEndpoint told = service.context().getEndpoint("mock:told", MockEndpoint.class);
      service
          .context()
          .addRoutes(
              new org.apache.camel.builder.RouteBuilder() {
                @Override
                public void configure() {
                  from("direct:notify-late").bean("lateness", "text").to("mock:told");
                }
              });

      service.runs().once("reporting-calendar", (total, done, failed) -> {});
      service.runs().once("reporting-calendar", (total, done, failed) -> {});

      told.expectedMessageCount(1);
      told.assertIsSatisfied();
      assertThat(told.getReceivedExchanges().get(0).getIn().getBody(String.class))
          .contains("统计局（bureau）2024 应于 2025-01-20 前报送，1 个地区未报：繁峙县");
    }
  }

  /** All routes, but the one whose place the test takes. */
  private static void copyRoutes(Home home) throws Exception {
    Path from = Path.of("routes");
    Path to = home.root().resolve("routes");
    try (var files = Files.walk(from)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".camel.yaml")).toList()) {
        String text = Files.readString(file);
        int own = text.indexOf("- route:\n    id: notify-late");
        Path copy = to.resolve(from.relativize(file));
        Files.createDirectories(copy.resolveSibling("."));
        Files.writeString(copy, own < 0 ? text : text.substring(0, own));
      }
    }
  }
}
