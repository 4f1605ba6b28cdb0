package io.yanmen.warehouse.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yanmen.warehouse.Warehouse;
import io.yanmen.warehouse.WarehouseExtension;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WarehouseExtension.class)
class SqlIT {
  private static final Instant MOMENT = Instant.parse("2025-04-01T02:03:04.567891Z");
  private static final LocalDate DAY = LocalDate.of(2025, 4, 1);

  private final DataSource database;

  SqlIT(Warehouse warehouse) {
    this.database = warehouse.dataSource();
  }

  @BeforeEach
  void table() throws SQLException {
    Sql.run(database, "drop table if exists sql_it");
    Sql.run(
        database,
        """
        create table sql_it (id bigint primary key, name text, day date, moment timestamptz,
                             amount numeric, good boolean, names text[])
        """);
  }

  private static Sql.RowReader<List<Object>> whole() {
    return row ->
        List.of(
            row.number(1),
            row.text(2),
            row.date(3),
            row.instant(4),
            row.decimal(5),
            row.flag(6),
            row.texts(7));
  }

  @Test
  void valuesComeBackAsTheyWent() throws SQLException {
    List<Object> values =
        List.of(7L, "五台", DAY, MOMENT, new BigDecimal("1.230"), true, List.of("a", "五,\"台"));

    long changed =
        Sql.run(database, "insert into sql_it values (?, ?, ?, ?, ?, ?, ?)", values.toArray());

    assertThat(changed).isEqualTo(1);
    assertThat(Sql.query(database, "select * from sql_it").one(whole())).isEqualTo(values);
  }

  @Test
  void anOptionalIsItsValueOrNull() throws SQLException {
    Sql.run(
        database,
        "insert into sql_it (id, name, day, moment, amount) values (?, ?, ?, ?, ?)",
        1,
        Optional.of("x"),
        Optional.of(DAY),
        Optional.of(MOMENT),
        Optional.empty());
    Sql.run(
        database,
        "insert into sql_it (id, name, day, moment, amount) values (?, ?, ?, ?, ?)",
        2,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(BigDecimal.ONE));

    assertThat(
            Sql.query(database, "select name, day, moment, amount, id from sql_it order by id")
                .list(
                    row ->
                        List.of(
                            row.textIfAny(1),
                            row.dateIfAny(2),
                            row.instantIfAny(3),
                            row.decimalIfAny(4),
                            row.numberIfAny(5))))
        .containsExactly(
            List.of(
                Optional.of("x"),
                Optional.of(DAY),
                Optional.of(MOMENT),
                Optional.empty(),
                Optional.of(1L)),
            List.of(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(BigDecimal.ONE),
                Optional.of(2L)));
  }

  @Test
  void anArrayHasTheTypeOfItsElements() throws SQLException {
    List<String> types =
        Sql.query(
                database,
                """
                select array[pg_typeof(?), pg_typeof(?), pg_typeof(?), pg_typeof(?), pg_typeof(?),
                             pg_typeof(?)]::text[]
                """,
                List.of("a"),
                List.of(1),
                List.of(1L),
                List.of(BigDecimal.ONE),
                List.of(DAY),
                List.of(Optional.empty(), Optional.of(MOMENT)))
            .one(row -> row.texts(1));

    assertThat(types)
        .containsExactly(
            "text[]", "integer[]", "bigint[]", "numeric[]", "date[]", "timestamp with time zone[]");
  }

  @Test
  void theArrayOfNothingFitsEveryType() throws SQLException {
    assertThat(Sql.query(database, "select 1::bigint = any (?)", List.of()).isTrue()).isFalse();
    assertThat(Sql.query(database, "select cardinality(?::text[])", List.of()).number()).isZero();
  }

  @Test
  void aNumberThatMayBeNullIsOfAnyWidth() throws SQLException {
    assertThat(
            Sql.query(database, "values (1::int, 1::bigint), (null, null)")
                .list(row -> List.of(row.numberIfAny(1), row.numberIfAny(2))))
        .containsExactly(
            List.of(Optional.of(1L), Optional.of(1L)), List.of(Optional.empty(), Optional.empty()));
  }

  @Test
  void whatNoArrayIsMadeOfIsRefused() {
    assertThatThrownBy(() -> Sql.run(database, "select ?", List.of(new Object())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatMayNotBeNullSaysSo() {
    assertThatThrownBy(() -> Sql.query(database, "select null::text").texts())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("column 1");
  }

  @Test
  void oneRowIsAskedForOrNone() throws SQLException {
    Sql none = Sql.query(database, "select id from sql_it");

    assertThat(none.first(row -> row.number(1))).isEmpty();
    assertThat(none.isTrue()).isFalse();
    assertThatThrownBy(none::number).isInstanceOf(SQLException.class);
  }

  @Test
  void aBatchRunsForEachHoweverMany() throws SQLException {
    List<Long> ids = IntStream.range(0, 2_345).mapToObj(Long::valueOf).toList();

    Transaction.run(
        database,
        connection ->
            Sql.batch(
                connection,
                "insert into sql_it (id, name) values (?, ?)",
                ids,
                id -> List.of(id, id % 2 == 0 ? Optional.of("n" + id) : Optional.empty())));

    assertThat(
            Sql.query(database, "select id from sql_it")
                .into(new TreeSet<>(), row -> row.number(1)))
        .containsExactlyElementsOf(ids);
    assertThat(Sql.query(database, "select count(*) from sql_it where name is null").number())
        .isEqualTo(1_172);
  }

  @Test
  void aTransactionThatFailsLeavesNothing() throws SQLException {
    assertThatThrownBy(
            () ->
                Transaction.run(
                    database,
                    connection -> {
                      Sql.run(connection, "insert into sql_it (id) values (1)");
                      Sql.run(connection, "insert into sql_it (id) values (1)");
                    }))
        .isInstanceOf(SQLException.class);

    assertThat(Sql.query(database, "select count(*) from sql_it").number()).isZero();
  }

  @Test
  void aTransactionGivesWhatItsWorkGives() throws SQLException {
    long changed =
        Transaction.of(
            database, connection -> Sql.run(connection, "insert into sql_it (id) values (1), (2)"));

    assertThat(changed).isEqualTo(2);
    assertThat(Sql.query(database, "select count(*) from sql_it").number()).isEqualTo(2);
  }
}
