package io.yanmen.warehouse.schema;

import io.yanmen.warehouse.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * How the schema of a warehouse stands.
 *
 * @param user who asks
 * @param owned whether it is that user's to change
 * @param version of the last migration; empty if this user may not see that
 * @param missingRoles roles that could be granted to people and services, and do not exist
 */
public record SchemaState(String user, boolean owned, String version, List<String> missingRoles) {
  public SchemaState {
    missingRoles = List.copyOf(missingRoles);
  }

  public static SchemaState of(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return Sql.query(
              connection,
              """
              select current_user, pg_has_role(current_user, n.nspowner, 'usage'),
                     array(select wanted from unnest(array['yanmen_loader', 'yanmen_reader']) wanted
                            where not exists (select 1 from pg_roles r where r.rolname = wanted))
                from pg_namespace n where n.nspname = 'yanmen'
              """)
          .one(
              row ->
                  new SchemaState(
                      row.text(1),
                      row.flag(2),
                      row.flag(2) ? SchemaVersion.of(connection).orElse("") : "",
                      row.texts(3)));
    }
  }

  /** Whether a restore of this database is going on, or was broken off. */
  public static boolean isBeingRestored(Connection connection) throws SQLException {
    return SchemaVersion.exists(connection, "yanmen_restore", "unfinished");
  }
}
