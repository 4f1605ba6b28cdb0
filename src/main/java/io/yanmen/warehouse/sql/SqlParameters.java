package io.yanmen.warehouse.sql;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Binds values of Java: texts, numbers, truth, {@link LocalDate} and {@link Instant} as they are,
 * an {@link Optional} as its value or as null, a collection as an array. Null and the array of
 * nothing have the type that the statement gives them.
 */
final class SqlParameters {
  private SqlParameters() {}

  static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      bind(statement, i + 1, opened(values[i]));
    }
  }

  private static void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    if (value instanceof Collection<?> several) {
      List<@Nullable Object> elements = several.stream().map(SqlParameters::opened).toList();
      Optional<String> type =
          elements.stream().filter(Objects::nonNull).map(SqlParameters::type).findFirst();
      if (type.isPresent()) {
        statement.setArray(
            index, statement.getConnection().createArrayOf(type.get(), elements.toArray()));
      } else {
        statement.setObject(index, "{}", Types.OTHER);
      }
    } else {
      statement.setObject(index, value);
    }
  }

  private static @Nullable Object opened(@Nullable Object value) {
    Object held = value instanceof Optional<?> some ? some.orElse(null) : value;
    return held instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : held;
  }

  private static String type(Object element) {
    if (element instanceof Integer) {
      return "int4";
    } else if (element instanceof Long) {
      return "int8";
    } else if (element instanceof BigDecimal) {
      return "numeric";
    } else if (element instanceof LocalDate) {
      return "date";
    } else if (element instanceof java.time.OffsetDateTime) {
      return "timestamptz";
    } else if (element instanceof String) {
      return "text";
    }
    throw new IllegalArgumentException("no array is made of " + element.getClass().getName());
  }
}
