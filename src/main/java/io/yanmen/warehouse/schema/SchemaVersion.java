package io.yanmen.warehouse.schema;

import io.yanmen.warehouse.sql.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;

/** The numbers of migrations: what a database has had, and what this program knows. */
public final class SchemaVersion {
  private static final Pattern MIGRATION = Pattern.compile("V([0-9.]+)__.*\\.sql");

  private SchemaVersion() {}

  /** The number of the last migration that a database has had; empty if it holds no warehouse. */
  public static Optional<String> of(Connection connection) throws SQLException {
    return exists(connection, Schema.NAME, "flyway_schema_history")
        ? Sql.query(
                connection,
                """
                select version from yanmen.flyway_schema_history
                 where success and version is not null
                 order by installed_rank desc limit 1
                """)
            .first(row -> row.text(1))
        : Optional.empty();
  }

  /** Whether there is a table, which need not be one that this user may look into. */
  public static boolean exists(Connection connection, String schema, String table)
      throws SQLException {
    return Sql.query(
            connection,
            """
            select exists (select 1 from pg_class t join pg_namespace n on n.oid = t.relnamespace
                            where n.nspname = ? and t.relname = ?)
            """,
            schema,
            table)
        .isTrue();
  }

  /** Whether a version is one that this program does not know yet. */
  public static boolean isToCome(String version) {
    return MigrationVersion.fromVersion(version).compareTo(MigrationVersion.fromVersion(newest()))
        > 0;
  }

  /** The number of the newest migration that this program knows. */
  public static String newest() {
    return names().stream()
        .map(MIGRATION::matcher)
        .filter(Matcher::matches)
        .map(it -> MigrationVersion.fromVersion(it.group(1)))
        .max(MigrationVersion::compareTo)
        .orElseThrow(() -> new IllegalStateException("the program is incomplete: no migrations"))
        .getVersion();
  }

  private static List<String> names() {
    URL folder =
        Objects.requireNonNull(
            SchemaVersion.class.getClassLoader().getResource(Schema.MIGRATIONS),
            "the program is incomplete: no migrations");
    try {
      if (folder.openConnection() instanceof JarURLConnection jar) {
        return jar.getJarFile().stream()
            .map(it -> it.getName().substring(it.getName().lastIndexOf('/') + 1))
            .toList();
      }
      try (Stream<Path> files = Files.list(Path.of(URI.create(folder.toString())))) {
        return files.map(it -> String.valueOf(it.getFileName())).toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(Schema.MIGRATIONS, e);
    }
  }
}
