package io.yanmen.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.model.Accumulation;
import io.yanmen.model.Frequency;
import io.yanmen.model.Measure;
import io.yanmen.model.Scenario;
import io.yanmen.model.SeriesKey;
import io.yanmen.service.calendar.ReportingCalendar;
import io.yanmen.service.replay.LoadRecords;
import io.yanmen.service.schedule.RouteStates;
import io.yanmen.warehouse.history.LoadFindings;
import io.yanmen.warehouse.history.LoadHistory;
import io.yanmen.warehouse.history.LoadList;
import io.yanmen.warehouse.history.RecentActivity;
import io.yanmen.warehouse.query.AvailableSeries;
import io.yanmen.warehouse.query.FigureHistory;
import io.yanmen.warehouse.query.FigureTable;
import io.yanmen.warehouse.query.ObservationFilter;
import io.yanmen.warehouse.query.ObservationPosition;
import io.yanmen.warehouse.query.ObservationQuery;
import io.yanmen.warehouse.query.SeriesFilter;
import io.yanmen.warehouse.query.SeriesPosition;
import io.yanmen.warehouse.query.SeriesQuery;
import io.yanmen.warehouse.query.SeriesView;
import io.yanmen.warehouse.query.YearTargets;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * No page reads a large table from end to end. The server itself counts the scans of the queries as
 * the pages send them, in one transaction; the planner chooses freely, on some 670,000 figures.
 */
