package io.yanmen.service.replay;

import io.yanmen.warehouse.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The tables that a load writes, in a schema of their own beside those of the warehouse.
 *
 * @param names from those that others refer to on; figures refer to none
 */
record ShadowTables(List<String> names) {
  private static final String SCHEMA = "yanmen_replay";

  /**
   * Unqualified names mean the second set, and beside it the catalogue, which is the one of all.
   */
  static final String SEARCH_PATH = SCHEMA + ", yanmen, public";

  private static final String TABLES =
      """
      with recursive reference as (
        select distinct c.conrelid as child, c.confrelid as parent
          from pg_constraint c where c.contype = 'f' and c.conrelid <> c.confrelid
      ), content as (
        select t.oid, 0 as depth from pg_class t join pg_namespace n on n.oid = t.relnamespace
         where n.nspname = 'yanmen' and t.relname in ('load', 'series', 'observation', 'revision', 'reported')
        union
        select r.child, c.depth + 1 from content c join reference r on r.parent = c.oid
         where c.depth < 10
      )
      select t.relname from content c join pg_class t on t.oid = c.oid
       group by t.relname order by max(c.depth), t.relname
      """;

  private static final String COLUMNS =
      """
      select column_name from information_schema.columns
       where table_schema = 'yanmen' and table_name = ? and is_generated = 'NEVER'
       order by ordinal_position
      """;

  private static final String ABANDONED =
      """
      select exists (
        select 1 from pg_namespace
         where nspname = 'yanmen_replay' and pg_has_role(current_user, nspowner, 'usage'))
      """;

  ShadowTables {
    names = List.copyOf(names);
  }

  /** Makes them anew, empty. */
  static ShadowTables create(Connection connection) throws SQLException {
    List<String> names = Sql.query(connection, TABLES).texts();
    drop(connection);
    Sql.run(connection, "create schema " + SCHEMA);
    for (String table : names) {
      Sql.run(
          connection,
          "create table %s (like yanmen.%s including all)"
              .formatted(inside(table), identifier(table)));
    }
    return new ShadowTables(names);
  }

  /** Whether there are any that are this user's to remove. */
  static boolean exist(Connection connection) throws SQLException {
    return Sql.query(connection, ABANDONED).isTrue();
  }

  static void drop(Connection connection) throws SQLException {
    Sql.run(connection, "drop schema if exists " + SCHEMA + " cascade");
  }

  /** The tables with this column, in their order. */
  List<String> with(Connection connection, String column) throws SQLException {
    List<String> with = new ArrayList<>();
    for (String table : names) {
      if (columns(connection, table).contains(column)) {
        with.add(table);
      }
    }
    return with;
  }

  /**
   * Fills one with rows of the warehouse's.
   *
   * @param where which, by its columns
   */
  static void fill(Connection connection, String table, String where, Object... values)
      throws SQLException {
    String columns = columnList(connection, table);
    Sql.run(
        connection,
        "insert into %s (%s) overriding system value select %s from yanmen.%s where %s"
            .formatted(inside(table), columns, columns, identifier(table), where),
        values);
  }

  /** Puts their content in the place of the warehouse's. */
  void takePlace(Connection connection) throws SQLException {
    Sql.run(
        connection,
        "truncate "
            + String.join(", ", names.stream().map(it -> "yanmen." + identifier(it)).toList()));
    for (String table : names) {
      String columns = columnList(connection, table);
      Sql.run(
          connection,
          "insert into yanmen.%s (%s) overriding system value select %s from %s"
              .formatted(identifier(table), columns, columns, inside(table)));
    }
    number(connection, "yanmen");
  }

  /** Lets their numbers go on after the last that is there. */
  void number(Connection connection) throws SQLException {
    number(connection, SCHEMA);
  }

  private void number(Connection connection, String schema) throws SQLException {
    for (String table : with(connection, "id")) {
      String name = schema + "." + identifier(table);
      Sql.run(
          connection,
          """
          select setval(pg_get_serial_sequence(?, 'id'), m, true)
            from (select max(id) as m from %s) t
           where m is not null and pg_get_serial_sequence(?, 'id') is not null
          """
              .formatted(name),
          name,
          name);
    }
  }

  private static String columnList(Connection connection, String table) throws SQLException {
    return String.join(
        ", ", columns(connection, table).stream().map(ShadowTables::identifier).toList());
  }

  private static Set<String> columns(Connection connection, String table) throws SQLException {
    return new LinkedHashSet<>(Sql.query(connection, COLUMNS, table).texts());
  }

  private static String inside(String table) {
    return SCHEMA + "." + identifier(table);
  }

  private static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
