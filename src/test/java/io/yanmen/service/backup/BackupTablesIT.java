package io.yanmen.service.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import io.yanmen.warehouse.schema.SchemaVersion;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever adds a table decides whether a backup holds it. */
@ExtendWith(WarehouseExtension.class)
class BackupTablesIT {
  private final Warehouse warehouse;

  BackupTablesIT(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  private Set<String> relations(String kinds) throws Exception {
    try (Connection connection = warehouse.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select t.relname from pg_class t join pg_namespace n on n.oid = t.relnamespace
                 where n.nspname = 'yanmen' and t.relkind in (%s)
                """
                    .formatted(kinds))) {
      Set<String> names = new TreeSet<>();
      while (row.next()) {
        names.add(row.getString(1));
      }
      return names;
    }
  }

  @Test
  void eachTableIsDecidedOnOnceAndNoneIsForgotten() throws Exception {
    assertThat(
            Stream.of(BackupTables.MADE_AT_START, BackupTables.CONTENT, BackupTables.OF_THE_MOMENT)
                .flatMap(Set::stream))
        .containsExactlyInAnyOrderElementsOf(relations("'r', 'p'"));
    assertThat(BackupTables.VIEWS).containsExactlyInAnyOrderElementsOf(relations("'v', 'm', 'f'"));
  }

  @Test
  void newestVersionIsThatOfTheMigrations() throws Exception {
    try (Connection connection = warehouse.dataSource().getConnection()) {
      assertThat(SchemaVersion.of(connection)).contains(SchemaVersion.newest());
    }
    assertThat(SchemaVersion.isToCome(SchemaVersion.newest())).isFalse();
    assertThat(SchemaVersion.isToCome(SchemaVersion.newest() + ".1")).isTrue();
    assertThat(SchemaVersion.isToCome("1")).isFalse();
  }
}
