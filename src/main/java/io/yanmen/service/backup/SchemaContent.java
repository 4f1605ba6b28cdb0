package io.yanmen.service.backup;

import io.yanmen.warehouse.schema.Schema;
import io.yanmen.warehouse.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the schema of a database holds, whatever version it is of. */
final class SchemaContent {
  /** Tables, from those that others refer to on; partitions belong to their tables. */
  private static final String TABLES =
      """
      with recursive reference as (
        select distinct c.conrelid as child, c.confrelid as parent
          from pg_constraint c where c.contype = 'f' and c.conrelid <> c.confrelid
      ), content as (
        select t.oid, 0 as depth from pg_class t join pg_namespace n on n.oid = t.relnamespace
         where n.nspname = 'yanmen' and t.relkind in ('r', 'p') and not t.relispartition
        union
        select r.child, c.depth + 1 from content c join reference r on r.parent = c.oid
         where c.depth < 20
      )
      select t.relname, array(
               select a.attname::text from pg_attribute a
                where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                order by a.attnum)
        from content c join pg_class t on t.oid = c.oid
       group by t.oid, t.relname order by max(c.depth), t.relname
      """;

  /** Relations in the schema, and those elsewhere that are made of them. */
  private static final String RELATIONS =
      """
      select t.relname from pg_class t join pg_namespace n on n.oid = t.relnamespace
       where n.nspname = 'yanmen' and t.relkind in ('r', 'p', 'v', 'm', 'f') and not t.relispartition
      union
      select v.oid::regclass::text
        from pg_depend d
        join pg_rewrite r on d.classid = 'pg_rewrite'::regclass and r.oid = d.objid
        join pg_class v on v.oid = r.ev_class
        join pg_namespace vn on vn.oid = v.relnamespace
        join pg_class t on d.refclassid = 'pg_class'::regclass and t.oid = d.refobjid
        join pg_namespace n on n.oid = t.relnamespace
       where n.nspname = 'yanmen' and vn.nspname <> 'yanmen'
      order by 1
      """;

  private static final String NUMBERED =
      """
      select t.relname, a.attname,
             pg_get_serial_sequence(format('%I.%I', 'yanmen', t.relname), a.attname)
        from pg_class t join pg_namespace n on n.oid = t.relnamespace
        join pg_attribute a on a.attrelid = t.oid and a.attidentity <> '' and not a.attisdropped
       where n.nspname = 'yanmen' and t.relkind in ('r', 'p')
       order by 1, 2
      """;

  /**
   * A column that is numbered by the database.
   *
   * @param sequence that gives out the numbers, as SQL names it
   */
  record Numbered(String table, String column, String sequence) {
    String quotedTable() {
      return Schema.NAME + "." + TableShape.quoted(table);
    }
  }

  private SchemaContent() {}

  /** The tables that a backup holds, those first that others refer to. */
  static List<TableShape> tables(Connection connection) throws SQLException {
    return Sql.query(connection, TABLES)
        .list(row -> new TableShape(row.text(1), row.texts(2)))
        .stream()
        .filter(it -> BackupTables.contain(it.name()))
        .toList();
  }

  /** Tables and views in the schema, or made of it, that are not ours. */
  static List<String> foreign(Connection connection) throws SQLException {
    return Sql.query(connection, RELATIONS).texts().stream()
        .filter(it -> !BackupTables.know(it))
        .toList();
  }

  /** The numbered columns of the tables that a backup holds. */
  static List<Numbered> numbered(Connection connection) throws SQLException {
    return Sql.query(connection, NUMBERED)
        .list(row -> new Numbered(row.text(1), row.text(2), row.text(3)))
        .stream()
        .filter(it -> BackupTables.contain(it.table()))
        .toList();
  }

  /** By {@code table.column} the last number that was given out, as far as any was. */
  static Map<String, Long> numbers(Connection connection) throws SQLException {
    Map<String, Long> numbers = new LinkedHashMap<>();
    for (Numbered it : numbered(connection)) {
      Sql.query(connection, "select pg_sequence_last_value(?::regclass)", it.sequence())
          .one(row -> row.numberIfAny(1))
          .ifPresent(last -> numbers.put(it.table() + "." + it.column(), last));
    }
    return numbers;
  }

  /** A table that holds what no start makes again; empty if there is none. */
  static Optional<String> filled(Connection connection) throws SQLException {
    for (TableShape table : tables(connection)) {
      if (BackupTables.CONTENT.contains(table.name()) && isFilled(connection, table)) {
        return Optional.of(table.name());
      }
    }
    return Optional.empty();
  }

  private static boolean isFilled(Connection connection, TableShape table) throws SQLException {
    return Sql.query(connection, "select exists (select 1 from " + table.quoted() + ")").isTrue();
  }
}
