package io.yanmen.warehouse.schema;

import io.yanmen.catalog.Alias;
import io.yanmen.catalog.Breakdown;
import io.yanmen.catalog.Catalog;
import io.yanmen.model.Area;
import io.yanmen.model.Indicator;
import io.yanmen.warehouse.sql.Sql;
import io.yanmen.warehouse.sql.Transaction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Brings the catalogue's names into the warehouse, where analysts join them. */
public final class CatalogSeeder {
  private final DataSource dataSource;

  public CatalogSeeder(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Does nothing if the same catalogue was seeded before. */
  public void seed(Catalog catalog) throws SQLException {
    String hash = hash(catalog);
    Transaction.run(
        dataSource,
        connection -> {
          Sql.run(connection, "select pg_advisory_xact_lock(hashtext('yanmen.catalog'))");
          if (!seeded(connection).equals(Optional.of(hash))) {
            areas(connection, catalog);
            indicators(connection, catalog);
            breakdowns(connection, catalog.breakdowns().all());
            units(connection, catalog);
            checks(connection, catalog);
            aliases(connection, "area_alias", catalog.areaAliases());
            aliases(connection, "indicator_alias", indicatorAliases(catalog));
            // So that the first loads are planned well, before the server looks at the tables by
            // itself.
            Sql.run(connection, "analyze area, indicator, unit, check_threshold");
            remember(connection, hash);
          }
        });
  }

  private static List<Alias> indicatorAliases(Catalog catalog) {
    List<Alias> all = new java.util.ArrayList<>(catalog.indicatorAliases());
    for (Indicator indicator : catalog.indicators()) {
      indicator.aliasesZh().forEach(name -> all.add(new Alias(name, indicator.code())));
    }
    return all;
  }

  private static Optional<String> seeded(Connection connection) throws SQLException {
    return Sql.query(connection, "select sha256 from catalog_state").first(row -> row.text(1));
  }

  private static void remember(Connection connection, String hash) throws SQLException {
    Sql.run(
        connection,
        """
        insert into catalog_state (sha256) values (?)
        on conflict (only_row) do update set sha256 = excluded.sha256
        """,
        hash);
  }

  /**
   * Areas of today, and those of before under the last name that they bore: figures of a year stay
   * with the unit of that year.
   */
  private static void areas(Connection connection, Catalog catalog) throws SQLException {
    Sql.batch(
        connection,
        """
        insert into area (code, name_zh, name_en, level, parent_code, valid_from, valid_to,
          successor)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en,
          level = excluded.level, parent_code = excluded.parent_code,
          valid_from = excluded.valid_from, valid_to = excluded.valid_to,
          successor = excluded.successor
        """,
        lastOfEachCode(catalog),
        known -> {
          Area area = known.area();
          List<String> successors = known.successors();
          return List.of(
              area.code(),
              area.nameZh(),
              area.nameEn(),
              area.level().code(),
              area.parentCode(),
              firstDay(area.validity().from()),
              firstDay(area.validity().until()),
              successors.size() == 1 ? Optional.of(successors.get(0)) : Optional.empty());
        });
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
  private static Optional<LocalDate> firstDay(int year) {
    return year == Integer.MIN_VALUE || year == Integer.MAX_VALUE
        ? Optional.empty()
        : Optional.of(LocalDate.of(year, 1, 1));
  }

  private static void indicators(Connection connection, Catalog catalog) throws SQLException {
    Sql.batch(
        connection,
        """
        insert into indicator (code, name_zh, name_en, unit, kind, summable, frequency, part_of)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en,
          unit = excluded.unit, kind = excluded.kind, summable = excluded.summable,
          frequency = excluded.frequency, part_of = excluded.part_of
        """,
        catalog.indicators(),
        it ->
            List.of(
                it.code(),
                it.nameZh(),
                it.nameEn(),
                it.unit(),
                it.kind().code(),
                it.summable(),
                it.frequency().name(),
                catalog.breakdowns().wholeOf(it.code()).orElse("")));
  }

  private static void breakdowns(Connection connection, List<Breakdown> breakdowns)
      throws SQLException {
    Sql.batch(
        connection,
        """
        insert into breakdown (code, list, name_zh, name_en, parent) values (?, ?, ?, ?, ?)
        on conflict (code) do update set list = excluded.list, name_zh = excluded.name_zh,
          name_en = excluded.name_en, parent = excluded.parent
        """,
        breakdowns,
        it ->
            List.of(
                it.id(),
                it.list(),
                it.nameZh(),
                it.nameEn(),
                it.parent().map(p -> it.list() + ":" + p).orElse("")));
  }

  private static void units(Connection connection, Catalog catalog) throws SQLException {
    Sql.batch(
        connection,
        """
        insert into unit (symbol, base, factor, name_en) values (?, ?, ?, ?)
        on conflict (symbol) do update set base = excluded.base, factor = excluded.factor,
          name_en = excluded.name_en
        """,
        catalog.units(),
        it -> List.of(it.symbol(), it.base(), it.factor(), it.nameEn()));
  }

  /** Replaces them: a threshold that is gone from the catalogue must not go on to count. */
  private static void checks(Connection connection, Catalog catalog) throws SQLException {
    Sql.run(connection, "delete from check_threshold");
    Sql.batch(
        connection,
        "insert into check_threshold (rule, threshold, indicator_code, value) values (?, ?, ?,"
            + " ?)",
        catalog.checks(),
        it -> List.of(it.rule(), it.threshold(), it.indicator(), it.value()));
  }

  private static void aliases(Connection connection, String table, List<Alias> aliases)
      throws SQLException {
    String sql =
        table.equals("area_alias")
            ? "insert into area_alias (name, code) values (?, ?) on conflict do nothing"
            : "insert into indicator_alias (name, code) values (?, ?) on conflict do nothing";
    Sql.batch(connection, sql, aliases, it -> List.of(it.name(), it.code()));
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
