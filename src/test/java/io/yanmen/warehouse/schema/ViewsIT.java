package io.yanmen.warehouse.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each view has one text, which can change without taking from anybody what he was given. */
@ExtendWith(WarehouseExtension.class)
class ViewsIT {
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final String GRANTS =
      """
      select relname || ' ' || grantee::regrole || ' ' || privilege_type || ' ' || is_grantable
        from pg_class cross join lateral aclexplode(relacl)
       where relkind = 'v' and relnamespace = 'yanmen'::regnamespace
       order by 1
      """;

  private final Connection connection;

  ViewsIT(Warehouse warehouse) throws SQLException {
    this.connection = warehouse.dataSource().getConnection();
  }

  @BeforeEach
  void begin() throws SQLException {
    connection.setAutoCommit(false);
  }

  @AfterEach
  void close() throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
    connection.close();
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<String> all = new ArrayList<>();
      while (row.next()) {
        all.add(row.getString(1));
      }
      return all;
    }
  }

  private List<String> views() throws SQLException {
    return rows(
        """
        select relname from pg_class
         where relkind = 'v' and relnamespace = 'yanmen'::regnamespace order by 1
        """);
  }

  @Test
  void everyViewStandsInARepeatableMigrationOfItsName() throws Exception {
    assertThat(views())
        .hasSizeGreaterThan(5)
        .allSatisfy(
            view ->
                assertThat(Files.readString(MIGRATIONS.resolve("R__2_" + view + ".sql")))
                    .contains(
                        "select drop_view_keeping_grants('" + view + "');",
                        "create view " + view + " as",
                        "comment on view " + view + " is",
                        "select grant_view_again('" + view + "');"));
  }

  @Test
  void viewsMadeAnewStayWithWhomTheyWereGivenTo() throws Exception {
    run("create role \"An analyst\" nologin");
    run("grant select on period_value to \"An analyst\" with grant option");
    run("grant select on run_history to public");
    List<String> before = rows(GRANTS);
    assertThat(before)
        .contains("period_value \"An analyst\" SELECT true", "run_history - SELECT false");

    for (String view : views()) {
      run(Files.readString(MIGRATIONS.resolve("R__2_" + view + ".sql")));
    }

    assertThat(rows(GRANTS)).isEqualTo(before);
  }

  @Test
  void januaryIsToldWithFebruaryAndEveryOtherPeriodWithItself() throws SQLException {
    assertThat(
            rows(
                """
                select told_with(frequency, start) from (values
                  ('M', date '2024-01-01'), ('M', '2025-01-01'), ('M', '2025-02-01'),
                  ('M', '2025-12-01'), ('Q', '2025-01-01'), ('A', '2025-01-01')) p (frequency, start)
                """))
        .containsExactly(
            "2024-02-29", "2025-02-28", "2025-02-28", "2025-12-31", "2025-03-31", "2025-12-31");
  }

  @Test
  void withoutJanuaryFebruaryStandsForBoth() throws SQLException {
    assertThat(
            rows(
                """
                select months_alone(month, before) || ' '
                    || period_label('M', make_date(2025, month - months_alone(month, before) + 1, 1),
                                    months_alone(month, before))
                  from (values (1, null), (2, null), (2, 1), (3, 2), (3, null), (12, 11)) p (month, before)
                """))
        .containsExactly("1 2025-01", "2 2025-01/02", "1 2025-02", "1 2025-03", null, "1 2025-12");
  }

  @Test
  void reportsAreDueOncePeriodsAreOver() throws SQLException {
    assertThat(
            rows(
                """
                select count(*) || ' ' || min(period_start) || ' ' || (max(period_end) < current_date)
                       || ' ' || bool_and(told_with >= period_end)
                  from reports_due('Q', date '2024-05-17') where period_start < '2025-01-01'
                """))
        .containsExactly("3 2024-04-01 true true");
    assertThat(
            rows(
                """
                select report_state(due, came) from (values
                  (current_date, null), (current_date - 1, null), (current_date, now()),
                  (current_date - 1, now())) p (due, came)
                """))
        .containsExactly("expected", "missing", "reported", "late");
  }
}
