package io.yanmen.warehouse.schema;

import io.yanmen.warehouse.connection.WarehouseUnavailableException;
import io.yanmen.warehouse.sql.Sql;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The tables and views of the warehouse. Their owner brings them up to date; whoever else connects
 * needs no right to change them, and makes sure that they are.
 */
public final class Schema {
  public static final String NAME = "yanmen";

  static final String MIGRATIONS = "db/migration";

  /** Where there is no schema yet, whoever makes it owns it. */
  private static final String IS_OWNER =
      """
      select coalesce((select pg_has_role(current_user, nspowner, 'usage')
                         from pg_namespace where nspname = 'yanmen'), true)
      """;

  private static final String MAY_SEED =
      "select coalesce(has_table_privilege('yanmen.area', 'insert'), false)";

  private static final String SEES_HISTORY =
      "select coalesce(has_table_privilege(to_regclass('yanmen.flyway_schema_history'), 'select'),"
          + " false)";

  /** Roles that are made after the tables have yet to be given their rights. */
  private static final String ROLES =
      """
      select coalesce(string_agg(rolname || ' ' || oid, ', ' order by rolname), 'none')
        from pg_roles where rolname in ('yanmen_loader', 'yanmen_reader')
      """;

  private final DataSource dataSource;

  public Schema(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Brings it up to date as its owner, or checks that it is.
   *
   * @return whether this user may write the catalogue
   * @throws WarehouseUnavailableException if it is not up to date, and not this user's to change
   */
  public boolean prepare() throws SQLException {
    if (is(IS_OWNER)) {
      migrate();
      return true;
    }
    if (is(SEES_HISTORY)) {
      check();
    }
    return is(MAY_SEED);
  }

  /** Brings it up to date as its owner; makes it where it is not there. */
  public void migrate() throws SQLException {
    String before = roles();
    flyway(before).load().migrate();
    String after = roles();
    if (!after.equals(before)) {
      flyway(after).load().migrate();
    }
  }

  /** Makes it as it was at a version, without the rights that the newest has. */
  public void makeAt(String version) throws SQLException {
    flyway(roles())
        .target(version)
        .repeatableSqlMigrationPrefix("none")
        .validateMigrationNaming(false)
        .load()
        .migrate();
  }

  private void check() throws SQLException {
    Flyway flyway = flyway(roles()).load();
    Optional<MigrationVersion> wanted =
        Arrays.stream(flyway.info().pending())
            .map(MigrationInfo::getVersion)
            .filter(version -> version != null)
            .reduce((first, last) -> last);
    if (wanted.isPresent()) {
      MigrationInfo current = flyway.info().current();
      String there =
          current == null || current.getVersion() == null ? "?" : current.getVersion().getVersion();
      String needed = wanted.get().getVersion();
      throw new WarehouseUnavailableException("warehouse.schema.old", there, needed);
    }
  }

  private FluentConfiguration flyway(String roles) {
    return Flyway.configure()
        .dataSource(dataSource)
        .schemas(NAME)
        .defaultSchema(NAME)
        .locations("classpath:" + MIGRATIONS)
        .placeholders(Map.of("roles", roles))
        .validateMigrationNaming(true);
  }

  private String roles() throws SQLException {
    return Sql.query(dataSource, ROLES).one(row -> row.text(1));
  }

  private boolean is(String question) throws SQLException {
    return Sql.query(dataSource, question).isTrue();
  }
}
