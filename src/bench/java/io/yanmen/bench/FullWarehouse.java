package io.yanmen.bench;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.model.Area;
import io.yanmen.model.AreaLevel;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.connection.WarehouseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A warehouse with years of every county: monthly levels of 100 indicators, the targets of this
 * year, loads, rejections, values that were replaced, and the runs of routes. The values come from
 * the keys, so that each run makes the same.
 */
final class FullWarehouse {
  private static final int LOADS = 20_000;

  private final Path home;

  FullWarehouse(Path home) {
    this.home = home;
  }

  /**
   * @param months how many of each series; 36 make some 10 million observations
   */
  long fill(int months) throws SQLException, IOException {
    routes();
    try (Warehouse warehouse =
            Warehouse.open(WarehouseSettings.embedded(home), CatalogFiles.load());
        Connection connection = warehouse.dataSource().getConnection();
        Statement sql = connection.createStatement()) {
      for (String part : statements(months)) {
        sql.execute(part);
      }
      ArchivedTables tables = new ArchivedTables(home.resolve("data/archive"));
      archived(connection, 1, tables.text());
      archived(connection, 2, tables.workbook());
      sql.execute("vacuum analyze");
      try (var row = sql.executeQuery("select count(*) from observation")) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** The routes of the product, and a source of which every county reports every month. */
  private void routes() throws IOException {
    Path product = Path.of("routes");
    try (Stream<Path> files = Files.walk(product)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = home.resolve("routes").resolve(product.relativize(file).toString());
        Files.createDirectories(copy.resolveSibling("."));
        Files.copy(file, copy);
      }
    }
    Files.writeString(
        home.resolve("routes/sources/counties.yaml"),
        """
        code: counties
        name: {zh: 各县（市、区）, en: all counties}
        folder: counties
        reports:
          frequency: monthly
          due-days: 20
          since: %s
          areas: [%s]
        """
            .formatted(
                YearMonth.from(BenchPage.first()).minusYears(1),
                CatalogFiles.load().areas().stream()
                    .filter(it -> it.level() == AreaLevel.COUNTY)
                    .map(Area::code)
                    .collect(Collectors.joining("\", \"", "\"", "\""))));
  }

  /** The first figure of a series stands far down in a file that is there. */
  private static void archived(Connection connection, int number, String sha256)
      throws SQLException {
    try (PreparedStatement load =
            connection.prepareStatement("update load set sha256 = ?, file_name = ? where id = ?");
        PreparedStatement figure =
            connection.prepareStatement(
                """
                update observation set load_id = ?, cell = ?
                 where series_id = ? and period_start = ?
                """)) {
      load.setString(1, sha256);
      load.setString(2, number == 1 ? "全国县域.csv" : "全国县域.xlsx");
      load.setInt(3, number);
      load.executeUpdate();
      figure.setInt(1, number);
      figure.setString(2, number == 1 ? "CU2801" : "Sheet1!CU2801");
      figure.setInt(3, number);
      figure.setObject(4, BenchPage.first());
      figure.executeUpdate();
    }
  }

  private static List<String> statements(int months) {
    String first = "(date_trunc('month', current_date) - interval '%d months')".formatted(months);
    return List.of(
        """
        insert into load (source, file_name, sha256, status, received_at, started_at, finished_at,
                          cells_read, observations_new, rejected)
        select 'counties', '第' || n || '号报表.xlsx', md5(n::text) || md5('x' || n),
               (array['loaded', 'loaded', 'loaded', 'partly_loaded', 'rejected'])[1 + n % 5],
               t, t, t, 2000, 1900, n % 7
          from generate_series(1, ${loads}) n
          cross join lateral (select now() - (${loads} - n) * interval '20 minutes' as t) moment
         order by n
        """
            .replace("${loads}", Integer.toString(LOADS)),
        """
        insert into rejection (load_id, table_no, cell, code, message_zh, message_en, raw)
        select case when n <= 2000 then 4 else 1 + n % ${loads} end, 1, 'Sheet1!B' || n % 500,
               (array['NOT_A_NUMBER', 'UNKNOWN_AREA', 'UNKNOWN_INDICATOR'])[1 + n % 3],
               '不是数', 'not a number', 'x'
          from generate_series(1, 100000) n
        """
            .replace("${loads}", Integer.toString(LOADS)),
        """
        insert into series (area_code, indicator_code, measure, scenario, frequency, accumulation)
        select a.code, i.code, 'level', 'actual', 'M',
               case i.kind when 'flow' then 'ytd' else 'period' end
          from area a
          cross join (select * from indicator order by code limit 100) i
         where a.level = 'county' or a.code like '1409%'
        """,
        """
        insert into series (area_code, indicator_code, measure, scenario, frequency, accumulation)
        select a.code, i.code, 'level', 'target', 'A', 'period'
          from area a
          cross join (select * from indicator order by code limit 10) i
         where a.level = 'county' or a.code like '1409%'
        """,
        """
        insert into observation (series_id, period_start, value, qualifier, status, load_id,
                                 table_no, cell, unit_as_written, value_as_written)
        select s.id, (%s + m * interval '1 month')::date, 1000 + s.id %% 977 + 10 * m, 'exact', 'A',
               1 + (s.id + m) %% %d, 1, 'Sheet1!B' || s.id %% 2900, '', ''
          from series s cross join generate_series(0, %d) m
         where s.scenario = 'actual'
         order by m, s.id
        """
            .formatted(first, LOADS, months - 1),
        """
        insert into observation (series_id, period_start, value, qualifier, status, load_id,
                                 table_no, cell, unit_as_written, value_as_written)
        select s.id, date_trunc('year', current_date)::date, 1500, 'at_least', 'A', 1, 1,
               'Sheet1!C3', '', ''
          from series s where s.scenario = 'target'
        """,
        """
        insert into revision (series_id, period_start, value, qualifier, status, load_id, table_no,
                              cell, unit_as_written, value_as_written, shown, replaced_by,
                              replaced_at)
        select s.id, (%s + m * interval '1 month')::date, 900, 'exact', 'P', 1 + s.id %% %d, 1,
               'Sheet1!B2', '', '', s.id %% 50 <> 0, 2, now()
          from series s cross join generate_series(0, 3) m
         where s.scenario = 'actual'
        """
            .formatted(first, LOADS),
        """
        insert into route_run (node, route_id, started_at, finished_at, outcome)
        select 'node', 'feed-' || n % 40, now() - n * interval '10 minutes',
               now() - n * interval '10 minutes' + interval '4 seconds', 'completed'
          from generate_series(1, 40000) n
        """,
        """
        insert into audit (at, user_name, address, action, status)
        select now() - n * interval '5 minutes', 'operator', '127.0.0.1',
               'POST /routes/inbox/pause', 200
          from generate_series(100000, 1, -1) n
        """,
        """
        insert into reported (source, area_code, period_end, load_id)
        select 'counties', s.area_code, period_end(s.frequency, o.period_start), min(o.load_id)
          from observation o join series s on s.id = o.series_id
         where s.scenario = 'actual'
         group by 2, 3
        """);
  }
}
