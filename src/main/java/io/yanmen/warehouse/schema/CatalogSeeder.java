package io.yanmen.warehouse.schema;

import io.yanmen.catalog.Alias;
import io.yanmen.catalog.Breakdown;
import io.yanmen.catalog.Catalog;
import io.yanmen.model.Area;
import io.yanmen.model.Indicator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Brings the catalogue's names into the warehouse, where analysts join them. */
public final class CatalogSeeder {
  private final DataSource dataSource;

  public CatalogSeeder(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Does nothing if the same catalogue was seeded before. */
  public void seed(Catalog catalog) throws SQLException {
    String hash = hash(catalog);
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        lock(connection);
        if (!hash.equals(seeded(connection))) {
          areas(connection, catalog);
          indicators(connection, catalog.indicators());
          breakdowns(connection, catalog.breakdowns().all());
          units(connection, catalog);
          checks(connection, catalog);
          aliases(connection, "area_alias", catalog.areaAliases());
          aliases(connection, "indicator_alias", indicatorAliases(catalog));
          analyse(connection);
          remember(connection, hash);
        }
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  private static List<Alias> indicatorAliases(Catalog catalog) {
    List<Alias> all = new java.util.ArrayList<>(catalog.indicatorAliases());
    for (Indicator indicator : catalog.indicators()) {
      indicator.aliasesZh().forEach(name -> all.add(new Alias(name, indicator.code())));
    }
    return all;
  }

  private static void lock(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_xact_lock(hashtext('yanmen.catalog'))");
    }
  }

  /** So that the first loads are planned well, before the server looks at the tables by itself. */
  private static void analyse(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("analyze area, indicator, unit, check_threshold");
    }
  }

  private static String seeded(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select sha256 from catalog_state")) {
      return row.next() ? row.getString(1) : "";
    }
  }

  private static void remember(Connection connection, String hash) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into catalog_state (sha256) values (?)
            on conflict (only_row) do update set sha256 = excluded.sha256
            """)) {
      statement.setString(1, hash);
      statement.executeUpdate();
    }
  }

  /**
   * Areas of today, and those of before under the last name that they bore: figures of a year stay
   * with the unit of that year.
   */
  private static void areas(Connection connection, Catalog catalog) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into area (code, name_zh, name_en, level, parent_code, valid_from, valid_to,
              successor)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en,
              level = excluded.level, parent_code = excluded.parent_code,
              valid_from = excluded.valid_from, valid_to = excluded.valid_to,
              successor = excluded.successor
            """)) {
      for (Catalog.FormerArea known : lastOfEachCode(catalog)) {
        Area area = known.area();
        statement.setString(1, area.code());
        statement.setString(2, area.nameZh());
        statement.setString(3, area.nameEn());
        statement.setString(4, area.level().code());
        statement.setString(5, area.parentCode().orElse(null));
        statement.setObject(6, firstDay(area.validity().from()));
        statement.setObject(7, firstDay(area.validity().until()));
        statement.setString(8, known.successors().size() == 1 ? known.successors().get(0) : null);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static Collection<Catalog.FormerArea> lastOfEachCode(Catalog catalog) {
    Map<String, Catalog.FormerArea> last = new LinkedHashMap<>();
    catalog.areas().forEach(it -> last.put(it.code(), new Catalog.FormerArea(it, List.of())));
    for (Catalog.FormerArea former : catalog.formerAreas()) {
      last.merge(
          former.area().code(),
          former,
          (a, b) -> a.area().validity().until() >= b.area().validity().until() ? a : b);
    }
    return last.values();
  }

  /** Of a year that is known to be one of a change. */
  private static @Nullable LocalDate firstDay(int year) {
    return year == Integer.MIN_VALUE || year == Integer.MAX_VALUE ? null : LocalDate.of(year, 1, 1);
  }

  private static void indicators(Connection connection, List<Indicator> indicators)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into indicator (code, name_zh, name_en, unit, kind, summable, frequency)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en,
              unit = excluded.unit, kind = excluded.kind, summable = excluded.summable,
              frequency = excluded.frequency
            """)) {
      for (Indicator indicator : indicators) {
        statement.setString(1, indicator.code());
        statement.setString(2, indicator.nameZh());
        statement.setString(3, indicator.nameEn());
        statement.setString(4, indicator.unit());
        statement.setString(5, indicator.kind().code());
        statement.setBoolean(6, indicator.summable());
        statement.setString(7, indicator.frequency().name());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void breakdowns(Connection connection, List<Breakdown> breakdowns)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into breakdown (code, list, name_zh, name_en, parent) values (?, ?, ?, ?, ?)
            on conflict (code) do update set list = excluded.list, name_zh = excluded.name_zh,
              name_en = excluded.name_en, parent = excluded.parent
            """)) {
      for (Breakdown breakdown : breakdowns) {
        statement.setString(1, breakdown.id());
        statement.setString(2, breakdown.list());
        statement.setString(3, breakdown.nameZh());
        statement.setString(4, breakdown.nameEn());
        statement.setString(5, breakdown.parent().orElse(""));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void units(Connection connection, Catalog catalog) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into unit (symbol, base, factor, name_en) values (?, ?, ?, ?)
            on conflict (symbol) do update set base = excluded.base, factor = excluded.factor,
              name_en = excluded.name_en
            """)) {
      for (var unit : catalog.units()) {
        statement.setString(1, unit.symbol());
        statement.setString(2, unit.base());
        statement.setBigDecimal(3, unit.factor());
        statement.setString(4, unit.nameEn());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** Replaces them: a threshold that is gone from the catalogue must not go on to count. */
  private static void checks(Connection connection, Catalog catalog) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("delete from check_threshold");
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into check_threshold (rule, threshold, indicator_code, value) values (?, ?, ?,"
                + " ?)")) {
      for (var check : catalog.checks()) {
        statement.setString(1, check.rule());
        statement.setString(2, check.threshold());
        statement.setString(3, check.indicator());
        statement.setBigDecimal(4, check.value().orElse(null));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void aliases(Connection connection, String table, List<Alias> aliases)
      throws SQLException {
    String sql =
        table.equals("area_alias")
            ? "insert into area_alias (name, code) values (?, ?) on conflict do nothing"
            : "insert into indicator_alias (name, code) values (?, ?) on conflict do nothing";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Alias alias : aliases) {
        statement.setString(1, alias.name());
        statement.setString(2, alias.code());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static String hash(Catalog catalog) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(catalog.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
