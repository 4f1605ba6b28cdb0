package io.yanmen.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.command.CommandHome.Said;
import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import io.yanmen.warehouse.connection.WarehouseSettings;
import io.yanmen.warehouse.schema.SchemaVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A warehouse of the first schema that was ever used comes up to date with every row it had. */
@ExtendWith(WarehouseExtension.class)
class UpgradeIT {
  /** Seeded from the program's catalogue by every start. */
  private static final Set<String> CATALOGUE =
      Set.of("area", "area_alias", "indicator", "indicator_alias", "unit", "catalog_state");

  private static final String ROWS =
      """
      insert into area (code, name_zh, name_en, level, parent_code, valid_from, valid_to, successor) values
        ('140900', '忻州市', 'Xinzhou', 'prefecture', '140000', null, null, null),
        ('140923', '代县', 'Dai County', 'county', '140900', null, null, null),
        ('140924', '繁峙县', 'Fanshi County', 'county', '140900', null, null, null),
        ('142201', '忻州市（旧）', '', 'county', '142200', '1983-09-01', '2000-06-14', '140902'),
        ('140900-Z09', '已撤并的开发区', '', 'zone', '140900', '1999-01-01', '2021-12-31', '140902');
      insert into area_alias values ('代州', '140923'), ('老忻州', '142201');
      insert into indicator values
        ('raw_coal_output', '原煤产量', 'Raw coal output', '万吨', 'flow', true, 'M'),
        ('gdp', '地区生产总值', 'Gross regional product', '亿元', 'flow', true, 'Q'),
        ('given_up', '停报的指标', 'No longer reported', '个', 'count', true, 'A');
      insert into indicator_alias values ('煤产量', 'raw_coal_output'), ('旧名', 'given_up');
      insert into unit values ('万吨', '吨', 10000, '10,000 t'), ('担', '千克', 50, 'dan');
      insert into catalog_state values (true, repeat('0', 64));
      insert into series (area_code, indicator_code, measure, scenario, frequency, accumulation) values
        ('140923', 'raw_coal_output', 'level', 'actual', 'M', 'ytd'),
        ('140923', 'raw_coal_output', 'yoy', 'actual', 'M', 'ytd'),
        ('140924', 'raw_coal_output', 'level', 'actual', 'M', 'ytd'),
        ('140924', 'gdp', 'level', 'target', 'A', 'period'),
        ('140924', 'gdp', 'level', 'actual', 'Q', 'ytd'),
        ('142201', 'given_up', 'level', 'actual', 'A', 'period'),
        ('140900-Z09', 'given_up', 'rank', 'actual', 'A', 'period');
      insert into load (source, file_name, sha256, status, priority, received_at, started_at, finished_at,
                        cells_read, observations_new, observations_changed, rejected, message) values
        ('coal-board', '3月.xlsx', repeat('1', 64), 'loaded', 10, '2025-04-10 08:00:00.000001+08',
         '2025-04-10 08:00:01+08', '2025-04-10 08:00:02+08', 40, 6, 0, 0, ''),
        ('coal-board', '3月（更正）.xlsx', repeat('2', 64), 'partly_loaded', 10, '2025-04-12 09:00:00+08',
         '2025-04-12 09:00:01+08', '2025-04-12 09:00:02+08', 41, 1, 2, 1, ''),
        ('inbox', '统计局 3月.csv', repeat('3', 64), 'loaded', 0, '2025-04-15 10:00:00+08',
         '2025-04-15 10:00:01+08', '2025-04-15 10:00:02+08', 3, 0, 0, 0, ''),
        ('inbox', '坏的.xls', repeat('4', 64), 'rejected', 0, '2025-04-16 10:00:00+08',
         '2025-04-16 10:00:01+08', '2025-04-16 10:00:02+08', 0, 0, 0, 1, 'DAMAGED_FILE'),
        ('coal-board', '3月.xlsx', repeat('1', 64), 'duplicate', 10, '2025-04-17 10:00:00+08',
         '2025-04-17 10:00:01+08', '2025-04-17 10:00:02+08', 0, 0, 0, 0, '1'),
        ('inbox', '停电.csv', repeat('5', 64), 'failed', 0, '2025-04-18 10:00:00+08',
         '2025-04-18 10:00:01+08', null, 0, 0, 0, 0, 'power'),
        ('inbox', '存疑.csv', repeat('6', 64), 'held', 0, '2025-04-19 10:00:00+08',
         '2025-04-19 10:00:01+08', '2025-04-19 10:00:02+08', 9, 0, 0, 0, '');
      insert into observation values
        (1, '2025-03-01', 12.50, 'exact', 'A', 2, 1, '1-3月!D7', '万吨', '12.50'),
        (1, '2025-04-01', 17, 'about', 'P', 1, 1, '1-4月!D7', '万吨', '约17'),
        (2, '2025-03-01', -3.1, 'exact', 'A', 1, 1, '1-3月!E7', '%', '-3.1'),
        (3, '2025-03-01', 123456789012345678.123456789, 'at_least', 'E', 2, 1, 'D8', '吨', E'1\\t2\\n3'),
        (4, '2025-01-01', 150, 'over', 'A', 1, 2, 'B2', '亿元', '150亿元以上'),
        (5, '2025-01-01', 30.0, 'exact', 'A', 1, 2, 'B3', '亿元', '30.0'),
        (6, '1999-01-01', 0, 'exact', 'M', 1, 3, 'C2', '个', ''),
        (7, '2021-01-01', 3, 'up_to', 'Q', 1, 3, 'C3', '', '前三');
      insert into revision (series_id, period_start, value, qualifier, status, load_id, table_no, cell,
                            unit_as_written, value_as_written, shown, replaced_by, replaced_at) values
        (1, '2025-03-01', 12, 'exact', 'A', 1, 1, '1-3月!D7', '万吨', '12', true, 2, '2025-04-12 09:00:02+08'),
        (3, '2025-03-01', 1, 'exact', 'P', 1, 1, 'D8', '万吨', '1', true, 2, '2025-04-12 09:00:02+08'),
        (1, '2025-03-01', 13, 'exact', 'A', 3, 1, 'B2', '万吨', '13', false, 2, '2025-04-15 10:00:02+08');
      insert into rejection (load_id, table_no, cell, code, message_zh, message_en, raw) values
        (2, 1, '1-3月!F9', 'NOT_A_NUMBER', '“约三万余”不是数字', '“约三万余” is no number', E'约三万余\\\\\\n'),
        (4, 0, '', 'DAMAGED_FILE', '文件已损坏', 'The file is damaged', '');
      insert into source values
        ('coal-board', '能源局', 'M', 12, array['140923', '140924'], '2025-01-01'),
        ('inbox', '', null, null, '{}', null);
      """;

