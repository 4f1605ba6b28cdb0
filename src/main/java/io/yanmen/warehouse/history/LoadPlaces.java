package io.yanmen.warehouse.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Where the files of loads were put away. */
public final class LoadPlaces {
  private final DataSource dataSource;

  public LoadPlaces(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Not waited for on the disk: what a crash of the server takes of it is found by name and hash.
   *
   * @param filedAs below {@code data/}, with slashes
   */
  public void note(long load, String filedAs) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                // By its primary key, in a transaction of its own.
                """
                with quick as (select set_config('synchronous_commit', 'off', true))
                update load set filed_as = ? from quick where id = ?
                """)) {
      update.setString(1, filedAs);
      update.setLong(2, load);
      update.executeUpdate();
    }
  }
}