@ExtendWith(WarehouseExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagePlansIT {
  private static final Set<String> LARGE =
      Set.of("observation", "revision", "load", "rejection", "series", "route_run");
  private static final LocalDate MAY = LocalDate.of(2024, 5, 1);
  private static final SeriesView MONTHS =
      SeriesView.published(Measure.LEVEL, Scenario.ACTUAL, Frequency.M, Accumulation.YTD);
  private static final String GDP = "gdp";
  private static final List<String> COUNTIES = List.of("140922", "140923", "140924");
  private static final List<String> GENERATED =
      List.of(
          """
          insert into load (source, file_name, sha256, status, received_at, started_at, finished_at)
          select 'counties', n || '.xlsx', md5(n::text) || md5('x' || n),
                 case n % 50 when 0 then 'rejected' else 'loaded' end, t, t, t
            from generate_series(1, 20000) n
            cross join lateral (select now() - (20000 - n) * interval '20 minutes' as t) moment
           order by n
          """,
          """
          insert into rejection (load_id, table_no, cell, code, message_zh, message_en, raw)
          select 1 + n % 20000, 1, 'A' || n, 'NO_UNIT', '', '', '' from generate_series(1, 60000) n
          """,
          """
          insert into series (area_code, indicator_code, measure, scenario, frequency, accumulation)
          select a.code, i.code, 'level', s.scenario, s.frequency, s.accumulation
            from (select code from area where level = 'county' and code between '140000' and '150000') a
            cross join (select code from indicator order by code limit 60) i
            cross join (values ('actual', 'M', 'ytd'), ('target', 'A', 'period'))
              as s (scenario, frequency, accumulation)
          """,
          """
          insert into observation (series_id, period_start, value, qualifier, status, load_id, table_no,
                                   cell, unit_as_written, value_as_written)
          select s.id, (date '2022-01-01' + m * interval '1 month')::date, 7, 'exact', 'A',
                 1 + (s.id + m) % 20000, 1, 'A1', '', ''
            from series s cross join generate_series(0, 95) m
           where s.scenario = 'actual' or m = 24
           order by m, s.id
          """,
          """
          insert into revision (series_id, period_start, value, qualifier, status, load_id, table_no,
                                cell, unit_as_written, value_as_written, shown, replaced_by, replaced_at)
          select series_id, period_start, 6, 'exact', 'P', load_id, 1, 'A1', '', '',
                 series_id % 50 <> 0, 2, now()
            from observation where period_start < '2022-07-01'
          """,
          """
          insert into route (node, route_id, description, schedule, state)
          select 'node', 'route-' || n, '', '', 'Started' from generate_series(1, 20) n
          """,
          """
          insert into route_run (node, route_id, started_at, finished_at, outcome)
          select 'node', 'route-' || n % 10, now() - n * interval '10 minutes', now(), 'completed'
            from generate_series(1, 40000) n
          """,
          """
          insert into source (code, name, frequency, due_days, areas, since)
          select 'counties', '', 'M', 20, array_agg(code), '2024-01-01' from area where level = 'county'
          """,
          """
          insert into reported (source, area_code, period_end, load_id)
          select 'counties', s.area_code, period_end(s.frequency, o.period_start), min(o.load_id)
            from observation o join series s on s.id = o.series_id
           where s.scenario = 'actual'
           group by 2, 3
          """,
          "analyze");

  private final Connection connection;
  private final DataSource watched;
  private Map<String, Long> before = Map.of();

  PagePlansIT(Warehouse warehouse) throws SQLException {
    connection = warehouse.dataSource().getConnection();
    watched = onlyIn(connection);
    try (Statement sql = connection.createStatement()) {
      for (String part : GENERATED) {
        sql.execute(part);
      }
    }
    connection.setAutoCommit(false);
  }

  @BeforeEach
  void beginAnew() throws SQLException {
    connection.rollback();
    try (Statement sql = connection.createStatement()) {
      // Workers count their scans on their own.
      sql.execute("set local max_parallel_workers_per_gather = 0");
    }
    before = scans();
  }

  @AfterAll
  void close() throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
    connection.close();
  }

  /** Gives one connection, whose transaction nobody ends. */
  private static DataSource onlyIn(Connection connection) {
    Connection kept =
        (Connection)
            Proxy.newProxyInstance(
                PagePlansIT.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                  if (Set.of("close", "commit", "rollback", "setAutoCommit", "setReadOnly")
                      .contains(method.getName())) {
                    return null;
                  }
                  try {
                    return method.invoke(connection, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    return (DataSource)
        Proxy.newProxyInstance(
            PagePlansIT.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> kept);
  }

  /** Tables that this test has read from end to end, each with how often. */
  private Map<String, Long> wholeReads() throws SQLException {
    Map<String, Long> found = scans();
    // The server may still count what made the figures.
    found.replaceAll((table, scans) -> scans - before.getOrDefault(table, 0L));
    found.values().removeIf(it -> it == 0);
    return found;
  }

  private Map<String, Long> scans() throws SQLException {
    Map<String, Long> found = new TreeMap<>();
    try (Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery("select relname, seq_scan from pg_stat_xact_user_tables")) {
      while (row.next()) {
        if (LARGE.contains(row.getString(1))) {
          found.put(row.getString(1), row.getLong(2));
        }
      }
    }
    return found;
  }

  @Test
  void aWholeReadIsSeen() throws SQLException {
    new LoadHistory(watched).observations();
    try (Statement sql = connection.createStatement()) {
      sql.execute("select count(*) from observation where value > 6");
    }

    assertThat(wholeReads()).containsKey("observation");
  }

  @Test
  void todayReadsByIndex() throws SQLException {
    Instant yesterday = Instant.now().minusSeconds(86_400);
    RecentActivity day = new RecentActivity(watched);
    assertThat(day.loads(yesterday)).isNotEmpty();
    assertThat(day.firings(Optional.empty(), yesterday, 12)).isNotEmpty();
    assertThat(new LoadHistory(watched).since(yesterday, 1_000)).isNotEmpty();
    assertThat(new ReportingCalendar(watched).missing()).isNotEmpty();

    assertThat(wholeReads()).isEmpty();
  }

  @Test
  void routesReadTheirNewestFiringByIndex() throws SQLException {
    assertThat(new RouteStates(watched).all()).hasSize(20);

    assertThat(wholeReads()).isEmpty();
  }

  @Test
  void calendarOfAPrefectureReadsByIndex() throws SQLException {
    assertThat(
            new ReportingCalendar(watched)
                .of("counties", "1409", MAY, MAY.plusMonths(2)).stream()
                    .map(ReportingCalendar.CalendarEntry::state))
        .isNotEmpty()
        .containsOnly("late");

    assertThat(wholeReads()).isEmpty();
  }

  @Test
  void loadsReadByIndex() throws SQLException {
    LoadList loads = new LoadList(watched);
    assertThat(loads.page(LoadList.Filter.NONE, Long.MAX_VALUE, 51)).hasSize(51);
    assertThat(
            loads.page(
                new LoadList.Filter("rejected", "", "", Optional.empty(), Optional.empty()),
                Long.MAX_VALUE,
                51))
        .hasSize(51);
    assertThat(loads.find(77)).isPresent();
    LoadFindings findings = new LoadFindings(watched);
    assertThat(findings.rejections(77, 20)).isNotEmpty();
    findings.unshown(77, 20);
    LoadRecords records = new LoadRecords(watched);
    assertThat(records.rejections(77, 20)).isNotEmpty();

    assertThat(wholeReads()).isEmpty();
  }

  @Test
  void indicatorsReadByIndex() throws SQLException {
    AvailableSeries choice = new AvailableSeries(watched);
    assertThat(choice.start(Optional.empty(), COUNTIES)).isPresent();
    assertThat(choice.shapes(GDP, COUNTIES)).contains(MONTHS);
    FigureTable grid = new FigureTable(watched);
    assertThat(grid.newest(GDP, MONTHS, COUNTIES)).isPresent();
    assertThat(grid.figures(GDP, MONTHS, COUNTIES, MAY.minusMonths(23), MAY)).hasSize(3 * 24);
    assertThat(
            grid.figures(
                GDP,
                SeriesView.derivedMonths(SeriesKey.WHOLE, Scenario.ACTUAL),
                COUNTIES,
                MAY.minusMonths(23),
                MAY))
        .isNotEmpty();

    assertThat(wholeReads()).isEmpty();
  }

  @Test
  void targetsReadByIndex() throws SQLException {
    YearTargets targets = new YearTargets(watched);
    assertThat(targets.years(COUNTIES)).containsExactly(2024);
    assertThat(targets.of(2024, COUNTIES)).hasSize(3 * 60);

    assertThat(wholeReads()).isEmpty();
  }

  @Test
  void aFigureAndItsPastReadByIndex() throws SQLException {
    FigureHistory figures = new FigureHistory(watched);
    LocalDate first = LocalDate.of(2022, 2, 1);
    int series =
        new FigureTable(watched)
            .figures(GDP, MONTHS, COUNTIES, first, first)
            .get(0)
            .series()
            .orElseThrow();
    assertThat(figures.find(series, first)).isPresent();
    assertThat(figures.earlier(series, first, 100)).hasSize(1);
    assertThat(figures.neighbours(series, first).before()).isPresent();

    assertThat(wholeReads()).isEmpty();
  }

  @Test
  void answersToProgramsReadByIndex() throws Exception {
    ObservationFilter county =
        new ObservationFilter(
            SeriesFilter.of(List.of("140924"), List.of()), Optional.of(MAY), Optional.of(MAY));
    assertThat(
            new ObservationQuery(watched, Path.of("target/tmp"))
                .page(county, ObservationPosition.START, 10, OutputStream.nullOutputStream())
                .rows())
        .isEqualTo(10);
    assertThat(new SeriesQuery(watched).list(county, SeriesPosition.START, 10)).hasSize(10);

    assertThat(wholeReads()).isEmpty();
  }
}