  private final CommandHome home;
  private final WarehouseSettings server;
  private final Path folder;

  UpgradeIT(Warehouse any, WarehouseSettings server, @TempDir Path folder) throws SQLException {
    this.server = server;
    this.folder = folder;
    this.home = CommandHome.empty(folder.resolve("old"), server);
  }

  private FluentConfiguration migrations() {
    return Flyway.configure()
        .dataSource(
            home.database().url().orElseThrow(),
            home.database().user().orElseThrow(),
            home.database().password().orElseThrow())
        .schemas("yanmen")
        .defaultSchema("yanmen")
        .locations("classpath:db/migration")
        .placeholders(Map.of("roles", "none"));
  }

  @BeforeEach
  void firstSchema() throws SQLException {
    // As the first release had it: without what is done again after each migration.
    migrations()
        .target("1")
        .repeatableSqlMigrationPrefix("none")
        .validateMigrationNaming(false)
        .load()
        .migrate();
    home.execute(ROWS);
  }

  /** The columns that each table has now. */
  private Map<String, String> columns() throws SQLException {
    Map<String, String> columns = new TreeMap<>();
    for (String table :
        home.rows(
            """
            select table_name from information_schema.tables
             where table_schema = 'yanmen' and table_type = 'BASE TABLE'
               and table_name <> 'flyway_schema_history'
            """)) {
      columns.put(
          table,
          home.rows(
                  """
                  select string_agg(quote_ident(column_name), ', ' order by ordinal_position)
                    from information_schema.columns
                   where table_schema = 'yanmen' and table_name = '%s'
                  """
                      .formatted(table))
              .get(0));
    }
    return columns;
  }

  private Map<String, List<String>> rows(Map<String, String> columns) throws SQLException {
    Map<String, List<String>> rows = new TreeMap<>();
    for (Map.Entry<String, String> table : columns.entrySet()) {
      rows.put(
          table.getKey(),
          home.rows(
              "select row(%s)::text from yanmen.%s order by 1"
                  .formatted(table.getValue(), table.getKey())));
    }
    return rows;
  }

