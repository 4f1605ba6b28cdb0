package io.yanmen.service.backup;

import io.yanmen.warehouse.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The hashes of the files that loads were made of, one after the other in their order. */
public final class LoadedContents implements AutoCloseable {
  private static final int PORTION = 5_000;

  private final PreparedStatement select;
  private final ResultSet row;

  private LoadedContents(Connection connection) throws SQLException {
    select =
        Sql.prepare(
            connection, "select distinct sha256::text collate \"C\" from yanmen.load order by 1");
    select.setFetchSize(PORTION);
    row = select.executeQuery();
  }

  /**
   * @param connection in a transaction, so that not all of them are fetched at once
   */
  public static LoadedContents of(Connection connection) throws SQLException {
    return new LoadedContents(connection);
  }

  /** The next one; empty after the last. */
  public Optional<String> next() throws SQLException {
    return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
  }

  @Override
  public void close() throws SQLException {
    row.close();
    select.close();
  }
}
