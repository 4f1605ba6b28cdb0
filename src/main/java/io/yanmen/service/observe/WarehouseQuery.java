package io.yanmen.service.observe;

import java.sql.SQLException;

/**
 * Something that the warehouse is asked.
 *
 * @param <T> its answer
 */
@FunctionalInterface
public interface WarehouseQuery<T> {
  T answer() throws SQLException;
}