  @Test
  void everyRowOfTheFirstSchemaIsThereInTheNewest() throws Exception {
    Map<String, String> columns = columns();
    Map<String, List<String>> before = rows(columns);
    assertThat(before).hasSize(12).allSatisfy((table, rows) -> assertThat(rows).isNotEmpty());

    migrations().load().migrate();
    assertThat(rows(columns)).isEqualTo(before);

    // As every command does it, which brings in today's catalogue.
    assertThat(home.yanmen("status").code()).isZero();
    Map<String, List<String>> after = rows(columns);
    for (String table : before.keySet()) {
      if (CATALOGUE.contains(table)) {
        assertThat(home.rows("select %s::text from yanmen.%s".formatted(table, table)))
            .hasSizeGreaterThanOrEqualTo(before.get(table).size());
      } else {
        assertThat(after.get(table)).as(table).isEqualTo(before.get(table));
      }
    }
    assertThat(after.get("area"))
        .as("areas that the catalogue does not have any more")
        .containsAll(
            before.getOrDefault("area", List.of()).stream()
                .filter(it -> it.contains("Z09"))
                .toList())
        .anyMatch(it -> it.startsWith("(142201,"));
    assertThat(home.rows("select valid_to::text from area where code = '142201'"))
        .as("a former area that the catalogue knows with its years now")
        .containsExactly("2000-01-01");
    assertThat(after.get("area_alias")).containsAll(before.get("area_alias"));
    assertThat(after.get("indicator_alias")).containsAll(before.get("indicator_alias"));
    assertThat(after.get("unit")).anyMatch(it -> it.contains("担"));
    assertThat(
            home.rows(
                """
                select version from flyway_schema_history where success and version is not null
                 order by installed_rank desc limit 1
                """))
        .containsExactly(SchemaVersion.newest());
  }

  @Test
  void upgradedWarehouseAnswersAndLoads() throws Exception {
    assertThat(home.yanmen("status").code()).isZero();
    assertThat(home.number("select count(*) from indicator_observation")).isEqualTo(8);
    assertThat(
            home.rows(
                "select source || ' ' || area_code || ' ' || period_end || ' ' || load_id from"
                    + " reported order by 1"))
        .as("who has reported what, found in figures and in earlier values")
        .contains(
            "coal-board 140923 2025-03-31 1",
            "inbox 140923 2025-03-31 3",
            "coal-board 142201 1999-12-31 1");
    assertThat(home.number("select count(*) from period_value where derived")).isPositive();
    assertThat(home.number("select count(*) from run_history where kind = 'load'")).isEqualTo(7);
    assertThat(
            home.number(
                "select count(*) from reporting_calendar where source = 'coal-board' and state ="
                    + " 'reported'"))
        .isPositive();

    Path corrected =
        Files.writeString(folder.resolve("3月再更正.csv"), "县区,2025年1-3月原煤产量（万吨）\n代县,12.75\n繁峙县,9.5\n");
    Said loaded = home.yanmen("load", corrected.toString());
    assertThat(loaded.out()).contains("new 0, updated 0").doesNotContain("refused 2");
    assertThat(
            home.rows(
                "select value::text from observation where series_id = 1 and period_start ="
                    + " '2025-03-01'"))
        .as("a source of lower priority does not take the place of a figure")
        .containsExactly("12.50");
    assertThat(home.number("select count(*) from revision where not shown and series_id in (1, 3)"))
        .isEqualTo(3);
    Path more = Files.writeString(folder.resolve("5月.csv"), "县区,2025年1-5月原煤产量（万吨）\n代县,21\n");
    assertThat(home.yanmen("load", more.toString()).out()).contains("new 1");
    assertThat(home.number("select max(id) from load")).isEqualTo(9);
    assertThat(
            home.number(
                "select count(*) from series where area_code = '140923' and indicator_code ="
                    + " 'raw_coal_output' and measure = 'level'"))
        .as("known series are found again")
        .isEqualTo(1);
  }

  @Test
  void backupOfAnOldWarehouseLeavesItOldAndIsRestoredIntoTheNewest() throws Exception {
    Path backup = folder.resolve("old.tar.gz");
    Said done = home.yanmen("backup", backup.toString());
    assertThat(done.code()).as(done.all()).isZero();
    assertThat(done.out()).contains("schema 1: 8 figures, 3 earlier values, 7 loads");
    assertThat(done.err()).contains("6 contents that loads were made of are not in the archive");
    assertThat(home.number("select count(*) from flyway_schema_history where version is not null"))
        .as("before an upgrade one backs up, and does not upgrade")
        .isEqualTo(1);

    CommandHome restored = CommandHome.empty(folder.resolve("restored"), server);
    Said restore = restored.yanmen("restore", backup.toString());
    assertThat(restore.code()).as(restore.all()).isZero();
    assertThat(home.yanmen("status").code()).isZero();
    Map<String, List<String>> upgraded = home.tables();
    Map<String, List<String>> again = restored.tables();
    for (String table : upgraded.keySet()) {
      if (!Set.of("figures_version", "flyway_schema_history").contains(table)) {
        assertThat(again.get(table)).as(table).isEqualTo(upgraded.get(table));
      }
    }
    assertThat(restored.number("select nextval(pg_get_serial_sequence('yanmen.load', 'id'))"))
        .isEqualTo(8);
  }
}
