package io.yanmen.bench;

import io.yanmen.catalog.CatalogFiles;
import io.yanmen.warehouse.ReportingCalendar;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A warehouse with years of every county: monthly cumulative levels of 100 indicators, the targets
 * of this year, loads, rejections, values that were replaced, and the runs of routes. The values
 * come from the keys, so that each run makes the same.
 */
final class FullWarehouse {
  private final Path home;

  FullWarehouse(Path home) {
    this.home = home;
  }

  /**
   * @param months how many of each series; 36 make some 10 million observations
   */
  long fill(int months) throws SQLException {
    try (Warehouse warehouse =
            Warehouse.open(WarehouseSettings.embedded(home), CatalogFiles.load());
        Connection connection = warehouse.dataSource().getConnection();
        Statement sql = connection.createStatement()) {
      for (String part : statements(months)) {
        sql.execute(part);
      }
      new ReportingCalendar(warehouse.dataSource()).put(List.of(duty()), true);
      try (var row = sql.executeQuery("select count(*) from observation")) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Every county reports every month of the last year. */
  private static ReportingCalendar.Duty duty() {
    try (var areas = CatalogFiles.load().areas().stream()) {
      return new ReportingCalendar.Duty(
          "counties",
          "各县（市、区）",
          Optional.of("M"),
          20,
          areas.filter(it -> it.level() == io.yanmen.model.AreaLevel.COUNTY).map(it -> it.code())
              .toList(),
          Optional.empty(),
          Optional.of(LocalDate.now(java.time.Clock.system(java.time.ZoneId.systemDefault())).minusYears(1).withDayOfMonth(1)));
    }
  }

  private static List<String> statements(int months) {
    String first = "(date_trunc('month', current_date) - interval '%d months')".formatted(months);
    return List.of(
        """
        insert into load (source, file_name, sha256, status, received_at, started_at, finished_at,
                          cells_read, observations_new, rejected)
        select 'counties', '第' || n || '号报表.xlsx', md5(n::text) || md5('x' || n),
               (array['loaded', 'loaded', 'loaded', 'partly_loaded', 'rejected'])[1 + n %% 5],
               now() - n * interval '20 minutes', now() - n * interval '20 minutes',
               now() - n * interval '20 minutes', 2000, 1900, n %% 7
          from generate_series(1, 20000) n
        """
            .replace("%%", "%"),
        """
        insert into rejection (load_id, table_no, cell, code, message_zh, message_en, raw)
        select 1 + n % 20000, 1, 'Sheet1!B' || n % 500, 'NOT_A_NUMBER', '不是数', 'not a number', 'x'
          from generate_series(1, 100000) n
        """,
        """
        insert into series (area_code, indicator_code, measure, scenario, frequency, accumulation)
        select a.code, i.code, 'level', 'actual', 'M', case i.kind when 'flow' then 'ytd' else 'period' end
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
        on conflict do nothing
        """,
        """
        insert into observation (series_id, period_start, value, qualifier, status, load_id, table_no,
                                 cell, unit_as_written, value_as_written)
        select s.id, (%s + m * interval '1 month')::date, 1000 + s.id %% 977 + 10 * m, 'exact', 'A',
               1 + (s.id + m) %% 20000, 1, 'Sheet1!B' || s.id %% 2900, '', ''
          from series s cross join generate_series(0, %d) m
         where s.scenario = 'actual'
         order by s.id, m
        """
            .formatted(first, months - 1),
        """
        insert into observation (series_id, period_start, value, qualifier, status, load_id, table_no,
                                 cell, unit_as_written, value_as_written)
        select s.id, date_trunc('year', current_date)::date, 1500, 'at_least', 'A', 1, 1, 'Sheet1!C3', '', ''
          from series s where s.scenario = 'target'
        """,
        """
        insert into revision (series_id, period_start, value, qualifier, status, load_id, table_no, cell,
                              unit_as_written, value_as_written, shown, replaced_by, replaced_at)
        select s.id, (%s + m * interval '1 month')::date, 900, 'exact', 'P', 1, 1, 'Sheet1!B2', '', '',
               true, 2, now()
          from series s cross join generate_series(0, 3) m
         where s.scenario = 'actual'
        """
            .formatted(first),
        """
        insert into route_run (node, route_id, started_at, finished_at, outcome)
        select 'node', 'feed-' || n % 40, now() - n * interval '10 minutes',
               now() - n * interval '10 minutes' + interval '4 seconds', 'completed'
          from generate_series(1, 40000) n
        """,
        """
        insert into reported (source, area_code, period_end, load_id)
        select 'counties', s.area_code, period_end(s.frequency, o.period_start), min(o.load_id)
          from observation o join series s on s.id = o.series_id
         where s.scenario = 'actual'
         group by 2, 3
        """,
        "analyze");
  }
}
